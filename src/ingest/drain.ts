import { acknowledge } from '../acknowledge.ts';
import { decodeMessage } from '../decode/pgoutput.ts';
import type { Commit, Relation, RowChange, WalMessage } from '../model/change.ts';
import { IngestError } from '../model/ingest-error.ts';
import { type Lsn, laterLsn, lsnDistance, ZERO_LSN } from '../model/lsn.ts';
import type { Pipeline } from '../model/pipeline.ts';
import type { WalBatch } from '../model/wal-batch.ts';
import {
  decodeKeepalive,
  KEEPALIVE,
  XLOG_DATA,
  XLOG_DATA_HEADER_BYTES,
} from '../source/replication-payload.ts';
import type { WalStream } from '../source/source.ts';
import { type CheckpointHint, HINT_PREFIX, parseCheckpointHint } from './checkpoint-hint.ts';
import { Interval } from './interval.ts';
import type { OpenTarget } from './open-target.ts';
import type { RunRecorder } from './run-recorder.ts';
import type { TableState } from './table-state.ts';

export interface DrainOptions {
  readonly pipeline: Pipeline;
  readonly stream: WalStream;
  readonly recorder: RunRecorder;
  /** OIDs of the selected tables. */
  readonly selected: ReadonlySet<number>;
  /** Where the stream begins: for telling how far the drain has got. */
  readonly startLsn: Lsn;
  readonly drainTarget: Lsn;
  /** The target, if the run had a reason to open it before. */
  readonly target: OpenTarget | undefined;
  /** Opens it when the first relevant change has come. */
  readonly openTarget: () => Promise<OpenTarget>;
  /**
   * Whether the target is opened although nothing relevant has come, when everything has been seen: with what the last
   * run left in the log for this one.
   */
  readonly mustOpen: (hint: CheckpointHint | undefined, drainedTo: Lsn) => boolean;
  /** End cleanly at the next commit. */
  readonly stop: AbortSignal;
  /** End now. */
  readonly abandon: AbortSignal;
}

export interface DrainOutcome {
  /** Everything that committed before this LSN has been seen. */
  readonly drainedTo: Lsn;
  readonly reachedTarget: boolean;
  readonly target: OpenTarget | undefined;
}

/** Changes between two words of progress. */
const PROGRESS_CHANGES = 10_000;
const PROGRESS_TASK = 'log';
const OPENED = 'opened';
/** What a batch takes in memory beside its bytes, roughly. */
const BATCH_OVERHEAD_BYTES = 1024;

/**
 * Takes in the stream up to the drain target, interval by interval.
 *
 * States: outside a transaction → (begin) → inside → (commit) → outside. Only outside, at a commit or at a keepalive,
 * is a position reached from which nothing is missing: there an interval may close, the drain end, the run stop.
 */
export class Drain {
  readonly #options: DrainOptions;
  readonly #relations = new Map<number, Relation>();
  #target: OpenTarget | undefined;
  #commit: Commit | undefined;
  #interval: Interval | undefined;
  #drainedTo: Lsn = ZERO_LSN;
  #received = 0;
  #oldestCommitAt: bigint | undefined;
  #hint: CheckpointHint | undefined;
  /** Batches that came while the target was being opened. */
  readonly #ahead: WalBatch[] = [];
  /** Asked for, and not come yet. */
  #awaited: Promise<WalBatch | undefined> | undefined;

  constructor(options: DrainOptions) {
    this.#options = options;
    this.#target = options.target;
  }

  /** Commit time of the first relevant change that was not in the target yet, in microseconds since 1970 UTC. */
  get oldestCommitAt(): bigint | undefined {
    return this.#oldestCommitAt;
  }

  async run(): Promise<DrainOutcome> {
    const { abandon, recorder } = this.#options;
    for (;;) {
      if (this.#mayStop() || this.#isComplete()) break;
      if (this.#isDone()) {
        // It may load tables, as of a later LSN than the drain target was.
        await this.#requireTarget();
        continue;
      }
      const batch = await this.#next();
      abandon.throwIfAborted();
      if (batch === undefined) continue;
      await this.#takeIn(batch);
    }
    recorder.reporter.report({ tag: 'progress-finished', task: PROGRESS_TASK });
    await this.#closeInterval(this.#drainedTo);
    return { drainedTo: this.#drainedTo, reachedTarget: this.#isComplete(), target: this.#target };
  }

  /** Everything has been seen, and the target has been looked at if it had to be. */
  #isComplete(): boolean {
    if (!this.#isDone()) return false;
    return this.#target !== undefined || !this.#options.mustOpen(this.#hint, this.#drainedTo);
  }

  #isDone(): boolean {
    if (this.#commit !== undefined) return false;
    // A table loaded just now is as of its snapshot, which may be later than the run's start.
    return this.#drainedTo >= laterLsn(this.#options.drainTarget, this.#target?.loadedTo ?? ZERO_LSN);
  }

  /** The next batch. Inside a transaction only `abandon` interrupts: a clean stop waits for the commit. */
  async #next(): Promise<WalBatch | undefined> {
    const { stop, abandon } = this.#options;
    const ready = this.#ahead.shift();
    if (ready !== undefined) return ready;
    const awaited = this.#awaited ?? this.#options.stream.pull(abandon);
    this.#awaited = awaited;
    const outcome = await (this.#commit === undefined ? orAborted(awaited, stop) : awaited);
    if (outcome === 'aborted') return undefined;
    this.#awaited = undefined;
    return outcome;
  }

  #mayStop(): boolean {
    return this.#options.stop.aborted && this.#commit === undefined;
  }

  async #takeIn(batch: WalBatch): Promise<void> {
    const { bytes, starts, ends } = batch;
    const receivedBefore = this.#received;
    for (let index = 0; index < starts.length; index++) {
      const start = starts[index] ?? 0;
      const tag = bytes[start];
      if (tag === XLOG_DATA) {
        const pending = this.#handle(decodeMessage(bytes, start + XLOG_DATA_HEADER_BYTES, ends[index] ?? 0));
        if (pending !== undefined) await pending;
        // What follows in the batch comes again: nothing after this commit has been taken in.
        if (this.#mayStop()) return;
      } else if (tag === KEEPALIVE) {
        this.#seeKeepalive(bytes, start);
      } else {
        throw new IngestError('protocol-violated', 'PostgreSQL sent something else than log data.');
      }
    }
    // Row images of this batch are held only if a change of it was taken in.
    const holdsImages = this.#received !== receivedBefore;
    if (holdsImages && this.#interval?.holdBatch(bytes.length) === true)
      await this.#interval.stageParts(false);
  }

  #seeKeepalive(bytes: Buffer, start: number): void {
    // Inside a transaction a keepalive may lie beyond the commit that is still to come.
    if (this.#commit === undefined)
      this.#drainedTo = laterLsn(this.#drainedTo, decodeKeepalive(bytes, start).walEnd);
  }

  /** Takes in one message; a promise only where something has to be waited for. */
  #handle(message: WalMessage): Promise<void> | undefined {
    switch (message.tag) {
      case 'begin':
        this.#commit = message.commit;
        return undefined;
      case 'insert':
      case 'update':
      case 'delete':
        return this.#handleChange(message);
      case 'truncate':
        return this.#handleTruncate(message.relationOids);
      case 'relation':
        this.#relations.set(message.relation.oid, message.relation);
        return undefined;
      case 'commit':
        return this.#handleCommit(message.commitEndLsn);
      case 'message':
        if (message.prefix === HINT_PREFIX) this.#readHint(message.content.toString());
        return undefined;
      case 'ignored':
        return undefined;
      default:
        return message satisfies never;
    }
  }

  #readHint(text: string): void {
    this.#hint = parseCheckpointHint(this.#options.pipeline, text) ?? this.#hint;
  }

  #handleChange(change: RowChange): Promise<void> | undefined {
    if (!this.#options.selected.has(change.relationOid)) return undefined;
    const commit = this.#requireCommit();
    const relation = this.#relations.get(change.relationOid);
    const target = this.#target;
    const table = target?.tables.get(change.relationOid);
    if (
      target === undefined ||
      table === undefined ||
      relation === undefined ||
      !table.isDescribedBy(relation)
    ) {
      return this.#handleUndescribed(change, commit);
    }
    if (this.#isWanted(target, table, commit)) this.#apply(target, table, change, commit);
    return undefined;
  }

  #apply(target: OpenTarget, table: TableState, change: RowChange, commit: Commit): void {
    this.#interval ??= new Interval(target.context, target.progress.lsn);
    this.#interval.apply(table, change, commit);
    this.#oldestCommitAt ??= commit.committedAt;
    this.#received += 1;
    if (this.#received % PROGRESS_CHANGES === 0) {
      const { recorder, startLsn, drainTarget } = this.#options;
      const total = lsnDistance(startLsn, drainTarget);
      const done = Math.min(total, lsnDistance(startLsn, commit.commitLsn));
      recorder.reporter.report({ tag: 'progress', task: PROGRESS_TASK, done, total, unit: 'bytes' });
    }
  }

  /** The first change ever, or the first one since the table was described anew. */
  async #handleUndescribed(change: RowChange, commit: Commit): Promise<void> {
    const target = await this.#requireTarget();
    const table = target.tables.get(change.relationOid);
    const relation = this.#relations.get(change.relationOid);
    if (table === undefined) return;
    if (relation === undefined) {
      throw new IngestError(
        'protocol-violated',
        `${table.target.source}: a change came before the table was described.`,
      );
    }
    if (!this.#isWanted(target, table, commit)) return;
    if (!table.redescribe(relation)) {
      await this.#interval?.changeShape(table);
      await target.describeTable(table, relation);
    }
    if (this.#isWanted(target, table, commit)) this.#apply(target, table, change, commit);
  }

  async #handleTruncate(relationOids: readonly number[]): Promise<void> {
    const commit = this.#requireCommit();
    for (const oid of relationOids) {
      if (!this.#options.selected.has(oid)) continue;
      const target = await this.#requireTarget();
      const table = target.tables.get(oid);
      if (table === undefined || !this.#isWanted(target, table, commit)) continue;
      this.#interval ??= new Interval(target.context, target.progress.lsn);
      this.#interval.truncate(table, commit);
      this.#oldestCommitAt ??= commit.committedAt;
    }
  }

  /** A commit record before the checkpoint belongs to a transaction that is in the target already. */
  #isWanted(target: OpenTarget, table: TableState, commit: Commit): boolean {
    return commit.commitLsn >= target.progress.lsn && table.wants(commit.commitLsn);
  }

  #handleCommit(commitEndLsn: Lsn): Promise<void> | undefined {
    this.#commit = undefined;
    this.#drainedTo = laterLsn(this.#drainedTo, commitEndLsn);
    const interval = this.#interval;
    if (interval === undefined) return undefined;
    interval.countTransaction();
    return interval.isFull() ? this.#closeInterval(commitEndLsn) : undefined;
  }

  /** Merge, then checkpoint, then acknowledge: never in another order. */
  async #closeInterval(endLsn: Lsn): Promise<void> {
    const interval = this.#interval;
    const target = this.#target;
    if (interval === undefined || target === undefined) return;
    await interval.merge();
    this.#interval = undefined;
    for (const table of target.tables.values()) table.settleColumns();
    const checkpointed = await target.progress.checkpoint(endLsn);
    acknowledge(this.#options.stream, checkpointed);
    await interval.removeStaged();
  }

  async #requireTarget(): Promise<OpenTarget> {
    this.#target ??= await this.#receiveWhile(this.#options.openTarget());
    return this.#target;
  }

  /** A warehouse may take minutes to start: the walsender goes on meanwhile, as far as a part's memory reaches. */
  async #receiveWhile<T>(opening: Promise<T>): Promise<T> {
    const { stream, abandon, pipeline } = this.#options;
    const opened = opening.then((): typeof OPENED => OPENED);
    let bytes = 0;
    try {
      while (bytes < pipeline.limits.maxPartBytes) {
        this.#awaited ??= stream.pull(abandon);
        const outcome = await Promise.race([opened, this.#awaited]);
        if (outcome === OPENED) break;
        this.#awaited = undefined;
        if (outcome === undefined) break;
        this.#ahead.push(outcome);
        // Nothing is left to send: every further pull would only ask the server again for a sign of life.
        if (!holdsLog(outcome)) break;
        bytes += outcome.bytes.length + BATCH_OVERHEAD_BYTES;
      }
    } catch (error) {
      // What is being opened must be known before the run gives up, so that it is closed again.
      await opening.catch(() => undefined);
      throw error;
    }
    return opening;
  }

  #requireCommit(): Commit {
    if (this.#commit === undefined) {
      throw new IngestError('protocol-violated', 'PostgreSQL sent a change outside a transaction.');
    }
    return this.#commit;
  }
}

/** What a promise gives, or `aborted` when the signal fires before; the promise goes on. */
async function orAborted<T>(promise: Promise<T>, signal: AbortSignal): Promise<T | 'aborted'> {
  const { promise: aborted, resolve } = Promise.withResolvers<'aborted'>();
  const abort = (): void => resolve('aborted');
  signal.addEventListener('abort', abort, { once: true });
  try {
    return signal.aborted ? 'aborted' : await Promise.race([promise, aborted]);
  } finally {
    signal.removeEventListener('abort', abort);
  }
}

function holdsLog({ bytes, starts }: WalBatch): boolean {
  return starts.some((start) => bytes[start] === XLOG_DATA);
}
