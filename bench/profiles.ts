import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as waitMs } from 'node:timers/promises';
import pg from 'pg';
import { runPipeline } from '../src/ingest/run.ts';
import { parseLsn, ZERO_LSN } from '../src/model/lsn.ts';
import type { Pipeline } from '../src/model/pipeline.ts';
import { Secret } from '../src/model/secret.ts';
import { openPostgresSource } from '../src/source/postgres-source.ts';
import { decodeKeepalive, KEEPALIVE } from '../src/source/replication-payload.ts';
import { ReplicationStream } from '../src/source/replication-stream.ts';
import { embeddedWarehouse } from '../src/warehouse/embedded/embedded-warehouse.ts';
import type { WarehouseOpener } from '../src/warehouse/warehouse.ts';
import { nullWarehouse } from './null-warehouse.ts';
import { BENCH_TABLES } from './shop-workload.ts';

export const PROFILES = ['ceiling', 'drain', 'run', 'copy', 'snapshot'] as const;
export type ProfileName = (typeof PROFILES)[number];

export interface ProfileInput {
  readonly profile: ProfileName;
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly password: string;
  readonly database: string;
  readonly slotName: string;
  /** Where the slot's contents end. */
  readonly flushLsn: string;
}

export interface ProfileResult {
  readonly profile: ProfileName;
  readonly seconds: number;
  readonly peakMemoryMb: number;
  /** Where the time went, for the profiles that are runs. */
  readonly stages: Readonly<Record<string, number>>;
  readonly stagedMb: number;
}

/** Measures one profile in this process, which should do nothing else: peak memory is the process's. */
export async function measureProfile(input: ProfileInput): Promise<ProfileResult> {
  const directory = await mkdtemp(path.join(tmpdir(), 'tributary-bench-'));
  try {
    const startedMs = performance.now();
    const details = await runProfile(input, directory);
    const seconds = (performance.now() - startedMs) / 1000;
    const peakMemoryMb = process.resourceUsage().maxRSS / 1024;
    return { profile: input.profile, seconds, peakMemoryMb, ...details };
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}

type Details = Pick<ProfileResult, 'stages' | 'stagedMb'>;

const NO_DETAILS: Details = { stages: {}, stagedMb: 0 };

function runProfile(input: ProfileInput, directory: string): Promise<Details> {
  switch (input.profile) {
    case 'ceiling':
      return receiveAndThrowAway(input);
    case 'drain':
      return ingest(input, directory, nullWarehouse(), false);
    case 'run':
      return ingest(input, directory, embeddedWarehouse(targetOf(directory)), false);
    case 'copy':
      return copyAndThrowAway(input);
    case 'snapshot':
      return ingest(input, directory, nullWarehouse(), true);
    default:
      return input.profile satisfies never;
  }
}

/** The slot's contents through the same receiver, looked at no further than to see their end. */
async function receiveAndThrowAway(input: ProfileInput): Promise<Details> {
  const settings = pipelineOf(input, '', false).source;
  const end = parseLsn(input.flushLsn);
  const never = new AbortController().signal;
  await using stream = await ReplicationStream.open(settings, {
    startLsn: ZERO_LSN,
    walSenderTimeoutMs: 60_000,
  });
  for (;;) {
    // Without a breath between reads, the receiver wakes for every small packet and takes the CPU from the walsender.
    await waitMs(1);
    const batch = await stream.pull(never);
    if (batch === undefined) throw new Error('the stream ended');
    for (const start of batch.starts) {
      if (batch.bytes[start] === KEEPALIVE && decodeKeepalive(batch.bytes, start).walEnd >= end)
        return NO_DETAILS;
    }
  }
}

async function copyAndThrowAway(input: ProfileInput): Promise<Details> {
  for (const table of BENCH_TABLES) {
    const client = new pg.Client(connectionOf(input));
    await client.connect();
    await client.query(`COPY ${table} TO STDOUT`);
    await client.end();
  }
  return NO_DETAILS;
}

async function ingest(
  input: ProfileInput,
  directory: string,
  warehouse: WarehouseOpener,
  initialLoad: boolean,
): Promise<Details> {
  const never = new AbortController().signal;
  const report = await runPipeline({
    pipeline: pipelineOf(input, directory, initialLoad),
    warehouse,
    openSource: openPostgresSource,
    reporter: { report: () => undefined },
    stop: never,
    abandon: never,
    maxDurationMs: undefined,
    reload: [],
    now: Date.now,
    workDirectory: directory,
    runId: 'bench',
  });
  if (report.error !== null) throw new Error(`${report.error.code}: ${report.error.message}`);
  if (!report.caughtUp) throw new Error('the run did not catch up');
  return { stages: report.stageDurationsMs, stagedMb: report.staged.bytes / 1024 / 1024 };
}

function targetOf(directory: string) {
  return {
    tag: 'embedded',
    path: path.join(directory, 'lakehouse.duckdb'),
    catalog: 'lakehouse',
    schema: 'postgres_raw',
    stateSchema: 'postgres_raw',
    memoryLimitBytes: 1024 ** 3,
  } as const;
}

function pipelineOf(input: ProfileInput, directory: string, initialLoad: boolean): Pipeline {
  return {
    name: 'bench',
    description: undefined,
    source: {
      host: input.host,
      port: input.port,
      database: input.database,
      username: input.user,
      password: new Secret(input.password),
      sslmode: 'disable',
      sslrootcert: undefined,
      slotName: input.slotName,
      publicationName: 'bench',
      heartbeatIntervalMs: 10_000,
      connectTimeoutMs: 5_000,
      initialLoad,
      loadParallelism: 2,
      maxRetainedWalBytes: 1024 ** 4,
    },
    selection: { schemas: [{ name: 'public', tables: undefined }], excludeColumns: [], includeColumns: [] },
    target: targetOf(directory),
    naming: { prefix: 'pg_', case: 'lower' },
    write: { mode: 'merge', keys: new Map(), deletedRows: 'remove' },
    limits: {
      maxIntervalChanges: 5_000_000,
      maxIntervalBytes: 1024 ** 3,
      maxIntervalMs: 600_000,
      maxPartBytes: 32 * 1024 ** 2,
      maxPartRows: 100_000,
      loadRangeRows: 2_000_000,
    },
    specialValues: 'error',
    schedule: { tag: 'manual' },
  };
}

function connectionOf({ host, port, user, password, database }: ProfileInput): pg.ClientConfig {
  return { host, port, user, password, database };
}
