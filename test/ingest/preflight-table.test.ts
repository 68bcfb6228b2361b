import { describe, expect, it } from 'vitest';
import { judgeTable } from '../../src/ingest/preflight-table.ts';
import { resolveSelection } from '../../src/ingest/table-selection.ts';
import { ZERO_LSN } from '../../src/model/lsn.ts';
import type { Pipeline } from '../../src/model/pipeline.ts';
import type { Problem } from '../../src/model/problem.ts';
import type { PublishedTable, SourceFacts } from '../../src/model/source-facts.ts';
import { samplePipeline } from '../support/sample-pipeline.ts';

const FACTS: SourceFacts = {
  serverVersion: 180_004,
  walLevel: 'logical',
  serverEncoding: 'UTF8',
  inRecovery: false,
  cluster: { systemIdentifier: '1', timeline: 1, databaseOid: 5 },
  role: { name: 'reader', mayReplicate: true, bypassesRowSecurity: false },
  publication: undefined,
  slot: undefined,
  slots: { used: 0, max: 10 },
  flushLsn: ZERO_LSN,
  walSenderTimeoutMs: 60_000,
  maxSlotWalKeepBytes: undefined,
  tables: [],
  unpublishedTables: [],
};

function published(name: string, columns: readonly string[] = ['id']): PublishedTable {
  return {
    oid: 1,
    schema: 'public',
    name,
    columns: columns.map((column, index) => ({
      attributeNumber: index + 1,
      name: column,
      type: {
        oid: 25,
        name: 'text',
        schema: 'pg_catalog',
        kind: 'base',
        typmod: -1,
        element: undefined,
        displayName: 'text',
      },
      typeOid: 25,
      typmod: -1,
      toastable: true,
      notNull: true,
      missingValue: undefined,
      mayBeRewritten: false,
    })),
    replicaIdentity: 'default',
    primaryKey: ['id'],
    identityColumns: ['id'],
    uniqueKeys: [['id']],
    publicationMembership: 0,
    rowFilter: undefined,
    estimatedRows: 0,
    sizeBytes: 0,
    attributeCount: columns.length,
    storageId: 1,
    kind: 'ordinary',
    maySelect: true,
    rowSecurity: false,
    unpublishedColumns: [],
  };
}

function problemsOf(tables: readonly PublishedTable[], changes: Partial<Pipeline> = {}): readonly Problem[] {
  const selection = {
    schemas: [{ name: 'public', tables: undefined }],
    excludeColumns: [],
    includeColumns: [],
  };
  const pipeline = samplePipeline({ selection, ...changes });
  const resolved = resolveSelection({ ...FACTS, tables }, pipeline);
  return [...resolved.problems, ...resolved.tables.flatMap((table) => judgeTable(table, FACTS, pipeline))];
}

describe('a table’s name at Unity Catalog', () => {
  it.each([
    ['order lines', 'has a space', 'destination_table: order_lines'],
    ['orders.2024', 'has a "."', 'destination_table: orders_2024'],
    ['in/out', 'has a "/"', 'destination_table: in_out'],
    ['tab\there', 'has a control character', 'destination_table: tab_here'],
    ['del\u007f', 'has a control character', 'destination_table: del_'],
    // biome-ignore lint/suspicious/noTemplateCurlyInString: the very text that Spark would replace.
    ['a${b}', 'has "${"', 'destination_table: a_b_'],
  ])('that it refuses is refused here, with another one: %j', (name, reason, remedy) => {
    const problems = problemsOf([published(name)]);
    expect(problems).toMatchObject([{ code: 'table-unsupported' }]);
    expect(problems[0]?.message).toContain(reason);
    expect(problems[0]?.solution).toContain(remedy);
  });

  it('counts with its prefix, and may have 255 characters', () => {
    const named = (length: number) =>
      problemsOf([published('x'.repeat(63))], { naming: { prefix: 'p'.repeat(length - 63), case: 'lower' } });
    expect(named(255)).toEqual([]);
    expect(named(256)).toMatchObject([{ code: 'table-unsupported' }]);
  });

  it('may have every other character, and a space under another name', () => {
    expect(problemsOf([published('Bestell-Übersicht:"neu",`1`')])).toEqual([]);
    const tables = [{ name: 'order lines', destinationTable: 'order_lines' }];
    const selection = { schemas: [{ name: 'public', tables }], excludeColumns: [], includeColumns: [] };
    expect(problemsOf([published('order lines')], { selection })).toEqual([]);
  });

  it('is no matter for the embedded lakehouse', () => {
    const target = {
      tag: 'embedded',
      path: '/lake.duckdb',
      catalog: 'lakehouse',
      schema: 'raw',
      stateSchema: 'raw',
      memoryLimitBytes: 1,
    } as const;
    expect(problemsOf([published('order lines')], { target })).toEqual([]);
  });
});

describe('names that Unity Catalog does not tell apart', () => {
  it('are refused, for tables and for columns', () => {
    expect(problemsOf([published('Orders'), published('orders')])).toMatchObject([
      { code: 'config-invalid', message: expect.stringContaining('share the target table') },
    ]);
    expect(problemsOf([published('orders', ['id', 'Name', 'name'])])).toMatchObject([
      { code: 'column-unsupported', message: expect.stringContaining('differ in case only') },
    ]);
  });
});

describe('a column’s name at Databricks', () => {
  it('may be anything that Spark does not replace', () => {
    expect(problemsOf([published('orders', ['id', 'a b', 'c.d', 'e`f', 'g,;{}()=\n'])])).toEqual([]);
    // biome-ignore lint/suspicious/noTemplateCurlyInString: the very text that Spark would replace.
    expect(problemsOf([published('orders', ['id', 'price ${currency}'])])).toMatchObject([
      { code: 'column-unsupported', solution: expect.stringContaining('exclude_columns') },
    ]);
  });
});
