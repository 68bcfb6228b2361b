import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import pg from 'pg';
import { describe, expect, it, onTestFinished } from 'vitest';
import { type LocalPostgres, startLocalPostgres } from '../../src/demo/local-postgres.ts';

const MODULE = new URL('../../src/demo/local-postgres.ts', import.meta.url).href;

describe('a local PostgreSQL', () => {
  it('is left alone while its process lives, and stopped by the next start after the process was killed', async () => {
    const dataDirectory = await makeDirectory();
    const { child, port } = await startInChild(dataDirectory, 'setInterval(() => {}, 1000)');
    await expect(startLocalPostgres({ dataDirectory, persistent: false })).rejects.toThrow(
      `Process ${child.pid} already runs a PostgreSQL server`,
    );
    child.kill('SIGKILL');
    await once(child, 'close');
    expect(await isListening(port)).toBe(true);
    {
      await using next = await startLocalPostgres({ dataDirectory, persistent: false });
      expect(await isListening(port)).toBe(next.port === port);
      expect(await isListening(next.port)).toBe(true);
    }
    expect(existsSync(dataDirectory)).toBe(false);
  });

  it('goes, with its files, when its process ends without stopping it, and leaves the exit code as it was', async () => {
    const dataDirectory = await makeDirectory();
    const { child, port } = await startInChild(dataDirectory, 'process.exitCode = 3; process.stdin.unref()');
    child.stdin?.end();
    await once(child, 'close');
    expect(child.exitCode).toBe(3);
    expect(await isListening(port)).toBe(false);
    expect(existsSync(dataDirectory)).toBe(false);
  });

  it('finds its rows again when it is persistent', async () => {
    const options = { dataDirectory: await makeDirectory(), persistent: true };
    {
      await using server = await startLocalPostgres(options);
      await query(server, 'CREATE TABLE kept AS SELECT 42 AS answer');
    }
    await using server = await startLocalPostgres(options);
    expect(await query(server, 'SELECT answer FROM kept')).toEqual([{ answer: 42 }]);
  });

  it('never empties a directory that holds something else', async () => {
    const dataDirectory = await makeDirectory();
    const file = join(dataDirectory, 'thesis.txt');
    await writeFile(file, 'twelve years of work');
    await expect(startLocalPostgres({ dataDirectory, persistent: false })).rejects.toThrow(
      'holds other files',
    );
    expect(existsSync(file)).toBe(true);
  });
});

async function makeDirectory(): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), 'tributary-test-'));
  onTestFinished(async () => await rm(directory, { recursive: true, force: true }));
  return directory;
}

/** Starts a server from a process of its own, which then does what the script says. */
async function startInChild(
  dataDirectory: string,
  script: string,
): Promise<{ readonly child: ChildProcess; readonly port: number }> {
  const program = `
    const { startLocalPostgres } = await import(${JSON.stringify(MODULE)});
    const server = await startLocalPostgres({ dataDirectory: ${JSON.stringify(dataDirectory)}, persistent: false });
    console.log(server.port);
    ${script}`;
  const stdio = ['pipe', 'pipe', 'inherit'] as const;
  const child = spawn(process.execPath, ['--input-type=module', '-e', program], { stdio: [...stdio] });
  onTestFinished(() => void child.kill());
  for await (const line of createInterface({ input: child.stdout })) return { child, port: Number(line) };
  throw new Error('the process ended before its server was there');
}

async function query(server: LocalPostgres, sql: string): Promise<readonly unknown[]> {
  const { host, port, superuser: user, password } = server;
  const client = new pg.Client({ host, port, user, password: password.reveal(), database: 'postgres' });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
}

async function isListening(port: number): Promise<boolean> {
  const socket = connect(port, '127.0.0.1');
  const { promise, resolve } = Promise.withResolvers<boolean>();
  socket.once('connect', () => resolve(true)).once('error', () => resolve(false));
  try {
    return await promise;
  } finally {
    socket.destroy();
  }
}
