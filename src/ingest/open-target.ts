import { createHash } from 'node:crypto';
import { STATE_TABLE } from '../checkpoint/checkpoint-sql.ts';
import { CheckpointStore } from '../checkpoint/checkpoint-store.ts';
import type { BackfillRequest } from '../model/backfill.ts';
import type { Relation } from '../model/change.ts';
import type { Checkpoint, StoredCheckpoint } from '../model/checkpoint.ts';
import { IngestError } from '../model/ingest-error.ts';
import { type Lsn, laterLsn, ZERO_LSN } from '../model/lsn.ts';
import type { Pipeline } from '../model/pipeline.ts';
import { throwProblems } from '../model/problem.ts';
import type { UnfinishedLoad } from '../model/run-report.ts';
import type { SourceFacts } from '../model/source-facts.ts';
import type { Snapshot, Source } from '../source/source.ts';
import type { Warehouse, WarehouseOpener } from '../warehouse/warehouse.ts';
import { formatVoidHint, HINT_PREFIX } from './checkpoint-hint.ts';
import { type ChosenLoad, chooseLoads, judgeRequestState, needsReload } from './choose-loads.ts';
import { describeTable } from './describe-table.ts';
import { judgeCheckpoint } from './judge-checkpoint.ts';
import { loadTables } from './load-tables.ts';
import { judgeFreeSlots } from './preflight.ts';
import { prepareTarget } from './prepare-targets.ts';
import { Progress } from './progress.ts';
import { nowMicroseconds, type RunContext } from './run-context.ts';
import type { RunRecorder } from './run-recorder.ts';
import { severalAtOnce } from './several-at-once.ts';
import { checkpointTable, judgeDrift, knownTable, planTable, type TablePlan } from './table-plan.ts';
import type { SelectedTable } from './table-selection.ts';
import { TableState } from './table-state.ts';

/** The target, open: checkpoint loaded and claimed, tables in shape and loaded, ready for changes. */
export interface OpenTarget {
  readonly context: RunContext;
  readonly tables: ReadonlyMap<number, TableState>;
  readonly progress: Progress;
  /** The latest LSN that a table was loaded as of; changes up to it complete what the others have. */
  readonly loadedTo: Lsn;
  /** Makes a table ready for a relation that it was not described by before. */
  describeTable(table: TableState, relation: Relation): Promise<void>;
}

export interface OpenTargetOptions {
  readonly pipeline: Pipeline;
  readonly runId: string;
  readonly source: Source;
  readonly warehouse: WarehouseOpener;
  readonly recorder: RunRecorder;
  readonly workDirectory: string;
  readonly nowMs: () => number;
  readonly abandon: AbortSignal;
  readonly facts: SourceFacts;
  readonly selected: readonly SelectedTable[];
  /** Tables to load anew. */
  readonly reload: readonly string[];
  /** What a person asks to have loaded; `undefined` in an ordinary run. */
  readonly backfill: BackfillRequest | undefined;
  /** Whether a load may go on with the next range. */
  readonly mayLoad: () => boolean;
  /** Is called when the pipeline's slot has been made, before anything is loaded from its snapshot. */
  readonly onSlotMade: () => Promise<void>;
  /** Is told the warehouse as soon as it is open, so that the run closes it whatever happens next. */
  readonly onOpen: (warehouse: Warehouse) => void;
}

/** Making a table is mostly waiting. */
const TABLES_AT_ONCE = 4;

/**
 * Opens the target: the moment from which a run can write. Everything that keeps it from writing rightly is judged
 * here, before any row moves.
 */
export async function openTarget(options: OpenTargetOptions): Promise<OpenTarget> {
  const { pipeline, facts, recorder } = options;
  const warehouse = await options.warehouse.open(options.abandon);
  options.onOpen(warehouse);
  const state = { catalog: pipeline.target.catalog, schema: pipeline.target.stateSchema, table: STATE_TABLE };
  const now = (): bigint => nowMicroseconds(options);
  const store = new CheckpointStore({ warehouse, state, pipeline: pipeline.name, runId: options.runId, now });
  const found = await store.load();
  recorder.history(found?.history ?? []);
  if (found !== undefined) {
    recorder.checkpointFrom(found.checkpoint.lsn);
    throwProblems(judgeCheckpoint(facts, found.checkpoint, pipeline));
  }
  const stored = found === undefined ? undefined : forgetTables(found, options);
  throwProblems(
    options.selected.flatMap((table) => judgeDrift(table, knownTable(stored?.checkpoint, table))),
  );
  const stagedRoot = stagedRootOf(pipeline, facts);
  const begun: { progress: Progress | undefined } = { progress: undefined };
  const checkpointAgain = async (): Promise<void> => {
    await begun.progress?.checkpoint(begun.progress.lsn);
  };
  const context: RunContext = { ...options, warehouse, store, stagedRoot, checkpointAgain };
  const slot = facts.slot === undefined ? await createSlot(options) : undefined;
  try {
    if (slot !== undefined) await options.onSlotMade();
    const startLsn = stored?.checkpoint.lsn ?? slot?.consistentPoint ?? requireConfirmedLsn(facts);
    const tables = planTables(options, stored, startLsn, warehouse);
    const loads = beginLoads(tables, options);
    recorder.unfinishedLoads(() => unfinishedLoads(tables, options));
    const progress = await startProgress({ ...options, store, stored, startLsn, tables });
    begun.progress = progress;
    if (stored === undefined) recorder.checkpointTo(startLsn);
    await warehouse.removeStaged(stagedRoot);
    await severalAtOnce(tables, TABLES_AT_ONCE, ({ plan }) => prepareTarget(context, plan));
    if (stored !== undefined) await voidHint(context, loads);
    await loadChosen(context, progress, loads, slot, options);
    return {
      context,
      tables: new Map(tables.map((table) => [table.oid, table])),
      progress,
      loadedTo: tables
        .map((table) => laterLsn(table.loadedTo, loadedLsn(table.snapshot)))
        .reduce(laterLsn, ZERO_LSN),
      describeTable: (table, relation) => describeTable(context, options.facts, table, relation),
    };
  } finally {
    await slot?.[Symbol.asyncDispose]();
  }
}

function loadedLsn(snapshot: TablePlan['snapshot']): Lsn {
  return snapshot.tag === 'loaded' ? snapshot.lsn : ZERO_LSN;
}

/**
 * The checkpoint as if it did not know these tables: so they are loaded like new ones. Besides those that are to be loaded anew
 * they are those that a refresh is asked for and that have changed in a way which cannot be followed.
 */
function forgetTables(
  stored: StoredCheckpoint,
  { reload, backfill, selected }: Pick<OpenTargetOptions, 'reload' | 'backfill' | 'selected'>,
): StoredCheckpoint {
  const named = selected.filter(
    (table) =>
      reload.includes(table.displayName) ||
      (backfill !== undefined && needsReload(backfill, table, knownTable(stored.checkpoint, table))),
  );
  // The checkpoint may know a table by a name that it had before.
  const oids = new Set(named.map(({ source }) => source.oid));
  const tables = stored.checkpoint.tables.filter(({ oid }) => !oids.has(oid));
  return { ...stored, checkpoint: { ...stored.checkpoint, tables } };
}

function requireConfirmedLsn(facts: SourceFacts): Lsn {
  const lsn = facts.slot?.confirmedFlushLsn;
  if (lsn === undefined) throw new TypeError('a slot without a position is refused by preflight');
  return lsn;
}

async function createSlot(options: OpenTargetOptions): Promise<Snapshot> {
  throwProblems(judgeFreeSlots(options.facts, 1));
  const slot = await options.recorder.stage(
    'preflight',
    `making slot ${options.pipeline.source.slotName}`,
    () => options.source.createSlot(options.abandon),
  );
  options.recorder.notice(
    `Made replication slot "${options.pipeline.source.slotName}". It retains log: drop it when the pipeline is retired.`,
  );
  return slot;
}

function planTables(
  options: OpenTargetOptions,
  stored: StoredCheckpoint | undefined,
  startLsn: Lsn,
  warehouse: Warehouse,
): readonly TableState[] {
  const { pipeline } = options;
  return options.selected.map((table) => {
    const plan = planTable(table, knownTable(stored?.checkpoint, table), {
      deletedRows: pipeline.write.deletedRows,
      initialLoad: pipeline.source.initialLoad || options.reload.includes(table.displayName),
      // Changes count from the start LSN on, which is the first one that may be a commit record.
      startLsn: (startLsn - 1n) as Lsn,
    });
    return new TableState(plan, warehouse.dialect, options.recorder);
  });
}

async function startProgress(
  options: OpenTargetOptions & {
    readonly store: CheckpointStore;
    readonly stored: StoredCheckpoint | undefined;
    readonly startLsn: Lsn;
    readonly tables: readonly TableState[];
  },
): Promise<Progress> {
  const { facts, pipeline, store, stored, tables } = options;
  const frame = {
    drainTarget: facts.flushLsn,
    cluster: facts.cluster,
    slotName: pipeline.source.slotName,
    publicationOid: facts.publication?.oid ?? 0,
    runId: options.runId,
  };
  const first = (): Checkpoint => ({
    ...frame,
    lsn: options.startLsn,
    tables: tables.map(({ plan }) => checkpointTable(plan)),
  });
  return new Progress({
    store,
    frame,
    tables,
    recorder: options.recorder,
    checkpointed: stored === undefined ? await store.start(first()) : await store.claim(stored),
  });
}

/** Which loads this run does. The tables know from here on that they are in the middle of one. */
function beginLoads(
  tables: readonly TableState[],
  { backfill }: OpenTargetOptions,
): readonly ChosenLoad<TableState>[] {
  if (backfill !== undefined) throwProblems(judgeRequestState(backfill, tables));
  const loads = chooseLoads(tables, backfill);
  for (const { table, start } of loads) table.plan = { ...table.plan, snapshot: start };
  return loads;
}

function unfinishedLoads(
  tables: readonly TableState[],
  { pipeline }: OpenTargetOptions,
): readonly UnfinishedLoad[] {
  return tables.flatMap(({ displayName, snapshot, plan }) => {
    if (snapshot.tag !== 'loading' && snapshot.tag !== 'pending') return [];
    const { estimatedRows } = plan.selected.source;
    const continuedBy: UnfinishedLoad['continuedBy'] =
      snapshot.tag === 'loading' ? snapshot.by : pipeline.source.initialLoad ? 'run' : 'backfill';
    return [
      {
        table: displayName,
        loadedRows: snapshot.tag === 'loading' ? snapshot.loadedRows : 0,
        estimatedRows: estimatedRows < 0 ? null : estimatedRows,
        continuedBy,
      },
    ];
  });
}

/**
 * A load that is cut short leaves tables waiting although nothing was selected anew: the word that the last run left for an
 * idle one no longer holds.
 */
async function voidHint(
  { source, pipeline }: RunContext,
  loads: readonly ChosenLoad<TableState>[],
): Promise<void> {
  if (loads.length === 0) return;
  try {
    await source.emitMessage(HINT_PREFIX, formatVoidHint(pipeline));
  } catch (error) {
    // Who may not write one now has left none before.
    if (!(error instanceof IngestError && error.code === 'source-permission-denied')) throw error;
  }
}

/** Does what loads are planned: from the snapshot of the slot's creation, or from a temporary slot's. */
async function loadChosen(
  context: RunContext,
  progress: Progress,
  loads: readonly ChosenLoad<TableState>[],
  slot: Snapshot | undefined,
  { facts, pipeline, mayLoad: mayGoOn }: OpenTargetOptions,
): Promise<void> {
  if (loads.length === 0) return;
  const options = { serverEncoding: facts.serverEncoding, rangeRows: pipeline.limits.loadRangeRows, mayGoOn };
  await context.recorder.stage('load', loads.map(({ table }) => table.displayName).join(', '), async () => {
    if (slot !== undefined) return loadTables(context, progress, loads, slot, options);
    await using snapshot = await context.source.openSnapshot(context.abandon);
    // Awaited here: a returned promise would outlive the snapshot.
    return await loadTables(context, progress, loads, snapshot, options);
  });
}

/**
 * Staged paths take few characters everywhere. The hash keeps pipelines apart that look alike, or are called the same and
 * share a volume: each sweeps all of its own root.
 */
function stagedRootOf({ name, target, source }: Pipeline, { cluster }: SourceFacts): string {
  const readable = name.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-');
  const owner = [name, target.catalog, target.schema, target.stateSchema, cluster, source.slotName];
  const hash = createHash('sha256').update(JSON.stringify(owner)).digest('hex').slice(0, 12);
  return `p-${readable}-${hash}`;
}
