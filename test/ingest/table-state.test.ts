import { describe, expect, it } from 'vitest';
import { RunRecorder } from '../../src/ingest/run-recorder.ts';
import type { TablePlan } from '../../src/ingest/table-plan.ts';
import { TableState } from '../../src/ingest/table-state.ts';
import type { Relation } from '../../src/model/change.ts';
import { ZERO_LSN } from '../../src/model/lsn.ts';
import type { SourceColumn } from '../../src/model/source-table.ts';
import { duckdbDialect } from '../../src/warehouse/embedded/duckdb-dialect.ts';

const TEXT = 25;

function column(name: string, attributeNumber: number): SourceColumn {
  return {
    attributeNumber,
    name,
    type: {
      oid: TEXT,
      name: 'text',
      schema: 'pg_catalog',
      kind: 'base',
      typmod: -1,
      element: undefined,
      displayName: 'text',
    },
    typeOid: TEXT,
    typmod: -1,
    toastable: false,
    notNull: false,
    missingValue: undefined,
    mayBeRewritten: false,
  };
}

const COLUMNS = [column('id', 1), column('label', 2), column('extra', 3)];

function stateOf(plan: Partial<TablePlan>): TableState {
  const source = {
    oid: 1,
    schema: 'public',
    name: 'items',
    columns: COLUMNS,
    replicaIdentity: 'default',
    primaryKey: ['id'],
    identityColumns: ['id'],
    uniqueKeys: [['id']],
    publicationMembership: 0,
    rowFilter: undefined,
    estimatedRows: 0,
    sizeBytes: 0,
    attributeCount: 3,
    storageId: 1,
    kind: 'ordinary',
    maySelect: true,
    rowSecurity: false,
    unlogged: false,
    unpublishedColumns: [],
  } as const;
  const name = { catalog: 'c', schema: 's', table: 'pg_items' };
  const full: TablePlan = {
    selected: {
      source,
      displayName: 'public.items',
      columns: COLUMNS,
      keyColumns: ['id'],
      unpublishedWanted: [],
      target: name,
    },
    target: {
      name,
      source: 'public.items',
      columns: COLUMNS.map(({ name: columnName, attributeNumber }) => ({
        name: columnName,
        attributeNumber,
        mapping: { type: { tag: 'string' }, form: { tag: 'plain' } },
        sourceType: 'text',
        isKey: columnName === 'id',
        toastable: false,
      })),
      keyColumns: ['id'],
      deletedRows: 'remove',
    },
    added: [],
    dropped: [],
    retired: [],
    unseen: [],
    rereadTo: ZERO_LSN,
    snapshot: { tag: 'loaded', lsn: ZERO_LSN },
    loadReason: undefined,
    ...plan,
  };
  const recorder = new RunRecorder({
    pipeline: 'p',
    runId: 'r',
    slot: 's',
    costPerHour: undefined,
    scheduleMs: undefined,
    reporter: { report: () => undefined },
    nowMs: () => 0,
  });
  return new TableState(full, duckdbDialect('/staging'), recorder);
}

function relation(...names: readonly string[]): Relation {
  return {
    oid: 1,
    schema: 'public',
    name: 'items',
    replicaIdentity: 'default',
    columns: names.map((name) => ({ name, isIdentity: name === 'id', typeOid: TEXT, typmod: -1 })),
  };
}

describe('a description of the stream', () => {
  it('is known when it has the columns of the catalog', () => {
    expect(stateOf({}).judge(relation('id', 'label', 'extra'))).toBe('known');
  });

  it('that lacks a column which was there at the checkpoint is never taken for rows without a value', () => {
    expect(stateOf({}).judge(relation('id', 'label'))).toBe('ask-catalog');
  });

  it('may lack a column that was added since the checkpoint, until the stream has shown it', () => {
    const state = stateOf({ unseen: ['extra'] });
    expect(state.judge(relation('id', 'label'))).toBe('known');
    state.describe(relation('id', 'label', 'extra'));
    expect(state.judge(relation('id', 'label'))).toBe('ask-catalog');
  });

  it('may be older than any column where the table was never loaded', () => {
    const state = stateOf({ snapshot: { tag: 'skipped', lsn: ZERO_LSN } });
    expect(state.judge(relation('id'))).toBe('known');
  });

  it('with a column that nobody knows makes the run ask the catalog again', () => {
    expect(stateOf({}).judge(relation('id', 'label', 'extra', 'new'))).toBe('ask-catalog');
  });

  it('with another type is refused', () => {
    const changed = relation('id', 'label', 'extra');
    const columns = changed.columns.map((column_) =>
      column_.name === 'label' ? { ...column_, typeOid: 23 } : column_,
    );
    expect(() => stateOf({}).judge({ ...changed, columns })).toThrow(/type of column "label"/);
  });
});
