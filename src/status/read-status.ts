import { STATE_TABLE } from '../checkpoint/checkpoint-sql.ts';
import { CheckpointStore } from '../checkpoint/checkpoint-store.ts';
import { retainedBytes } from '../ingest/lag.ts';
import { type ResolvedSelection, resolveSelection } from '../ingest/table-selection.ts';
import { walReport } from '../ingest/wal-risk.ts';
import type { StoredCheckpoint } from '../model/checkpoint.ts';
import { IngestError } from '../model/ingest-error.ts';
import { formatLsn, type Lsn, lsnDistance } from '../model/lsn.ts';
import type { Pipeline, SourceSettings } from '../model/pipeline.ts';
import type { Slot, SourceFacts } from '../model/source-facts.ts';
import type { SlotStatus, SourceStatus, StatusReport, TargetStatus } from '../model/status-report.ts';
import type { WalReport } from '../model/wal-report.ts';
import type { Source } from '../source/source.ts';
import type { Warehouse } from '../warehouse/warehouse.ts';
import { healthOf, judgeStatus } from './status-findings.ts';
import { tableStatuses } from './table-statuses.ts';

export interface StatusOptions {
  readonly pipeline: Pipeline;
  readonly openSource: (settings: SourceSettings, schemas: readonly string[]) => Promise<Source>;
  /** `undefined`: the target is left alone. Gives `undefined` where there is nothing yet that could be opened. */
  readonly openTarget: (() => Promise<Warehouse | undefined>) | undefined;
  /** Milliseconds since 1970 UTC. */
  readonly nowMs: () => number;
}

/**
 * How a pipeline stands, from a look at its source and, unless it is to be left alone, at its target. Changes nothing. What
 * keeps a side from being looked at stands among the findings, and hides nothing of the other side.
 */
export async function readStatus(options: StatusOptions): Promise<StatusReport> {
  const { pipeline } = options;
  const [source, target] = await Promise.all([
    outcomeOf(lookAtSource(options)),
    outcomeOf(lookAtTarget(options)),
  ]);
  const nowMs = options.nowMs();
  const stored = target.found?.stored;
  const tables =
    target.found === undefined
      ? []
      : tableStatuses(pipeline, stored?.checkpoint, source.found?.selection.tables);
  const scheduleMs = pipeline.schedule.tag === 'interval' ? pipeline.schedule.everyMs : undefined;
  const wal =
    source.found === undefined
      ? undefined
      : walReport({ ...source.found.facts, history: stored?.history ?? [], nowMs, scheduleMs });
  const findings = judgeStatus({
    pipeline,
    source: source.found,
    checkpoint: stored?.checkpoint,
    tables,
    wal,
    errors: [...source.errors, ...target.errors],
    scheduleMs,
    nowMs,
  });
  return {
    schemaVersion: 1,
    pipeline: pipeline.name,
    lookedAt: new Date(nowMs).toISOString(),
    health: healthOf(findings),
    findings,
    source: source.found === undefined ? null : sourceStatus(source.found, wal),
    target: target.found === undefined ? null : targetStatus(stored, tables),
    lagBytes: source.found === undefined ? null : lagBytes(source.found.facts, stored?.checkpoint.lsn),
    lastRunAt: lastRunAt(source.found?.facts.slot, stored),
    scheduleMs: scheduleMs ?? null,
  };
}

interface SourceLook {
  readonly facts: SourceFacts;
  readonly selection: ResolvedSelection;
}

async function lookAtSource({ pipeline, openSource }: StatusOptions): Promise<SourceLook> {
  const schemas = pipeline.selection.schemas.map(({ name }) => name);
  await using source = await openSource(pipeline.source, schemas);
  const facts = await source.readFacts();
  return { facts, selection: resolveSelection(facts, pipeline) };
}

interface TargetLook {
  /** `undefined`: the pipeline has never written a checkpoint. */
  readonly stored: StoredCheckpoint | undefined;
}

async function lookAtTarget({ pipeline, openTarget }: StatusOptions): Promise<TargetLook | undefined> {
  if (openTarget === undefined) return undefined;
  await using warehouse = await openTarget();
  if (warehouse === undefined) return { stored: undefined };
  const { catalog, stateSchema: schema } = pipeline.target;
  const store = new CheckpointStore({
    warehouse,
    state: { catalog, schema, table: STATE_TABLE },
    pipeline: pipeline.name,
    // For writing, which is not done here.
    runId: '',
    now: () => 0n,
  });
  return { stored: await store.load() };
}

/** An error that has a name is told; any other is a fault of this program, and thrown. */
async function outcomeOf<T>(
  look: Promise<T>,
): Promise<{ readonly found: T | undefined; readonly errors: readonly IngestError[] }> {
  try {
    return { found: await look, errors: [] };
  } catch (error) {
    if (!(error instanceof IngestError)) throw error;
    return { found: undefined, errors: [error] };
  }
}

function sourceStatus({ facts, selection }: SourceLook, wal: WalReport | undefined): SourceStatus {
  return {
    flushLsn: formatLsn(facts.flushLsn),
    slot: facts.slot === undefined ? null : slotStatus(facts.slot),
    wal: wal ?? null,
    selectedTables: selection.tables.length,
  };
}

function slotStatus({ name, active, walStatus, restartLsn, confirmedFlushLsn }: Slot): SlotStatus {
  return {
    name,
    active,
    walStatus: walStatus ?? null,
    restartLsn: lsnText(restartLsn),
    confirmedFlushLsn: lsnText(confirmedFlushLsn),
  };
}

function targetStatus(stored: StoredCheckpoint | undefined, tables: TargetStatus['tables']): TargetStatus {
  return {
    checkpoint:
      stored === undefined ? null : { lsn: formatLsn(stored.checkpoint.lsn), runId: stored.checkpoint.runId },
    tables,
    history: stored?.history ?? [],
  };
}

function lagBytes(facts: SourceFacts, checkpointLsn: Lsn | undefined): number | null {
  return checkpointLsn === undefined ? retainedBytes(facts) : lsnDistance(checkpointLsn, facts.flushLsn);
}

/** The slot knows of idle runs, too, and the checkpoint's history of those before the server's last start. */
function lastRunAt(slot: Slot | undefined, stored: StoredCheckpoint | undefined): string | null {
  const [latest] = stored?.history ?? [];
  const known = [slot?.inactiveSinceMs, latest === undefined ? undefined : Date.parse(latest.updatedAt)];
  const times = known.filter((time) => time !== undefined);
  return times.length === 0 ? null : new Date(Math.max(...times)).toISOString();
}

function lsnText(lsn: Lsn | undefined): string | null {
  return lsn === undefined ? null : formatLsn(lsn);
}
