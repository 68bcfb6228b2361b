import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { findJdk } from '../../../scripts/spark/java.ts';
import { engineClassPath } from './compile-engine.ts';
import { JAVA_OPTIONS, sparkConfiguration } from './engine-settings.ts';

/** A running engine, for any process of this machine that is told of it. */
export interface SparkEngineAddress {
  readonly port: number;
  /** What a client says first. */
  readonly token: string;
  /** The local directory that stands for `/Volumes`. */
  readonly volumesDirectory: string;
}

export interface SparkEngineProcess extends AsyncDisposable {
  readonly address: SparkEngineAddress;
}

export interface SparkEngineOptions {
  /** Managed tables, and Spark's temporary files. */
  readonly warehouseDirectory: string;
  readonly volumesDirectory: string;
  /** Spark's warnings and errors; what it held before is gone. */
  readonly logFile: string;
}

/** Starts a Java process that runs SQL until it is disposed of or this process ends. Takes seconds. */
export async function startSparkProcess(options: SparkEngineOptions): Promise<SparkEngineProcess> {
  const { warehouseDirectory, volumesDirectory, logFile } = options;
  const jdk = await findJdk(process.env);
  const classPath = await engineClassPath(jdk);
  await mkdir(warehouseDirectory, { recursive: true });
  await mkdir(volumesDirectory, { recursive: true });
  const child = spawn(
    jdk.java,
    [
      ...JAVA_OPTIONS,
      `-Dlog4j2.configurationFile=${join(import.meta.dirname, 'log4j2.properties')}`,
      `-Dspark.engine.log=${logFile}`,
      'SparkEngine',
    ],
    { stdio: ['pipe', 'pipe', 'inherit'], env: { ...process.env, CLASSPATH: classPath } },
  );
  const token = randomUUID();
  const settings = { token, warehouseDirectory, configuration: sparkConfiguration(warehouseDirectory) };
  child.stdin.on('error', () => undefined); // it ended early, which is told by its exit
  child.stdin.write(`${JSON.stringify(settings)}\n`);
  const port = await readPort(child);
  return {
    address: { port, token, volumesDirectory },
    async [Symbol.asyncDispose]() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const ended = once(child, 'exit');
      child.stdin.end();
      await ended;
    },
  };
}

/** `{"port":40123}`, once Spark is ready. */
async function readPort(child: ChildProcessByStdio<Writable, Readable, null>): Promise<number> {
  const lines = createInterface({ input: child.stdout });
  const failed = once(child, 'exit').then(() => undefined);
  const line = await Promise.race([once(lines, 'line').then(([text]) => String(text)), failed]);
  const port = line === undefined ? undefined : Number(/^\{"port":(\d+)\}$/.exec(line)?.[1]);
  if (port === undefined || !(port > 0))
    throw new Error(`Spark did not start: ${line ?? 'it ended, and has said why above'}`);
  return port;
}
