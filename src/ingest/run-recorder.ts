import type { IngestError } from '../model/ingest-error.ts';
import { formatLsn, type Lsn } from '../model/lsn.ts';
import { type CostPerHour, runCost } from '../model/run-cost.ts';
import type { RunHistoryEntry } from '../model/run-history.ts';
import type { RunRecord } from '../model/run-record.ts';
import {
  type DriftReport,
  type Lag,
  type RunReport,
  type RunStatus,
  STAGES,
  type StageName,
  type TableReport,
  type UnfinishedLoad,
} from '../model/run-report.ts';
import type { SlotLook } from '../model/source-facts.ts';
import type { Reporter } from '../report/reporter.ts';
import type { WarehouseUsage } from '../warehouse/warehouse.ts';
import { walReport } from './wal-risk.ts';

type TableCounts = { -readonly [Key in Exclude<keyof TableReport, 'source' | 'target'>]: TableReport[Key] };

export interface RunRecorderOptions {
  readonly pipeline: string;
  readonly runId: string;
  readonly slot: string;
  /** `undefined`: the report tells no cost. */
  readonly costPerHour: CostPerHour | undefined;
  /** How often the pipeline is meant to run; `undefined`: nothing says so. */
  readonly scheduleMs: number | undefined;
  readonly reporter: Reporter;
  /** Milliseconds since 1970 UTC. */
  readonly nowMs: () => number;
}

/** Gathers what a run does into its report, and tells the reporter as it goes. */
export class RunRecorder {
  readonly #options: RunRecorderOptions;
  readonly #startedAtMs: number;
  readonly #durations = new Map<StageName, number>(STAGES.map((stage) => [stage, 0]));
  readonly #tables = new Map<string, { readonly target: string; readonly counts: TableCounts }>();
  readonly #drift: DriftReport[] = [];
  readonly #notices: string[] = [];
  readonly #staged = { files: 0, bytes: 0, rows: 0 };
  #unfinished: () => readonly UnfinishedLoad[] = () => [];
  #intervals = 0;
  /** Time of stages that ended within the one under way. */
  #innerMs = 0;
  #transactions = 0;
  #from: Lsn | undefined;
  #to: Lsn | undefined;
  #lagBefore: Lag = { bytes: null, seconds: null };
  #lagAfter: Lag = { bytes: null, seconds: null };
  #maxSlotWalKeepBytes: number | undefined;
  #slotLook: SlotLook | undefined;
  #history: readonly RunHistoryEntry[] | undefined;
  #warehouse = { opened: false, statements: 0, busyMs: 0, uploadedBytes: 0 };

  constructor(options: RunRecorderOptions) {
    this.#options = options;
    this.#startedAtMs = options.nowMs();
  }

  get reporter(): Reporter {
    return this.#options.reporter;
  }

  /** Whether the target is not what it was: changes merged, tables loaded, or a pipeline begun. */
  get hasMoved(): boolean {
    const hasBegun = this.#from === undefined && this.#to !== undefined;
    return (
      hasBegun ||
      this.#intervals > 0 ||
      [...this.#tables.values()].some(({ counts }) => counts.loadedRows > 0)
    );
  }

  /** Times a stage and tells about it; `detail` may be made of what the stage gave. */
  async stage<T>(
    stage: StageName,
    detail: string,
    work: () => Promise<T>,
    summary: (result: T) => string = () => detail,
  ): Promise<T> {
    this.reporter.report({ tag: 'stage-started', stage, detail });
    try {
      const result = await this.timed(stage, work);
      this.reporter.report({ tag: 'stage-finished', stage, detail: summary(result) });
      return result;
    } catch (error) {
      this.reporter.report({ tag: 'stage-finished', stage, detail: 'failed' });
      throw error;
    }
  }

  /** Times work for a stage without telling. What stages within it take counts for those, not for it. */
  async timed<T>(stage: StageName, work: () => Promise<T>): Promise<T> {
    const startedMs = this.#options.nowMs();
    const innerBefore = this.#innerMs;
    this.#innerMs = 0;
    try {
      return await work();
    } finally {
      const durationMs = this.#options.nowMs() - startedMs;
      this.#durations.set(stage, (this.#durations.get(stage) ?? 0) + durationMs - this.#innerMs);
      this.#innerMs = innerBefore + durationMs;
    }
  }

  table(source: string, target: string): TableCounts {
    const known = this.#tables.get(source);
    if (known !== undefined) return known.counts;
    const counts: TableCounts = {
      loadedRows: 0,
      insertedRows: 0,
      updatedRows: 0,
      deletedRows: 0,
      changes: 0,
      specialValues: 0,
    };
    this.#tables.set(source, { target, counts });
    return counts;
  }

  drift(drift: DriftReport): void {
    this.#drift.push(drift);
  }

  /** What to ask at the run's end for the loads that are not at theirs. */
  unfinishedLoads(ask: () => readonly UnfinishedLoad[]): void {
    this.#unfinished = ask;
  }

  notice(text: string): void {
    this.#notices.push(text);
    this.reporter.report({ tag: 'notice', text });
  }

  stagedFile(file: { readonly bytes: number; readonly rows: number }): void {
    this.#staged.files += 1;
    this.#staged.bytes += file.bytes;
    this.#staged.rows += file.rows;
  }

  interval(transactions: number): void {
    this.#intervals += 1;
    this.#transactions += transactions;
  }

  checkpointFrom(lsn: Lsn): void {
    this.#from = lsn;
    this.#to = lsn;
  }

  checkpointTo(lsn: Lsn): void {
    this.#to = lsn;
  }

  /** What the slot retains; the last look counts. */
  slotSeen(look: SlotLook): void {
    this.#slotLook = look;
  }

  /** `max_slot_wal_keep_size`; `undefined`: no limit. */
  slotLimit(maxSlotWalKeepBytes: number | undefined): void {
    this.#maxSlotWalKeepBytes = maxSlotWalKeepBytes;
  }

  /** The runs before this one, the latest first. */
  history(entries: readonly RunHistoryEntry[]): void {
    this.#history = entries;
  }

  lagBefore(lag: Partial<Lag>): void {
    this.#lagBefore = { ...this.#lagBefore, ...lag };
    // As long as nothing better is known, the run has not come any further.
    this.#lagAfter = this.#lagBefore;
  }

  lagAfter(lag: Lag): void {
    this.#lagAfter = lag;
  }

  warehouse({ statements, busyMs, uploadedBytes }: WarehouseUsage): void {
    this.#warehouse = { opened: true, statements, busyMs: Math.round(busyMs), uploadedBytes };
  }

  /** What the run has done so far, for its entry in the history. */
  record(): RunRecord {
    const counts = [...this.#tables.values()].map((table) => table.counts);
    const sum = (of: (counts: TableCounts) => number): number =>
      counts.reduce((total, one) => total + of(one), 0);
    return {
      startedAt: BigInt(Math.trunc(this.#startedAtMs * 1000)),
      from: this.#from,
      intervals: this.#intervals,
      changes: sum(({ changes }) => changes),
      loadedRows: sum(({ loadedRows }) => loadedRows),
      insertedRows: sum(({ insertedRows }) => insertedRows),
      updatedRows: sum(({ updatedRows }) => updatedRows),
      deletedRows: sum(({ deletedRows }) => deletedRows),
      stagedBytes: this.#staged.bytes,
      lagBytes: this.#lagBefore.bytes ?? undefined,
    };
  }

  finish(outcome: {
    readonly status: RunStatus;
    readonly notCaughtUp: string | undefined;
    readonly error: IngestError | undefined;
  }): RunReport {
    const finishedAtMs = this.#options.nowMs();
    return {
      schemaVersion: 1,
      pipeline: this.#options.pipeline,
      runId: this.#options.runId,
      status: outcome.status,
      startedAt: new Date(this.#startedAtMs).toISOString(),
      finishedAt: new Date(finishedAtMs).toISOString(),
      durationMs: Math.round(finishedAtMs - this.#startedAtMs),
      slot: this.#options.slot,
      checkpoint: { from: lsnText(this.#from), to: lsnText(this.#to) },
      lag: { before: this.#lagBefore, after: this.#lagAfter },
      caughtUp: outcome.notCaughtUp === undefined,
      notCaughtUp: outcome.notCaughtUp ?? null,
      intervals: this.#intervals,
      transactions: this.#transactions,
      tables: [...this.#tables].map(([source, { target, counts }]) => ({ source, target, ...counts })),
      drift: this.#drift,
      staged: { ...this.#staged },
      stageDurationsMs: stageDurations(this.#durations),
      warehouse: this.#warehouse,
      cost:
        this.#options.costPerHour === undefined
          ? null
          : runCost(this.#warehouse.busyMs, this.#options.costPerHour),
      unfinishedLoads: this.#unfinished(),
      trigger: null,
      wal:
        this.#slotLook === undefined
          ? null
          : (walReport({
              ...this.#slotLook,
              maxSlotWalKeepBytes: this.#maxSlotWalKeepBytes,
              history: this.#history ?? [],
              nowMs: finishedAtMs,
              scheduleMs: this.#options.scheduleMs,
            }) ?? null),
      history: this.#history ?? null,
      notices: this.#notices,
      error:
        outcome.error === undefined
          ? null
          : {
              code: outcome.error.code,
              message: outcome.error.message,
              solution: outcome.error.solution ?? null,
            },
    };
  }
}

function lsnText(lsn: Lsn | undefined): string | null {
  return lsn === undefined ? null : formatLsn(lsn);
}

function stageDurations(durations: ReadonlyMap<StageName, number>): Record<StageName, number> {
  const of = (stage: StageName): number => Math.round(durations.get(stage) ?? 0);
  return {
    preflight: of('preflight'),
    load: of('load'),
    drain: of('drain'),
    stage: of('stage'),
    merge: of('merge'),
    checkpoint: of('checkpoint'),
    acknowledge: of('acknowledge'),
  };
}
