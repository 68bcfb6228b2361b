import type { TableCheckpoint } from '../model/checkpoint.ts';
import type { Pipeline } from '../model/pipeline.ts';
import type { PublishedTable } from '../model/source-facts.ts';
import { displayTableName, type SourceColumn } from '../model/source-table.ts';
import { isTypeChanged } from '../schema/drift.ts';
import type { CatalogLook } from './catalog-look.ts';
import type { PipelineBase } from './pipeline-base.ts';
import type { Effect } from './pipeline-effects.ts';
import type { TableRewrite } from './run-statement.ts';

/** What a statement did, beside what the catalog shows of it. */
export interface StatementDeeds {
  readonly before: CatalogLook;
  readonly after: CatalogLook;
  readonly rewrites: readonly TableRewrite[];
  /** How often the statement itself gives a column a type, as far as its words show. */
  readonly typeChanges: number;
  /** The table whose rows it changed, by oid. */
  readonly rowsOf:
    | { readonly tableOid: number; readonly verb: 'insert' | 'update' | 'delete' | 'truncate' }
    | undefined;
}

/**
 * What a statement does to existing rows of a pipeline's tables: by itself, whatever follows it. Most of it leaves no
 * trace in the log, so that neither the stream nor the catalog of a later run tell it.
 */
export function eventsOf(pipeline: Pipeline, base: PipelineBase, deeds: StatementDeeds): readonly Effect[] {
  const tables = base.checkpoint.tables;
  return [
    ...tables.flatMap((table) => rewriteEvents(table, deeds)),
    ...tables.flatMap((table) => partitionEvents(table, deeds)),
    ...tables.flatMap((table) => labelEvents(pipeline, table, deeds)),
    ...tables.flatMap((table) => rowEvents(table, deeds)),
  ];
}

function event(table: TableCheckpoint, change: Pick<Effect, 'tag' | 'severity' | 'sentence'>): Effect {
  const name = displayTableName(table);
  const isUnseen = change.tag === 'unseen-change';
  return {
    ...change,
    key: `event ${change.sentence}`,
    table: name,
    tableOid: table.oid,
    column: null,
    columnType: null,
    code: null,
    solution: isUnseen ? `Load the table anew afterwards: run once with --reload ${name}` : null,
    targetSql: [],
  };
}

function rewriteEvents(table: TableCheckpoint, deeds: StatementDeeds): readonly Effect[] {
  const own = deeds.rewrites.filter(
    ({ tableOid }) => (deeds.after.tables.get(tableOid)?.rootOid ?? tableOid) === table.oid,
  );
  const isUnseen = own.some(({ cause }) => mayChangeValues(cause, table, deeds));
  if (!isUnseen) return [];
  return [
    event(table, {
      tag: 'unseen-change',
      severity: 'warning',
      sentence: `All rows of ${displayTableName(table)} are rewritten. Values that change by it change without a word in the log, so the target keeps the old ones.`,
    }),
  ];
}

/** Whether a rewrite may change values of columns whose type and number stay the same: nothing else would tell of them. */
function mayChangeValues(
  cause: TableRewrite['cause'],
  table: TableCheckpoint,
  deeds: StatementDeeds,
): boolean {
  const before = publishedTable(table.oid, deeds.before);
  const after = publishedTable(table.oid, deeds.after);
  switch (cause) {
    case 'storage':
      return false;
    case 'default':
      // Rows of a new column are told by the catalog, or loaded for its sake.
      return (before?.attributeCount ?? 0) >= (after?.attributeCount ?? 0);
    case 'type': {
      const told = countTold(table, before?.columns ?? [], after?.columns ?? []);
      return told === 0 || told !== deeds.typeChanges;
    }
    default:
      return cause satisfies never;
  }
}

/** Columns whose type is another one, where that is no matter, or is noticed by a run. */
function countTold(
  { columns }: TableCheckpoint,
  before: readonly SourceColumn[],
  after: readonly SourceColumn[],
): number {
  const types = new Map(before.map((column) => [column.attributeNumber, column]));
  const selected = new Set(columns.map(({ attributeNumber }) => attributeNumber));
  return after.filter((column) => {
    const was = types.get(column.attributeNumber);
    if (was === undefined || (was.typeOid === column.typeOid && was.typmod === column.typmod)) return false;
    return !selected.has(column.attributeNumber) || isTypeChanged(was, column);
  }).length;
}

function publishedTable(oid: number, look: CatalogLook): PublishedTable | undefined {
  for (const { facts } of look.facts.values()) {
    const found = facts.tables.find((table) => table.oid === oid);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Rows come and go with a partition, and the log says nothing of them. */
function partitionEvents(table: TableCheckpoint, { before, after }: StatementDeeds): readonly Effect[] {
  const was = partitionsOf(table.oid, before);
  const is = partitionsOf(table.oid, after);
  const attached = [...is].filter((oid) => !was.has(oid) && before.tables.has(oid));
  const gone = [...was].filter((oid) => !is.has(oid));
  const nameOf = (oid: number, look: CatalogLook): string => {
    const found = look.tables.get(oid);
    return found === undefined ? 'a partition' : displayTableName(found);
  };
  return [
    ...attached.map((oid) =>
      event(table, {
        tag: 'unseen-change',
        severity: 'warning',
        sentence: `${nameOf(oid, before)} becomes a partition of ${displayTableName(table)}: its rows come without a word in the log, so they are missing in the target.`,
      }),
    ),
    ...gone.map((oid) =>
      event(table, {
        tag: 'unseen-change',
        severity: 'warning',
        sentence: `${nameOf(oid, before)} is no longer a partition of ${displayTableName(table)}: its rows go without a word in the log, so they stay in the target.`,
      }),
    ),
  ];
}

function partitionsOf(rootOid: number, look: CatalogLook): ReadonlySet<number> {
  return new Set(
    [...look.tables]
      .filter(([oid, { rootOid: root }]) => root === rootOid && oid !== root)
      .map(([oid]) => oid),
  );
}

/** A label that is renamed is another text in all rows that have it. */
function labelEvents(
  pipeline: Pipeline,
  table: TableCheckpoint,
  { before, after }: StatementDeeds,
): readonly Effect[] {
  const renamed = [...before.enumLabels].filter(([oid, { label }]) => {
    const now = after.enumLabels.get(oid);
    return now !== undefined && now.label !== label;
  });
  if (renamed.length === 0) return [];
  const types = new Set(renamed.map(([, { typeOid }]) => typeOid));
  const source = after.facts
    .get(pipeline.source.publicationName)
    ?.facts.tables.find(({ oid }) => oid === table.oid);
  const selected = new Set(table.columns.map(({ attributeNumber }) => attributeNumber));
  return (source?.columns ?? [])
    .filter(
      ({ attributeNumber, type }) =>
        selected.has(attributeNumber) && (types.has(type.oid) || types.has(type.element?.oid ?? 0)),
    )
    .map(({ name }) =>
      event(table, {
        tag: 'unseen-change',
        severity: 'warning',
        sentence: `Rows of ${displayTableName(table)} read another label in column "${name}", without a word in the log: the target keeps the old label.`,
      }),
    );
}

const DEEDS = {
  insert: 'Rows are inserted into',
  update: 'Rows are updated in',
  delete: 'Rows are deleted from',
  truncate: 'All rows are removed from',
} as const;

function rowEvents(table: TableCheckpoint, { rowsOf, after }: StatementDeeds): readonly Effect[] {
  if (rowsOf === undefined) return [];
  const root = after.tables.get(rowsOf.tableOid)?.rootOid ?? rowsOf.tableOid;
  if (root !== table.oid) return [];
  return [
    event(table, {
      tag: 'rows-changed',
      severity: 'info',
      sentence: `${DEEDS[rowsOf.verb]} ${displayTableName(table)}: they arrive as changes, like any others.`,
    }),
  ];
}
