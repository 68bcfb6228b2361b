import type { RunHistoryEntry } from '../model/run-history.ts';

export interface LoadSize {
  /** Rows, by the catalog's estimate; null: never analysed. */
  readonly rows: number | null;
  /** Bytes of the table at the source; null: not known. */
  readonly bytes: number | null;
}

export interface LoadEstimate {
  /** Milliseconds; null: neither rows nor bytes are known. */
  readonly durationMs: number | null;
  readonly basis: 'history' | 'assumption';
  /** What it was reckoned with, `at the 31,000 rows a second of this pipeline's last 2 loads`, as the end of a sentence. */
  readonly because: string;
}

/** Assumed where there is no load to learn from: a modest network, and a small SQL warehouse. */
const ASSUMED_ROWS_PER_SECOND = 25_000;
const ASSUMED_BYTES_PER_SECOND = 10 * 1024 * 1024;
/** Slot, tables, staging, MERGE: what the smallest load takes. */
const FIXED_MS = 10_000;
/** A smaller load tells how long its beginning took, and nothing of rows. */
const MIN_TELLING_ROWS = 10_000;

/**
 * How long a load takes: at the pace of this pipeline's own loads, or, where it has none, at an assumed one, which is told
 * as such. Pure.
 */
export function estimateLoad({
  rows,
  bytes,
  history,
}: LoadSize & { readonly history: readonly RunHistoryEntry[] }): LoadEstimate {
  const pace = learnedPace(history);
  if (pace !== undefined && rows !== null) {
    return {
      durationMs: Math.round((rows / pace.rowsPerSecond) * 1000),
      basis: 'history',
      because: `at the ${inThousands(Math.round(pace.rowsPerSecond))} rows a second of this pipeline's last ${pace.loads === 1 ? 'load' : `${pace.loads} loads`}`,
    };
  }
  const because = `assuming ${inThousands(ASSUMED_ROWS_PER_SECOND)} rows and ${ASSUMED_BYTES_PER_SECOND / 1024 ** 2} MiB a second`;
  if (rows === null && bytes === null) return { durationMs: null, basis: 'assumption', because };
  const seconds = Math.max((rows ?? 0) / ASSUMED_ROWS_PER_SECOND, (bytes ?? 0) / ASSUMED_BYTES_PER_SECOND);
  return { durationMs: FIXED_MS + Math.round(seconds * 1000), basis: 'assumption', because };
}

/** From runs that did little else than to load. */
function learnedPace(
  history: readonly RunHistoryEntry[],
): { readonly rowsPerSecond: number; readonly loads: number } | undefined {
  const loads = history
    .filter(({ loadedRows, changes }) => loadedRows >= MIN_TELLING_ROWS && loadedRows >= changes)
    .map(({ loadedRows, startedAt, updatedAt }) => ({
      rows: loadedRows,
      ms: Date.parse(updatedAt) - Date.parse(startedAt),
    }))
    .filter(({ ms }) => ms > 0);
  const ms = loads.reduce((sum, load) => sum + load.ms, 0);
  if (ms === 0) return undefined;
  const rows = loads.reduce((sum, load) => sum + load.rows, 0);
  return { rowsPerSecond: (rows / ms) * 1000, loads: loads.length };
}

function inThousands(count: number): string {
  return count.toString().replace(/\B(?=(\d{3})+$)/g, ',');
}
