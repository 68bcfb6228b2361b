import { quoteForPeople as quote } from '../ingest/sql-for-people.ts';
import { resolveSelection, type SelectedTable } from '../ingest/table-selection.ts';
import { matchesGlob } from '../model/glob.ts';
import type { Pipeline } from '../model/pipeline.ts';
import type { PublishedTable, SourceFacts, UnpublishedTable } from '../model/source-facts.ts';

/** Tables that the configuration selects and the publication does not hold. */
export interface UnpublishedSelection {
  /** Without these a run stops: they are named, or nothing else answers to the entry that selects them. */
  readonly needed: readonly SelectedTable[];
  /** A glob or a whole schema selects these beside others: a run goes without them. */
  readonly optional: readonly SelectedTable[];
  /** Of the optional ones those that no publication can hold. */
  readonly unlogged: readonly SelectedTable[];
}

/** What of the selection the publication lacks. Pure. */
export function unpublishedSelection(facts: SourceFacts, pipeline: Pipeline): UnpublishedSelection {
  const bare = facts.unpublishedTables.map(asPublished);
  const selected = resolveSelection({ ...facts, tables: bare }, pipeline).tables;
  const unlogged = new Set(
    facts.unpublishedTables.flatMap((table, index) => (table.unlogged ? [bareOid(index)] : [])),
  );
  const logged = selected.filter(({ source }) => !unlogged.has(source.oid));
  // The partitions of a published table are not published themselves: nothing here tells them from other tables.
  const isPartitioned = facts.tables.some(({ kind }) => kind === 'partitioned');
  const others = isPartitioned ? [] : selected.filter(({ source }) => !isNeeded(source, facts, pipeline));
  return {
    needed: logged.filter(({ source }) => isNeeded(source, facts, pipeline)),
    optional: others.filter(({ source }) => !unlogged.has(source.oid)),
    unlogged: others.filter(({ source }) => unlogged.has(source.oid)),
  };
}

/** SQL that publishes the tables: a publication that is there gets them, another is made of them. */
export function publishStatement(
  facts: SourceFacts,
  pipeline: Pipeline,
  tables: readonly SelectedTable[],
): string {
  const name = quote(pipeline.source.publicationName);
  const list = tables.map(({ source }) => `${quote(source.schema)}.${quote(source.name)}`).join(', ');
  return facts.publication === undefined
    ? `CREATE PUBLICATION ${name} FOR TABLE ${list};`
    : `ALTER PUBLICATION ${name} ADD TABLE ${list};`;
}

function isNeeded(
  { schema, name }: PublishedTable,
  { tables, publication }: SourceFacts,
  { selection }: Pipeline,
): boolean {
  if (publication === undefined) return true;
  const published = tables.filter((table) => table.schema === schema);
  const entries = selection.schemas.find((one) => one.name === schema)?.tables;
  if (entries === undefined) return published.length === 0;
  return entries
    .filter((entry) => isMeant(entry.name, name))
    .some((entry) => !published.some((table) => isMeant(entry.name, table.name)));
}

function isMeant(entry: string, name: string): boolean {
  return entry === name || matchesGlob(entry, name);
}

/** No table has such an oid. */
function bareOid(index: number): number {
  return -1 - index;
}

/** What is known of a table that is not published: its name. */
function asPublished({ schema, name }: UnpublishedTable, index: number): PublishedTable {
  return {
    oid: bareOid(index),
    schema,
    name,
    kind: 'ordinary',
    columns: [],
    unpublishedColumns: [],
    replicaIdentity: 'default',
    primaryKey: [],
    identityColumns: [],
    uniqueKeys: [],
    publicationMembership: 0,
    rowFilter: undefined,
    attributeCount: 0,
    storageId: 0,
    estimatedRows: -1,
    sizeBytes: 0,
    maySelect: true,
    rowSecurity: false,
  };
}
