import type { Pipeline } from '../model/pipeline.ts';
import type { Problem } from '../model/problem.ts';
import type { SourceFacts } from '../model/source-facts.ts';
import { RESERVED_COLUMN_NAMES } from '../schema/target-table.ts';
import { mapType } from '../schema/type-mapping.ts';
import { quoteForPeople as quote } from './sql-for-people.ts';
import type { SelectedTable } from './table-selection.ts';

/** What of a selected table cannot be brought over rightly: refused by name, never done wrong. */
export function judgeTable(table: SelectedTable, facts: SourceFacts, pipeline: Pipeline): readonly Problem[] {
  return [
    ...judgeAccess(table, facts, pipeline),
    ...judgeKind(table),
    ...judgeRowKey(table),
    ...judgeColumns(table),
    ...judgeUnityNames(table, pipeline),
  ];
}

function judgeAccess(table: SelectedTable, facts: SourceFacts, pipeline: Pipeline): readonly Problem[] {
  const role = quote(pipeline.source.username);
  const name = quoteTable(table);
  if (!table.source.maySelect) {
    return [
      {
        code: 'source-permission-denied',
        message: `User "${pipeline.source.username}" may not read ${table.displayName}.`,
        solution: `GRANT USAGE ON SCHEMA ${quote(table.source.schema)} TO ${role}; GRANT SELECT ON ${name} TO ${role};`,
      },
    ];
  }
  if (table.source.rowSecurity && !facts.role.bypassesRowSecurity) {
    return [
      {
        code: 'table-unsupported',
        message: `${table.displayName} has row-level security: a first load would see some rows, the log all of them.`,
        solution: `ALTER ROLE ${role} BYPASSRLS;`,
      },
    ];
  }
  return [];
}

function judgeKind(table: SelectedTable): readonly Problem[] {
  if (table.source.kind === 'other') {
    return [
      {
        code: 'table-unsupported',
        message: `${table.displayName} is neither an ordinary nor a partitioned table.`,
        solution: 'Take it out of the selection.',
      },
    ];
  }
  return [];
}

function judgeRowKey(table: SelectedTable): readonly Problem[] {
  const { source, keyColumns, displayName } = table;
  const problem = (message: string, solution: string): readonly Problem[] => [
    { code: 'row-key-missing', message: `${displayName}: ${message}`, solution },
  ];
  const name = quoteTable(table);
  const addKey = `Add a key: ALTER TABLE ${name} ADD PRIMARY KEY (…); or name one in target.write_mode.keys (with a unique index over NOT NULL columns, and ALTER TABLE ${name} REPLICA IDENTITY FULL); or take the table out of the selection (an append mode is not supported yet).`;
  if (source.replicaIdentity === 'nothing') {
    return problem(
      'REPLICA IDENTITY NOTHING: updates and deletes do not say which row they mean.',
      `ALTER TABLE ${name} REPLICA IDENTITY DEFAULT;`,
    );
  }
  if (keyColumns.length === 0) return problem('there is no row key.', addKey);
  if (source.replicaIdentity === 'full') {
    if (source.uniqueKeys.some((key) => sameColumns(key, keyColumns))) return judgeKeyTypes(table);
    return problem(
      `nothing keeps the key (${keyColumns.join(', ')}) unique and not null, so two rows could become one.`,
      `CREATE UNIQUE INDEX ON ${name} (${keyColumns.map(quote).join(', ')}); and SET NOT NULL on its columns; or use another key.`,
    );
  }
  if (source.identityColumns.length === 0) return problem('its replica identity has no usable key.', addKey);
  if (!sameColumns(source.identityColumns, keyColumns)) {
    return problem(
      `the configured key (${keyColumns.join(', ')}) is not its replica identity (${source.identityColumns.join(', ')}), so deletes and key changes would not say which row they mean.`,
      `Use the key (${source.identityColumns.join(', ')}), or: ALTER TABLE ${name} REPLICA IDENTITY FULL;`,
    );
  }
  return judgeKeyTypes(table);
}

/**
 * Types that cannot be a key: equal floats may have several texts (0 and -0), which would make two rows of one; and bytes
 * have no text that both sides compare alike.
 */
const UNUSABLE_KEY_TYPES: ReadonlySet<string> = new Set(['float4', 'float8', 'bytea']);

function judgeKeyTypes(table: SelectedTable): readonly Problem[] {
  return table.columns
    .filter(({ name, type }) => table.keyColumns.includes(name) && UNUSABLE_KEY_TYPES.has(type.name))
    .map(({ name, type }) => ({
      code: 'row-key-missing',
      message: `${table.displayName}: key column "${name}" is a ${type.displayName}, which cannot identify rows exactly.`,
      solution: 'Use another key: target.write_mode.keys, or the replica identity.',
    }));
}

function judgeColumns(table: SelectedTable): readonly Problem[] {
  const problems: Problem[] = [];
  const seen = new Map<string, string>();
  for (const column of table.columns) {
    const mapping = mapType(column.type);
    const exclude = `Exclude it: selection.exclude_columns: [{table: ${table.source.name}, columns: ["${column.name}"]}].`;
    if (mapping.tag === 'unsupported') {
      problems.push({
        code: 'column-unsupported',
        message: `${table.displayName}: column "${column.name}" cannot be brought over yet: ${mapping.reason}.`,
        solution: exclude,
      });
    }
    const folded = column.name.toLowerCase();
    if (RESERVED_COLUMN_NAMES.has(folded)) {
      problems.push({
        code: 'column-unsupported',
        message: `${table.displayName}: column "${column.name}" has a name that the target table needs itself.`,
        solution: `Rename it at the source, or exclude it. ${exclude}`,
      });
    }
    const twin = seen.get(folded);
    if (twin !== undefined) {
      problems.push({
        code: 'column-unsupported',
        message: `${table.displayName}: columns "${twin}" and "${column.name}" differ in case only, which the target does not tell apart.`,
        solution: exclude,
      });
    }
    seen.set(folded, column.name);
  }
  for (const { name } of unpublished(table)) {
    problems.push({
      code: 'publication-incomplete',
      message: `${table.displayName}: the publication's column list leaves out "${name}".`,
      solution: `Add it to the publication's column list, or exclude it here: selection.exclude_columns: [{table: ${table.source.name}, columns: ["${name}"]}].`,
    });
  }
  return problems;
}

/** The longest name of a table in Unity Catalog. */
const MAX_UNITY_NAME = 255;

/**
 * Names that come from the source and that Unity Catalog refuses. `${` too, which Spark would replace in a statement
 * before it parses it; nothing escapes it in a name.
 *
 * https://docs.databricks.com/en/sql/language-manual/sql-ref-names.html
 */
function judgeUnityNames(table: SelectedTable, pipeline: Pipeline): readonly Problem[] {
  if (pipeline.target.tag !== 'unity_catalog') return [];
  const { displayName, source, target } = table;
  const reason = unityRefusal(target.table);
  const columns = table.columns.filter(({ name }) => name.includes('${'));
  return [
    ...(reason === undefined
      ? []
      : [
          {
            code: 'table-unsupported',
            message: `${displayName}: its target table ${JSON.stringify(target.table)} ${reason}, which Unity Catalog does not take in a name.`,
            solution: `Give it another name: selection.schemas: [{name: ${source.schema}, tables: [{name: ${JSON.stringify(source.name)}, destination_table: ${proposedName(target.table)}}]}].`,
          } as const,
        ]),
    ...columns.map(
      ({ name }) =>
        ({
          code: 'column-unsupported',
          message: `${displayName}: column "${name}" has "\${" in its name, which Databricks would replace.`,
          solution: `Rename it at the source, or exclude it: selection.exclude_columns: [{table: ${source.name}, columns: ["${name}"]}].`,
        }) as const,
    ),
  ];
}

function unityRefusal(name: string): string | undefined {
  if (name.length > MAX_UNITY_NAME) return `has more than ${MAX_UNITY_NAME} characters`;
  if (name.includes('${')) return 'has "${"';
  const [character] = /[ ./\p{Cc}]/u.exec(name) ?? [];
  if (character === undefined) return undefined;
  if (character === ' ') return 'has a space';
  return /\p{Cc}/u.test(character) ? 'has a control character' : `has a "${character}"`;
}

function proposedName(name: string): string {
  return name.replaceAll(/[^\p{L}\p{N}_-]+/gu, '_').slice(0, MAX_UNITY_NAME);
}

/** Columns that the publication's column list leaves out; generated columns are never published before that. */
function unpublished(table: SelectedTable): readonly { readonly name: string }[] {
  return table.unpublishedWanted.filter(({ generated }) => !generated);
}

function sameColumns(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((name) => other.includes(name));
}

function quoteTable(table: SelectedTable): string {
  return `${quote(table.source.schema)}.${quote(table.source.name)}`;
}
