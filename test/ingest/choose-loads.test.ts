import { describe, expect, it } from 'vitest';
import { chooseLoads, judgeRequestState, type LoadableTable } from '../../src/ingest/choose-loads.ts';
import type { BackfillRequest } from '../../src/model/backfill.ts';
import type { LoadingState, SnapshotState } from '../../src/model/checkpoint.ts';
import { ALL_ROWS } from '../../src/model/key-range.ts';
import { lsnOf } from '../../src/model/lsn.ts';

const LSN = lsnOf(4711n);
const LOADED: SnapshotState = { tag: 'loaded', lsn: LSN };
const SKIPPED: SnapshotState = { tag: 'skipped', lsn: LSN };
const PENDING: SnapshotState = { tag: 'pending' };
const SOME = { from: '10', to: '20' };

function loading(changes: Partial<LoadingState> = {}): LoadingState {
  const state = { tag: 'loading', lsn: LSN, after: ['7'], range: ALL_ROWS, loadedRows: 7 } as const;
  return { ...state, purpose: 'first-load', by: 'run', ...changes };
}

const REFRESHING = loading({ purpose: 'refresh', by: 'backfill' });

function table(displayName: string, snapshot: SnapshotState): LoadableTable {
  return { displayName, snapshot };
}

function request(changes: Partial<BackfillRequest> = {}): BackfillRequest {
  return { tables: [], mode: 'refresh', range: ALL_ROWS, ...changes };
}

/** Names of the tables that are loaded, with what each begins with. */
function chosen(
  tables: readonly LoadableTable[],
  wanted?: BackfillRequest,
): Readonly<Record<string, SnapshotState>> {
  return Object.fromEntries(
    chooseLoads(tables, wanted).map(({ table: { displayName }, start }) => [displayName, start]),
  );
}

describe('a run', () => {
  it('loads what waits for its first load, and goes on with what runs began', () => {
    const begun = loading();
    const states = { a: PENDING, b: begun, c: LOADED, d: SKIPPED, e: REFRESHING };
    const tables = Object.entries(states).map(([name, state]) => table(name, state));
    expect(chosen(tables)).toEqual({ a: PENDING, b: begun });
  });
});

describe('a request for what is missing', () => {
  it('takes tables that were never loaded completely, each from where it is', () => {
    const begun = loading({ by: 'backfill' });
    const tables = [table('a', PENDING), table('b', begun), table('c', LOADED), table('d', SKIPPED)];
    expect(chosen([...tables, table('e', REFRESHING)], request({ mode: 'missing' }))).toEqual({
      a: PENDING,
      b: begun,
      // Its changes have counted since it was skipped, and go on counting.
      d: loading({ after: null, loadedRows: 0, by: 'backfill' }),
    });
  });

  it('takes only what it names', () => {
    const tables = [table('a', PENDING), table('b', PENDING)];
    expect(chosen(tables, request({ mode: 'missing', tables: ['b'] }))).toEqual({ b: PENDING });
  });
});

describe('a request to refresh', () => {
  const BEGINNING = loading({ after: null, loadedRows: 0, purpose: 'refresh', by: 'backfill' });

  it('begins with every table that it names', () => {
    const tables = [table('a', LOADED), table('b', LOADED)];
    expect(chosen(tables, request())).toEqual({ a: BEGINNING, b: BEGINNING });
    expect(chosen(tables, request({ tables: ['a'], range: SOME }))).toEqual({
      a: { ...BEGINNING, range: SOME },
    });
  });

  it('goes on with what is left of it, and does not begin again with what is done', () => {
    const tables = [table('a', LOADED), table('b', REFRESHING)];
    expect(chosen(tables, request())).toEqual({ b: REFRESHING });
  });

  it('of other rows than those under way begins anew', () => {
    const tables = [table('a', REFRESHING)];
    expect(chosen(tables, request({ tables: ['a'], range: SOME }))).toEqual({
      a: { ...BEGINNING, range: SOME },
    });
  });

  it('goes on with a first load, which brings the same rows', () => {
    expect(chosen([table('a', loading())], request())).toEqual({ a: loading() });
  });
});

describe('a range of a table', () => {
  it.each([
    ['waits for its first load', PENDING],
    ['was skipped', SKIPPED],
    ['is being loaded', loading()],
  ])('is refused where the table %s', (_, snapshot) => {
    const problems = judgeRequestState(request({ tables: ['a'], range: SOME }), [table('a', snapshot)]);
    expect(problems).toMatchObject([{ code: 'usage-invalid' }]);
  });

  it.each([
    ['was loaded', LOADED],
    ['is being refreshed', REFRESHING],
  ])('is taken where the table %s', (_, snapshot) => {
    const tables = [table('a', snapshot), table('other', PENDING)];
    expect(judgeRequestState(request({ tables: ['a'], range: SOME }), tables)).toEqual([]);
  });
});
