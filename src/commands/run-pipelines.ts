import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runPipeline } from '../ingest/run.ts';
import type { BackfillRequest } from '../model/backfill.ts';
import { ERROR_CODES, IngestError } from '../model/ingest-error.ts';
import type { Pipeline } from '../model/pipeline.ts';
import type { RunReport } from '../model/run-report.ts';
import type { TriggerReport } from '../model/trigger-report.ts';
import type { Reporter } from '../report/reporter.ts';
import { type TriggerInput, triggerReport } from '../schedule/punctuality.ts';
import { openPostgresSource } from '../source/postgres-source.ts';
import type { WarehouseOpener } from '../warehouse/warehouse.ts';
import { boundHeap } from './bound-heap.ts';
import { warehouseOf } from './open-warehouse.ts';
import type { StopSignals } from './stop-signals.ts';

export interface RunPipelinesOptions {
  readonly pipelines: readonly Pipeline[];
  readonly reporter: Reporter;
  /** Where a target looks for what its configuration leaves out. */
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly signals: Pick<StopSignals, 'stop' | 'abandon' | 'expire'>;
  /** For all pipelines together; `undefined`: no limit. */
  readonly maxDurationMs: number | undefined;
  /** Tables (`public.orders`) to load anew; only for a single pipeline. */
  readonly reload: readonly string[];
  /** What a person asks to have loaded; only for a single pipeline. */
  readonly backfill?: {
    readonly request: BackfillRequest;
    readonly maxLoadMs: number;
  };
  /** What started the command, where a workflow did; `undefined`: the reports tell nothing of it. */
  readonly trigger?: Promise<TriggerInput | undefined> | undefined;
  readonly nowMs: () => number;
  readonly newRunId: () => string;
  /** Called as each run ends. */
  readonly onReport: (report: RunReport) => void;
}

export interface PipelineRuns {
  readonly reports: readonly RunReport[];
  /** Pipelines without a report: told to stop, the program did not begin them, or did not wait for their end. */
  readonly unfinished: readonly string[];
}

/**
 * Runs pipelines one after the other; a failure of one does not keep the next from running.
 * Throws IngestError before the first when one of them can never work.
 */
export async function runPipelines(options: RunPipelinesOptions): Promise<PipelineRuns> {
  requireOnePipelineToReload(options);
  const runnable = await Promise.all(
    options.pipelines.map(async (pipeline) => ({
      pipeline,
      warehouse: await warehouseOf(pipeline, options.environment),
    })),
  );
  boundHeap();
  const workDirectory = await mkdtemp(join(tmpdir(), 'tributary-'));
  try {
    return await runInTurn(runnable, options, workDirectory);
  } finally {
    await rm(workDirectory, { recursive: true, force: true });
  }
}

function requireOnePipelineToReload({ pipelines, reload }: RunPipelinesOptions): void {
  if (reload.length === 0 || pipelines.length === 1) return;
  throw new IngestError('usage-invalid', '--reload names tables of one pipeline, and several would run.', {
    solution: `Choose it with --pipeline: ${pipelines.map(({ name }) => name).join(', ')}.`,
  });
}

interface Runnable {
  readonly pipeline: Pipeline;
  readonly warehouse: WarehouseOpener;
}

async function runInTurn(
  runnable: readonly Runnable[],
  options: RunPipelinesOptions,
  workDirectory: string,
): Promise<PipelineRuns> {
  const startedAtMs = options.nowMs();
  const reports: RunReport[] = [];
  const unfinished: string[] = [];
  for (const one of runnable) {
    const report = options.signals.stop.aborted
      ? undefined
      : await runUntilExpiry(one, options, workDirectory, remaining(options, startedAtMs));
    if (report === undefined) {
      unfinished.push(one.pipeline.name);
    } else {
      const complete = { ...report, trigger: triggerOf(report, await options.trigger) };
      reports.push(complete);
      options.onReport(complete);
    }
  }
  return { reports, unfinished };
}

function triggerOf({ history }: RunReport, trigger: TriggerInput | undefined): TriggerReport | null {
  if (trigger === undefined) return null;
  const [latest] = history ?? [];
  return triggerReport({
    ...trigger,
    previousBusyRunStartedAtMs: latest === undefined ? undefined : Date.parse(latest.startedAt),
  });
}

/** `undefined` when the run did not end in time after it had been told to. */
async function runUntilExpiry(
  { pipeline, warehouse }: Runnable,
  options: RunPipelinesOptions,
  workDirectory: string,
  maxDurationMs: number | undefined,
): Promise<RunReport | undefined> {
  const { signals, reporter, nowMs } = options;
  const expiry = Promise.withResolvers<undefined>();
  const expire = (): void => expiry.resolve(undefined);
  signals.expire.addEventListener('abort', expire, { once: true });
  try {
    const run = runPipeline({
      pipeline,
      warehouse,
      openSource: openPostgresSource,
      reporter,
      stop: signals.stop,
      abandon: signals.abandon,
      maxDurationMs,
      reload: options.reload,
      backfill: options.backfill?.request,
      maxLoadMs: options.backfill?.maxLoadMs,
      now: nowMs,
      workDirectory,
      runId: options.newRunId(),
    });
    return await Promise.race([run, expiry.promise]);
  } finally {
    signals.expire.removeEventListener('abort', expire);
  }
}

function remaining({ maxDurationMs, nowMs }: RunPipelinesOptions, startedAtMs: number): number | undefined {
  return maxDurationMs === undefined ? undefined : Math.max(0, maxDurationMs - (nowMs() - startedAtMs));
}

/** 0: every run did what it should; 1: one failed, or did not end; 2: all that failed need another configuration. */
export function exitCodeOf({ reports, unfinished }: PipelineRuns): 0 | 1 | 2 {
  const codes = reports.flatMap(({ error }) => (error === null ? [] : [ERROR_CODES[error.code].exitCode]));
  if (unfinished.length > 0 || codes.includes(1)) return 1;
  return codes.length > 0 ? 2 : 0;
}
