import { nearestWord } from '../config/did-you-mean.ts';
import { IngestError } from '../model/ingest-error.ts';
import type { SourceSurvey } from '../model/source-survey.ts';
import { printable, printableLine } from '../report/foreign-text.ts';
import { formatBytes, formatCount } from '../report/quantity.ts';
import { formatTextTable } from '../report/text-table.ts';
import { answer, listOf } from './answers.ts';
import type { InitFlags } from './init-flags.ts';
import type { PlannedTable } from './init-plan.ts';
import type { Interviewer } from './interviewer.ts';
import { judgeTable, plannedTable, type TableSuggestion } from './judge-table.ts';

/** Tables for the plan, and what is to be told about them. */
export interface ChosenTables {
  readonly tables: readonly PlannedTable[];
  readonly notes: readonly string[];
}

/** Lets tables and columns be chosen from what was found. Throws IngestError `usage-invalid` when none can be. */
export async function askTables(
  survey: SourceSurvey,
  flags: InitFlags,
  interviewer: Interviewer,
): Promise<ChosenTables> {
  const suggestions = survey.tables.map(judgeTable);
  interviewer.show(listTables(suggestions));
  const wanted = await answer(
    flags.tables,
    {
      flag: '--tables',
      text: 'Tables, separated by commas',
      fallback: 'all',
      refusal: (text) => choose(suggestions, text).refusal,
    },
    interviewer,
  );
  const { chosen } = choose(suggestions, wanted);
  const leftOut = await askColumns(chosen, flags, interviewer);
  return {
    tables: chosen.map((one) => plannedTable(one, leftOut.get(one.displayName) ?? [])),
    notes: [
      ...(wanted === 'all' ? suggestions.filter((one) => !chosen.includes(one)).map(skippedNote) : []),
      ...chosen.flatMap((one) => columnNotes(one, leftOut.get(one.displayName) ?? [])),
    ],
  };
}

/** Tables that are named without a look at the database; nothing is known of their columns. */
export function namedTables(flags: InitFlags): readonly PlannedTable[] {
  const names = listOf(flags.tables ?? '');
  if (names.length === 0)
    throw new IngestError('usage-invalid', 'Without a look at the database, tables have to be named.', {
      solution: 'Add --tables, such as --tables public.orders,public.customers.',
    });
  const [defaultSchema = 'public'] = listOf(flags.schema ?? '');
  return names.map((given) => {
    const [, schema = defaultSchema, name = given] = /^([^.]+)\.(.+)$/.exec(given) ?? [];
    return {
      schema,
      name,
      excludeColumns: [],
      identityIndex: undefined,
      partitioned: false,
      published: false,
    };
  });
}

interface Choice {
  /** Empty with a refusal. */
  readonly chosen: readonly TableSuggestion[];
  readonly refusal: string | undefined;
}

function choose(suggestions: readonly TableSuggestion[], text: string): Choice {
  if (text === 'all') {
    const chosen = suggestions.filter(({ obstacle }) => obstacle === undefined);
    return chosen.length > 0
      ? { chosen, refusal: undefined }
      : { chosen: [], refusal: 'There is no table that a pipeline could read.' };
  }
  const chosen: TableSuggestion[] = [];
  for (const name of listOf(text)) {
    const found = suggestions.filter(({ table, displayName }) => displayName === name || table.name === name);
    const [only] = found;
    if (only === undefined || found.length > 1)
      return {
        chosen: [],
        refusal: only === undefined ? unknown(name, suggestions) : ambiguous(name, found),
      };
    if (only.obstacle !== undefined)
      return { chosen: [], refusal: `${only.displayName} cannot be read: ${only.obstacle}.` };
    if (!chosen.includes(only)) chosen.push(only);
  }
  return chosen.length > 0
    ? { chosen, refusal: undefined }
    : { chosen: [], refusal: 'At least one table is needed.' };
}

function unknown(name: string, suggestions: readonly TableSuggestion[]): string {
  const nearest = nearestWord(
    name,
    suggestions.flatMap(({ table, displayName }) => [table.name, displayName]),
  );
  return `There is no table "${name}" in these schemas.${nearest === undefined ? '' : ` Did you mean ${nearest}?`}`;
}

function ambiguous(name: string, found: readonly TableSuggestion[]): string {
  return `"${name}" is in several schemas: ${found.map(({ displayName }) => displayName).join(', ')}.`;
}

/** Columns to leave out, by table. What looks like personal data is left out unless somebody says otherwise. */
async function askColumns(
  chosen: readonly TableSuggestion[],
  flags: InitFlags,
  interviewer: Interviewer,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const personal = chosen.flatMap(({ displayName, personal: columns }) =>
    columns.map(({ column, kind }) => ({ displayName, column, kind, name: `${displayName}.${column}` })),
  );
  if (personal.length === 0) return new Map();
  interviewer.show(
    printable(
      [
        '',
        'These columns look like personal data:',
        ...personal.map(({ name, kind }) => `  ${printableLine(name)}: ${kind}`),
      ].join('\n'),
    ),
  );
  const names = personal.map(({ name }) => name);
  const wanted = await answer(
    flags.exclude,
    {
      flag: '--exclude',
      text: 'Leave out: all, none, or names separated by commas',
      fallback: 'all',
      refusal: (text) =>
        text === 'all' || text === 'none' || listOf(text).every((name) => names.includes(name))
          ? undefined
          : `It may be all, none, or some of ${names.join(', ')}.`,
    },
    interviewer,
  );
  const listed = listOf(wanted);
  const leftOut = personal.filter(
    ({ name }) => wanted === 'all' || (wanted !== 'none' && listed.includes(name)),
  );
  return new Map(
    [...Map.groupBy(leftOut, ({ displayName }) => displayName)].map(([name, columns]) => [
      name,
      columns.map(({ column }) => column),
    ]),
  );
}

function listTables(suggestions: readonly TableSuggestion[]): string {
  const rows = suggestions.map(({ table, displayName, obstacle }) => [
    printableLine(displayName),
    formatCount(table.estimatedRows),
    formatBytes(table.sizeBytes),
    printableLine(obstacle === undefined ? keyOf(table) : `– ${obstacle}`),
  ]);
  const columns = [
    { title: 'table', align: 'left' },
    { title: 'rows, about', align: 'right' },
    { title: 'size', align: 'right' },
    { title: 'row key', align: 'left' },
  ] as const;
  return `\n${formatTextTable(columns, rows).join('\n')}\n`;
}

function keyOf({ keyColumns, uniqueIndex }: TableSuggestion['table']): string {
  return keyColumns.length > 0 ? keyColumns.join(', ') : `by index ${uniqueIndex ?? ''}`;
}

function skippedNote({ displayName, obstacle }: TableSuggestion): string {
  return `${displayName} is left out: ${obstacle ?? ''}.`;
}

function columnNotes(
  { table, displayName, personal }: TableSuggestion,
  leftOut: readonly string[],
): readonly string[] {
  return [
    ...table.unsupportedColumns.map(
      (column) => `${displayName}.${column} is excluded: its type cannot be brought over.`,
    ),
    ...personal
      .filter(({ column }) => leftOut.includes(column))
      .map(({ column, kind }) => `${displayName}.${column} is excluded: it looks like ${kind}.`),
    ...personal
      .filter(({ column }) => !leftOut.includes(column))
      .map(({ column, kind }) => `${displayName}.${column} is taken along, and looks like ${kind}.`),
  ];
}
