import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';

export interface CommandResult {
  /** null when a signal ended it. */
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A command under way. */
export interface RunningCommand {
  readonly child: ChildProcess;
  readonly result: Promise<CommandResult>;
}

export interface TributaryCommandOptions {
  /** The file that the command line starts from. */
  readonly cliEntry: string;
  readonly workingDirectory: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly signal: AbortSignal;
}

/** The real command line, in a process of its own, as a shell would start it. */
export class TributaryCommand {
  readonly #options: TributaryCommandOptions;

  constructor(options: TributaryCommandOptions) {
    this.#options = options;
  }

  async run(args: readonly string[]): Promise<CommandResult> {
    return await this.start(args).result;
  }

  start(args: readonly string[]): RunningCommand {
    const { cliEntry, workingDirectory, environment, signal } = this.#options;
    signal.throwIfAborted();
    const child = spawn(process.execPath, [...process.execArgv, cliEntry, ...args], {
      cwd: workingDirectory,
      env: environment,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const result = collect(child, signal);
    // Whoever started it may be busy with something else when it fails, and asks later.
    result.catch(() => undefined);
    return { child, result };
  }
}

async function collect(child: ChildProcess, signal: AbortSignal): Promise<CommandResult> {
  const output = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr'] as const)
    child[name]?.setEncoding('utf8').on('data', (text: string) => {
      output[name] += text;
    });
  // A demo that is given up waits for nobody: its lakehouse is a toy.
  const kill = () => void child.kill('SIGKILL');
  signal.addEventListener('abort', kill, { once: true });
  try {
    await once(child, 'close');
  } finally {
    signal.removeEventListener('abort', kill);
  }
  signal.throwIfAborted();
  return { exitCode: child.exitCode, ...output };
}
