import { formatLsn, lsnOf } from '../../src/model/lsn.ts';
import type { RunHistoryEntry } from '../../src/model/run-history.ts';

const MINUTE_MS = 60_000;

/** A run of the history that took a minute and nothing was pending for; override what matters. */
export function historyEntry(
  startedAt: string,
  overrides: Partial<Omit<RunHistoryEntry, 'startedAt'>> = {},
): RunHistoryEntry {
  return {
    runId: `run at ${startedAt}`,
    startedAt: new Date(startedAt).toISOString(),
    updatedAt: new Date(Date.parse(startedAt) + MINUTE_MS).toISOString(),
    from: '0/0',
    to: formatLsn(lsnOf(1024n)),
    intervals: 1,
    changes: 0,
    loadedRows: 0,
    insertedRows: 0,
    updatedRows: 0,
    deletedRows: 0,
    stagedBytes: 0,
    lagBytes: 0,
    ...overrides,
  };
}
