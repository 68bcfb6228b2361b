import type { TerminalStream } from '../report/terminal-reporter.ts';
import { wantsColours } from '../report/terminal-style.ts';
import type { OutputGuard } from './output-guard.ts';

/** The world of a command, as its door knows it. Results go to `stdout`, everything else to `stderr`. */
export interface CommandContext {
  readonly stdout: TerminalStream;
  readonly stderr: TerminalStream;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Absolute. */
  readonly workingDirectory: string;
  /** Wall clock, milliseconds since 1970 UTC. */
  readonly nowMs: () => number;
  readonly newRunId: () => string;
  /** Stands before both streams; what else is written asks it. */
  readonly guard?: OutputGuard | undefined;
}

export type ExitCode = 0 | 1 | 2;

/** Whether text for this stream is to be coloured. */
export function coloursFor(stream: TerminalStream, { environment }: CommandContext): boolean {
  return wantsColours(stream.isTTY === true, environment);
}
