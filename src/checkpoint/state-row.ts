import { formatLsn, lsnOf } from '../model/lsn.ts';
import type { RunHistoryEntry } from '../model/run-history.ts';

/** A row of `buildLoadCheckpoint`, by name. */
export interface StateRow {
  readonly entry: string;
  readonly epoch: string;
  /** Decimal. */
  readonly lsn: string;
  readonly document: string;
  readonly runId: string;
  /** Microseconds since 1970 UTC; null in a checkpoint's row. */
  readonly startedAt: string | null;
  readonly updatedAt: string | null;
  /** From the LSN it began with to the lag it found. */
  readonly numbers: readonly (string | null)[];
}

/** Names the values of a row, in the order in which the statement asks for them. */
export function readStateRow(row: readonly (string | null)[]): StateRow {
  const [epoch, lsn, document, runId, entry, startedAt, updatedAt, ...numbers] = row;
  return {
    entry: entry ?? '',
    epoch: epoch ?? '',
    lsn: lsn ?? '',
    document: document ?? '',
    runId: runId ?? '',
    startedAt: startedAt ?? null,
    updatedAt: updatedAt ?? null,
    numbers,
  };
}

/** A run of the history. A count that a row lacks is none: 0. */
export function runHistoryEntry({ lsn, runId, startedAt, updatedAt, numbers }: StateRow): RunHistoryEntry {
  const [from, intervals, changes, loaded, inserted, updated, deleted, stagedBytes, lagBytes] = numbers;
  return {
    runId,
    startedAt: formatInstant(startedAt ?? updatedAt),
    updatedAt: formatInstant(updatedAt),
    from: isNone(from) ? null : formatLsn(lsnOf(BigInt(from))),
    to: formatLsn(lsnOf(BigInt(lsn))),
    intervals: Number(intervals ?? 0),
    changes: Number(changes ?? 0),
    loadedRows: Number(loaded ?? 0),
    insertedRows: Number(inserted ?? 0),
    updatedRows: Number(updated ?? 0),
    deletedRows: Number(deleted ?? 0),
    stagedBytes: Number(stagedBytes ?? 0),
    lagBytes: isNone(lagBytes) ? null : Number(lagBytes),
  };
}

function isNone(value: string | null | undefined): value is null | undefined {
  return value === null || value === undefined;
}

function formatInstant(microseconds: string | null): string {
  return new Date(Number(microseconds ?? 0) / 1000).toISOString();
}
