import { describe, expect, it } from 'vitest';
import type { SelectedTable } from '../../src/ingest/table-selection.ts';
import type { SnapshotState, TableCheckpoint } from '../../src/model/checkpoint.ts';
import { ZERO_LSN } from '../../src/model/lsn.ts';
import { tableStatuses } from '../../src/status/table-statuses.ts';
import { SAMPLE_CHECKPOINT } from '../support/checkpoint.ts';
import { samplePipeline } from '../support/sample-pipeline.ts';

function known(oid: number, name: string, snapshot: SnapshotState): TableCheckpoint {
  return {
    oid,
    schema: 'public',
    name,
    target: `pg_${name}`,
    publicationMembership: 0,
    replicaIdentity: 'default',
    keyColumns: ['id'],
    deletedRows: 'remove',
    columns: [],
    attributeCount: 1,
    storageId: 1,
    snapshot,
  };
}

function selected(oid: number, name: string, estimatedRows: number): SelectedTable {
  return {
    source: {
      oid,
      schema: 'public',
      name,
      columns: [],
      replicaIdentity: 'default',
      primaryKey: ['id'],
      identityColumns: ['id'],
      uniqueKeys: [],
      publicationMembership: 0,
      rowFilter: undefined,
      attributeCount: 1,
      storageId: 1,
      estimatedRows,
      sizeBytes: 0,
      kind: 'ordinary',
      maySelect: true,
      rowSecurity: false,
      unpublishedColumns: [],
    },
    displayName: `public.${name}`,
    columns: [],
    keyColumns: ['id'],
    unpublishedWanted: [],
    target: { catalog: 'lakehouse', schema: 'postgres_raw', table: `pg_${name}` },
  };
}

const CHECKPOINT = {
  ...SAMPLE_CHECKPOINT,
  tables: [
    known(1, 'orders', { tag: 'loaded', lsn: ZERO_LSN }),
    known(2, 'old name', { tag: 'pending' }),
    known(3, 'events', {
      tag: 'loading',
      lsn: ZERO_LSN,
      after: ['7'],
      range: { from: null, to: null },
      loadedRows: 7,
      purpose: 'first-load',
      by: 'backfill',
    }),
  ],
};

describe('the tables of a status', () => {
  it('are the selected ones as the checkpoint knows them, new ones, and those that are no longer selected', () => {
    const tables = [selected(1, 'orders', 10), selected(3, 'events', -1), selected(4, 'items', 5)];
    expect(tableStatuses(samplePipeline(), CHECKPOINT, tables)).toEqual([
      status('orders', 'loaded', { estimatedRows: 10 }),
      status('events', 'loading', { loadedRows: 7, continuedBy: 'backfill' }),
      status('items', 'pending', { estimatedRows: 5 }),
      status('old name', 'retired'),
    ]);
  });

  it('are not to be loaded where the pipeline says so', () => {
    const { source } = samplePipeline();
    const pipeline = samplePipeline({ source: { ...source, initialLoad: false } });
    expect(tableStatuses(pipeline, undefined, [selected(4, 'items', 5)])).toEqual([
      status('items', 'skipped', { estimatedRows: 5 }),
    ]);
  });

  it('are those of the checkpoint alone where the source could not be looked at', () => {
    expect(tableStatuses(samplePipeline(), CHECKPOINT, undefined).map(({ state }) => state)).toEqual([
      'loaded',
      'pending',
      'loading',
    ]);
    expect(tableStatuses(samplePipeline(), undefined, undefined)).toEqual([]);
  });
});

function status(name: string, state: string, parts: object = {}) {
  return {
    source: `public.${name}`,
    target: `lakehouse.postgres_raw.pg_${name}`,
    state,
    loadedRows: null,
    estimatedRows: null,
    continuedBy: null,
    ...parts,
  };
}
