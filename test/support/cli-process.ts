import { type ChildProcess, spawn } from 'node:child_process';
import { resolve } from 'node:path';
import { text } from 'node:stream/consumers';

export interface CliResult {
  /** `null` when a signal ended it. */
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface CliOptions {
  readonly directory: string;
  readonly environment?: Readonly<Record<string, string>>;
}

export interface RunningCli {
  readonly child: ChildProcess;
  readonly result: Promise<CliResult>;
}

const CLI = resolve(import.meta.dirname, '../../src/cli.ts');

/** Runs the command line in a process of its own, with nothing of this environment but PATH and what is given. */
export function runCli(args: readonly string[], options: CliOptions): Promise<CliResult> {
  return startCli(args, options).result;
}

/** The same, for a test that has something to do with the process meanwhile. */
export function startCli(args: readonly string[], options: CliOptions): RunningCli {
  const { PATH: path = '' } = process.env;
  const child = spawn(process.execPath, [CLI, ...args], {
    cwd: options.directory,
    env: { PATH: path, ...options.environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = new Promise<number | null>((settle, reject) => {
    child.once('error', reject);
    child.once('close', settle);
  });
  const result = Promise.all([text(child.stdout), text(child.stderr), ended]).then(
    ([stdout, stderr, exitCode]) => ({ exitCode, stdout, stderr }),
  );
  return { child, result };
}
