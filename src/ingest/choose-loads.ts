import type { BackfillRequest } from '../model/backfill.ts';
import type { LoadingState, SnapshotState, TableCheckpoint } from '../model/checkpoint.ts';
import { ALL_ROWS, isSameRange } from '../model/key-range.ts';
import type { Problem } from '../model/problem.ts';
import { faultOfEnd, isEmptyRange, keyOrderOf } from './key-order.ts';
import { judgeDrift } from './table-plan.ts';
import type { SelectedTable } from './table-selection.ts';

/** What a load begins with: nothing, or what an earlier one has come to. */
export type LoadStart = Extract<SnapshotState, { readonly tag: 'pending' }> | LoadingState;

export interface ChosenLoad<T> {
  readonly table: T;
  readonly start: LoadStart;
}

/** A table, by how far it is loaded. */
export interface LoadableTable {
  readonly displayName: string;
  readonly snapshot: SnapshotState;
}

/**
 * Which tables a run loads. Without a request: those that wait for their first load, or are in the middle of one. With
 * one: what it names, and nothing else. A request that finds itself begun goes on with what is left of it.
 */
export function chooseLoads<T extends LoadableTable>(
  tables: readonly T[],
  request: BackfillRequest | undefined,
): readonly ChosenLoad<T>[] {
  if (request === undefined)
    return tables.flatMap((table) => chosen(table, isForRun(table.snapshot) ? table.snapshot : undefined));
  const named = tables.filter(({ displayName }) => isNamed(request, displayName));
  const begun = named.filter(({ snapshot }) => isBegun(snapshot, request));
  return (begun.length > 0 ? begun : named).flatMap((table) =>
    chosen(table, startOf(table.snapshot, request)),
  );
}

function chosen<T>(table: T, start: LoadStart | undefined): readonly ChosenLoad<T>[] {
  return start === undefined ? [] : [{ table, start }];
}

function isForRun(snapshot: SnapshotState): snapshot is LoadStart {
  return snapshot.tag === 'pending' || (snapshot.tag === 'loading' && snapshot.by === 'run');
}

export function isNamed({ tables }: Pick<BackfillRequest, 'tables'>, displayName: string): boolean {
  return tables.length === 0 || tables.includes(displayName);
}

/** Whether a refresh of a whole table can only be a load like the first one: the table has changed in a way that cannot be followed. */
export function needsReload(
  request: BackfillRequest,
  table: SelectedTable,
  known: TableCheckpoint | undefined,
): boolean {
  const isRefresh = request.mode === 'refresh' && isSameRange(request.range, ALL_ROWS);
  return isRefresh && isNamed(request, table.displayName) && judgeDrift(table, known).length > 0;
}

/** Whether a refresh of just these rows is under way. */
function isBegun(snapshot: SnapshotState, { mode, range }: BackfillRequest): boolean {
  return (
    mode === 'refresh' &&
    snapshot.tag === 'loading' &&
    snapshot.purpose === 'refresh' &&
    isSameRange(snapshot.range, range)
  );
}

function startOf(snapshot: SnapshotState, request: BackfillRequest): LoadStart | undefined {
  switch (snapshot.tag) {
    case 'pending':
      return snapshot;
    case 'skipped':
      return { ...BEGINNING, lsn: snapshot.lsn, purpose: 'first-load' };
    case 'loading':
      if (snapshot.purpose === 'first-load' || isBegun(snapshot, request)) return snapshot;
      break;
    case 'loaded':
      break;
    default:
      return snapshot satisfies never;
  }
  return request.mode === 'refresh'
    ? { ...BEGINNING, lsn: snapshot.lsn, purpose: 'refresh', range: request.range }
    : undefined;
}

const BEGINNING = {
  tag: 'loading',
  after: null,
  range: ALL_ROWS,
  loadedRows: 0,
  by: 'backfill',
} as const satisfies Partial<LoadingState>;

/** What keeps a request from being carried out, whatever the tables' state. */
export function judgeRequest(
  request: BackfillRequest,
  selected: readonly SelectedTable[],
  serverEncoding: string,
): readonly Problem[] {
  const known = selected.map(({ displayName }) => displayName);
  const unknown = request.tables.filter((name) => !known.includes(name));
  if (unknown.length > 0)
    return unknown.map((name) => ({
      code: 'usage-invalid',
      message: `There is no selected table "${name}" to backfill.`,
      solution: `Name one of: ${known.join(', ')}.`,
    }));
  return isSameRange(request.range, ALL_ROWS) ? [] : judgeRange(request, selected, serverEncoding);
}

function judgeRange(
  { tables, mode, range }: BackfillRequest,
  selected: readonly SelectedTable[],
  serverEncoding: string,
): readonly Problem[] {
  const invalid = (message: string, solution: string): readonly Problem[] => [
    { code: 'usage-invalid', message, solution },
  ];
  if (mode !== 'refresh')
    return invalid(
      'A key range is given with the mode missing.',
      'Use the mode refresh, or leave the range out.',
    );
  const table = selected.find(({ displayName }) => displayName === tables[0]);
  if (table === undefined || tables.length !== 1)
    return invalid(
      'A key range is given, and not exactly one table.',
      'Name the one table that it is a range of.',
    );
  const [first] = keyOrderOf(table, serverEncoding) ?? [];
  if (first === undefined)
    return invalid(
      `${table.displayName} cannot be loaded by key ranges: source and target may order its row key (${table.keyColumns.join(', ')}) in different ways.`,
      'Refresh all of it: leave the range out.',
    );
  const faults = [range.from, range.to].flatMap((end) => {
    const wanted = end === null ? undefined : faultOfEnd(first, end);
    return wanted === undefined
      ? []
      : invalid(
          `An end of the key range is not ${wanted}, which column "${first.name}" of ${table.displayName} holds.`,
          'Correct the range: it goes by the first column of the row key.',
        );
  });
  if (faults.length > 0 || !isEmptyRange(first, range)) return faults;
  return invalid('The key range ends before it begins.', 'Exchange its two ends.');
}

/** What speaks against a request once the tables' state is known. */
export function judgeRequestState(
  request: BackfillRequest,
  tables: readonly LoadableTable[],
): readonly Problem[] {
  if (isSameRange(request.range, ALL_ROWS)) return [];
  return tables
    .filter(({ displayName }) => isNamed(request, displayName))
    .filter(
      ({ snapshot }) =>
        snapshot.tag === 'pending' ||
        snapshot.tag === 'skipped' ||
        (snapshot.tag === 'loading' && snapshot.purpose === 'first-load'),
    )
    .map(({ displayName }) => ({
      code: 'usage-invalid',
      message: `${displayName} has not been loaded completely, so that a range of it cannot be refreshed.`,
      solution: 'Load what is missing first: mode missing, without a range.',
    }));
}
