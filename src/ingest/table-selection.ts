import { matchesGlob } from '../model/glob.ts';
import type { ColumnList, Pipeline, SchemaSelection, TableNaming } from '../model/pipeline.ts';
import type { Problem } from '../model/problem.ts';
import type {
  PublishedTable,
  SourceFacts,
  UnpublishedColumn,
  UnpublishedTable,
} from '../model/source-facts.ts';
import { displayTableName, type SourceColumn } from '../model/source-table.ts';
import type { TableName } from '../model/table-name.ts';
import { quoteForPeople as quote } from './sql-for-people.ts';

/** A published table that the pipeline takes, with what it takes of it. */
export interface SelectedTable {
  readonly source: PublishedTable;
  /** `public.orders` */
  readonly displayName: string;
  readonly columns: readonly SourceColumn[];
  readonly keyColumns: readonly string[];
  /** Columns that the pipeline wants and the publication does not send. */
  readonly unpublishedWanted: readonly UnpublishedColumn[];
  readonly target: TableName;
}

export interface ResolvedSelection {
  readonly tables: readonly SelectedTable[];
  readonly problems: readonly Problem[];
}

/**
 * Which of the published tables the pipeline takes, and which of their columns, with the rows' key and the target's
 * name. Pure: what the config says against what the catalog says.
 */
export function resolveSelection(facts: SourceFacts, pipeline: Pipeline): ResolvedSelection {
  const problems: Problem[] = [];
  const tables = facts.tables.flatMap((source) => {
    const selected = findSelection(pipeline.selection.schemas, source);
    if (selected === undefined) return [];
    const displayName = displayTableName(source);
    const keyColumns = configuredKey(pipeline, source) ?? defaultKey(source);
    const wanted = columnFilter(pipeline, source, problems);
    const columns = source.columns.filter(wanted);
    problems.push(...missingKeyColumns(displayName, keyColumns, columns));
    const table = selected.destinationTable ?? targetName(source.name, pipeline.naming);
    const target = { catalog: pipeline.target.catalog, schema: pipeline.target.schema, table };
    return [
      {
        source,
        displayName,
        columns,
        keyColumns,
        unpublishedWanted: source.unpublishedColumns.filter(wanted),
        target,
      },
    ];
  });
  problems.push(
    ...unmatchedSelections(facts, pipeline),
    ...unmatchedReferences(tables, pipeline),
    ...sharedTargets(tables),
  );
  return { tables, problems };
}

/** Whether a table is meant by `orders`, or by `public.orders`. */
export function answersTo(
  reference: string,
  table: { readonly schema: string; readonly name: string },
): boolean {
  return (
    reference === table.name ||
    reference === `${table.schema}.${table.name}` ||
    reference === displayTableName(table)
  );
}

/** The entry with the schema's name goes before the one without. */
function configuredKey(pipeline: Pipeline, source: PublishedTable): readonly string[] | undefined {
  const entries = [...pipeline.write.keys].filter(([table]) => answersTo(table, source));
  return (entries.find(([table]) => table !== source.name) ?? entries[0])?.[1];
}

/** The key that a table has by itself: what its deletes carry, or else its primary key. */
function defaultKey(source: PublishedTable): readonly string[] {
  return source.identityColumns.length > 0 ? source.identityColumns : source.primaryKey;
}

function findSelection(
  schemas: readonly SchemaSelection[],
  source: PublishedTable,
): { readonly destinationTable: string | undefined } | undefined {
  const schema = schemas.find(({ name }) => name === source.schema);
  if (schema === undefined) return undefined;
  if (schema.tables === undefined) return { destinationTable: undefined };
  // A table named as such is meant before one that only a glob matches.
  return (
    schema.tables.find(({ name }) => name === source.name) ??
    schema.tables.find(({ name }) => namesTable(name, source.name))
  );
}

/** Whether an entry of the selection, a name or a glob, means a table. A name may look like a glob. */
function namesTable(entry: string, tableName: string): boolean {
  return entry === tableName || matchesGlob(entry, tableName);
}

function columnFilter(
  pipeline: Pipeline,
  source: PublishedTable,
  problems: Problem[],
): (column: { readonly name: string }) => boolean {
  const included = columnsFor(pipeline.selection.includeColumns, source);
  const excluded = columnsFor(pipeline.selection.excludeColumns, source);
  const known = new Set([...source.columns, ...source.unpublishedColumns].map(({ name }) => name));
  const setting = included === undefined ? 'exclude_columns' : 'include_columns';
  for (const name of [...(included ?? []), ...(excluded ?? [])]) {
    if (known.has(name)) continue;
    problems.push({
      code: 'config-invalid',
      message: `${displayTableName(source)} has no column "${name}", which selection.${setting} names.`,
      solution: `Correct the name in selection.${setting}; the table has: ${[...known].join(', ')}.`,
    });
  }
  return ({ name }) =>
    (included === undefined || included.includes(name)) && !(excluded?.includes(name) ?? false);
}

function columnsFor(lists: readonly ColumnList[], source: PublishedTable): readonly string[] | undefined {
  const own = lists.filter(({ table }) => answersTo(table, source));
  return own.length === 0 ? undefined : own.flatMap(({ columns }) => columns);
}

function missingKeyColumns(
  displayName: string,
  keyColumns: readonly string[],
  columns: readonly SourceColumn[],
): readonly Problem[] {
  const names = new Set(columns.map(({ name }) => name));
  return keyColumns
    .filter((key) => !names.has(key))
    .map((key) => ({
      code: 'row-key-missing',
      message: `${displayName}: key column "${key}" is not among the selected columns.`,
      solution: `Select it (it may not be in exclude_columns), or name another key in target.write_mode.keys.`,
    }));
}

/** A target table's name: the source's with prefix and case applied. */
function targetName(tableName: string, naming: TableNaming): string {
  const name = `${naming.prefix}${tableName}`;
  switch (naming.case) {
    case 'lower':
      return name.toLowerCase();
    case 'upper':
      return name.toUpperCase();
    case 'preserve':
      return name;
    default:
      return naming.case satisfies never;
  }
}

/** Entries of the selection that no published table answers to. */
function unmatchedSelections(facts: SourceFacts, pipeline: Pipeline): readonly Problem[] {
  return pipeline.selection.schemas.flatMap((schema) => {
    const published = facts.tables.filter((table) => table.schema === schema.name);
    if (schema.tables === undefined) {
      return published.length > 0 ? [] : nothingPublished(pipeline, facts, schema.name, '*');
    }
    return schema.tables
      .filter(({ name }) => !published.some((table) => namesTable(name, table.name)))
      .flatMap(({ name }) => nothingPublished(pipeline, facts, schema.name, name));
  });
}

/**
 * Column lists and keys of tables that the pipeline does not select: taken for a slip of the pen, because a column that
 * was to be left out would be brought over.
 */
function unmatchedReferences(tables: readonly SelectedTable[], pipeline: Pipeline): readonly Problem[] {
  const { excludeColumns, includeColumns } = pipeline.selection;
  const references = [
    ...excludeColumns.map(({ table }) => ({ setting: 'selection.exclude_columns', table })),
    ...includeColumns.map(({ table }) => ({ setting: 'selection.include_columns', table })),
    ...[...pipeline.write.keys.keys()].map((table) => ({ setting: 'target.write_mode.keys', table })),
  ];
  return references
    .filter(({ table }) => !tables.some(({ source }) => answersTo(table, source)))
    .map(({ setting, table }) => ({
      code: 'config-invalid',
      message: `${setting} names the table "${table}", which is not among the selected tables.`,
      solution: `Correct the name in ${setting}, or remove the entry; selected are: ${tables.map(({ displayName }) => displayName).join(', ') || 'none'}.`,
    }));
}

function nothingPublished(
  pipeline: Pipeline,
  facts: SourceFacts,
  schema: string,
  name: string,
): readonly Problem[] {
  const publication = pipeline.source.publicationName;
  const present = facts.unpublishedTables.filter(
    (table) => table.schema === schema && namesTable(name, table.name),
  );
  if (present.length === 0) {
    return [
      {
        code: 'table-missing',
        message:
          name === '*'
            ? `Schema "${schema}" has no published table.`
            : `There is no table ${schema}.${name}.`,
        solution: `Correct selection.schemas, or check that user "${pipeline.source.username}" may use the schema: GRANT USAGE ON SCHEMA ${quote(schema)} TO ${quote(pipeline.source.username)};`,
      },
    ];
  }
  const unlogged = present.filter((table) => table.unlogged).map(unloggedTable);
  const missing = present.filter((table) => !table.unlogged);
  if (missing.length === 0) return unlogged;
  const tables = missing.map(quoteTable).join(', ');
  return [
    ...unlogged,
    {
      code: 'publication-incomplete',
      message: `Publication "${publication}" does not contain ${missing.map(displayTableName).join(', ')}.`,
      solution: `ALTER PUBLICATION ${quote(publication)} ADD TABLE ${tables}; -- for a partitioned table also: SET (publish_via_partition_root = true)`,
    },
  ];
}

function unloggedTable(table: UnpublishedTable): Problem {
  return {
    code: 'table-unsupported',
    message: `${displayTableName(table)} is an unlogged table: its changes are not in the log.`,
    solution: `ALTER TABLE ${quoteTable(table)} SET LOGGED; or take it out of the selection.`,
  };
}

function quoteTable({ schema, name }: UnpublishedTable): string {
  return `${quote(schema)}.${quote(name)}`;
}

function sharedTargets(tables: readonly SelectedTable[]): readonly Problem[] {
  const byTarget = Map.groupBy(tables, ({ target }) => target.table.toLowerCase());
  return [...byTarget.values()]
    .filter((group) => group.length > 1)
    .map((group) => ({
      code: 'config-invalid',
      message: `${group.map(({ displayName }) => displayName).join(' and ')} would share the target table "${group[0]?.target.table}".`,
      solution: 'Give one of them another name: selection.schemas[].tables[].destination_table.',
    }));
}
