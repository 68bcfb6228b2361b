import { boundHeap } from '../src/commands/bound-heap.ts';
import { measureProfile, type ProfileInput } from './profiles.ts';

// One profile in a process of its own; the input comes as JSON in the environment, the result goes to stdout.
const input: ProfileInput = JSON.parse(process.env['TRIBUTARY_BENCH_INPUT'] ?? '');
// As the program's own doors do.
boundHeap();
process.stdout.write(JSON.stringify(await measureProfile(input)));
process.exit(0);
