import { quoteForPeople as quote, quoteTargetForPeople } from '../ingest/sql-for-people.ts';
import type { SelectedTable } from '../ingest/table-selection.ts';
import type { Pipeline } from '../model/pipeline.ts';
import type { PlannedColumn, PlannedLoads, PlannedTable, PlanWarning } from '../model/plan-report.ts';
import type { SourceFacts } from '../model/source-facts.ts';
import { formatBytes, formatDuration, formatNumberOf } from '../report/quantity.ts';
import { publishStatement, type UnpublishedSelection } from './unpublished-tables.ts';

/** A load that may not fit a job of GitHub's, which ends after six hours. */
const LARGE_LOAD_MS = 5 * 3_600_000;
/** … or that is large whatever the pace. */
const LARGE_TABLE_BYTES = 100 * 1024 ** 3;

/** What a reviewer wants to know of one table. Pure. */
export function tableWarnings(
  selected: SelectedTable,
  planned: PlannedTable,
  pipeline: Pipeline,
): readonly PlanWarning[] {
  return [
    ...personalData(selected, planned, pipeline),
    ...keptColumns(selected, planned, pipeline),
    ...sourceWarnings(selected, planned),
    ...loadWarnings(selected, planned),
  ];
}

/** Only of columns that this plan brings in: a table that stays as it is was reviewed when it came. */
function personalData(
  { source, displayName }: SelectedTable,
  planned: PlannedTable,
  { target }: Pipeline,
): readonly PlanWarning[] {
  const isNew = planned.change === 'added' || planned.change === 'unknown';
  const personal = planned.columns.filter(
    ({ use, change, personal: kind }) => use === 'included' && kind !== null && (isNew || change === 'added'),
  );
  if (personal.length === 0) return [];
  const names = personal.map(({ name }) => JSON.stringify(name)).join(', ');
  return [
    {
      kind: 'personal-data',
      table: displayName,
      message: `${displayName} brings over what looks like personal data: ${personal.map(nameKind).join(', ')}.`,
      solution: [
        target.tag === 'unity_catalog'
          ? 'Exclude it, or put a column mask on the target in Unity Catalog:'
          : 'Exclude it:',
        'selection:',
        '  exclude_columns:',
        `    - {table: ${JSON.stringify(source.name)}, columns: [${names}]}`,
      ].join('\n'),
    },
  ];
}

function nameKind({ name, personal }: PlannedColumn): string {
  return `"${name}" (${personal ?? ''})`;
}

/** Excluding a column does not take back what was brought over: whoever excludes it for its content must know. */
function keptColumns(
  { displayName, target }: SelectedTable,
  planned: PlannedTable,
  pipeline: Pipeline,
): readonly PlanWarning[] {
  const kept = planned.drift.filter(({ kind }) => kind === 'column-deselected').map(({ column }) => column);
  if (kept.length === 0) return [];
  const table = [target.catalog, target.schema, target.table]
    .map((name) => quoteTargetForPeople(pipeline.target, name))
    .join('.');
  return [
    {
      kind: 'column-kept',
      table: displayName,
      message: `${displayName}: the target keeps what it holds in ${kept.map((name) => `"${name}"`).join(', ')}.`,
      solution: `To remove it after the next run:\n${kept.map((name) => `ALTER TABLE ${table} DROP COLUMN ${quoteTargetForPeople(pipeline.target, name)};`).join('\n')}`,
    },
  ];
}

function sourceWarnings(selected: SelectedTable, planned: PlannedTable): readonly PlanWarning[] {
  const { source, displayName } = selected;
  if (planned.change === 'unchanged') return [];
  const generated = planned.columns.filter(({ use }) => use === 'generated').map(({ name }) => name);
  const named = { table: displayName, solution: null };
  return [
    ...(source.replicaIdentity === 'full'
      ? [
          {
            ...named,
            kind: 'replica-identity-full' as const,
            message: `${displayName} has REPLICA IDENTITY FULL: each update and delete writes the whole old row into the log.`,
            solution:
              source.primaryKey.length === 0
                ? null
                : `Tributary does not need it where there is a primary key: ALTER TABLE ${quote(source.schema)}.${quote(source.name)} REPLICA IDENTITY DEFAULT;`,
          },
        ]
      : []),
    ...(source.rowFilter === undefined
      ? []
      : [
          {
            ...named,
            kind: 'row-filter' as const,
            message: `${displayName}: the publication has a row filter; only rows that match it are brought over.`,
          },
        ]),
    ...(generated.length === 0
      ? []
      : [
          {
            ...named,
            kind: 'generated-column' as const,
            message: `${displayName}: generated columns are not published and left out: ${generated.join(', ')}.`,
          },
        ]),
  ];
}

function loadWarnings(
  { source, displayName, target }: SelectedTable,
  planned: PlannedTable,
): readonly PlanWarning[] {
  const { load, unfinished, estimatedRows, estimatedBytes } = planned;
  if (unfinished !== null)
    return unfinished.continuedBy === 'run'
      ? []
      : [
          {
            kind: 'load-unfinished',
            table: displayName,
            message: `${displayName}: a backfill was not finished (${formatNumberOf(unfinished.loadedRows, 'row')} so far); only a backfill goes on with it.`,
            solution: null,
          },
        ];
  if (planned.change === 'added' && load === null)
    return [
      {
        kind: 'no-first-load',
        table: displayName,
        message: `${displayName}: rows that are there already are not brought over, changes from now on are (source.cdc.initial_load is false).`,
        solution: null,
      },
    ];
  if (load === null) return [];
  const replaced = load.replacedRows ?? 0;
  return [
    ...(replaced === 0
      ? []
      : [
          {
            kind: 'rows-replaced' as const,
            table: displayName,
            message: `${displayName}: the load replaces what ${target.table} holds now (${formatNumberOf(replaced, 'row')}).`,
            solution: null,
          },
        ]),
    ...(estimatedRows === null
      ? [
          {
            kind: 'rows-unknown' as const,
            table: displayName,
            message: `${displayName} was never analysed: PostgreSQL does not know how many rows it has.`,
            solution: `ANALYZE ${quote(source.schema)}.${quote(source.name)};`,
          },
        ]
      : []),
    ...(estimatedBytes !== null && estimatedBytes >= LARGE_TABLE_BYTES
      ? [
          {
            kind: 'large-load' as const,
            table: displayName,
            message: `${displayName} has ${formatBytes(estimatedBytes)}.`,
            solution: 'Load it by key ranges, beside the running changes: tributary backfill.',
          },
        ]
      : []),
  ];
}

/** What a reviewer wants to know of the pipeline as a whole. Pure. */
export function pipelineWarnings(options: {
  readonly facts: SourceFacts;
  readonly pipeline: Pipeline;
  readonly unpublished: UnpublishedSelection;
  readonly load: PlannedLoads | null;
}): readonly PlanWarning[] {
  const { facts, pipeline, unpublished, load } = options;
  const { slot } = facts;
  const warning = (
    kind: PlanWarning['kind'],
    message: string,
    solution: string | null = null,
  ): PlanWarning => ({ kind, table: null, message, solution });
  const { optional, unlogged } = unpublished;
  return [
    ...(optional.length === 0
      ? []
      : [
          warning(
            'not-published',
            `The selection means tables that publication "${pipeline.source.publicationName}" does not hold; they are left out: ${namesOf(optional)}.`,
            publishStatement(facts, pipeline, optional),
          ),
        ]),
    ...(unlogged.length === 0
      ? []
      : [
          warning(
            'unlogged',
            `Unlogged tables are left out, their changes are not in the log: ${namesOf(unlogged)}.`,
          ),
        ]),
    ...(slot?.active === true
      ? [
          warning(
            'slot-active',
            `Slot "${slot.name}" is in use: a run is under way, and what it does is not in this plan.`,
          ),
        ]
      : []),
    ...(slot?.walStatus === 'unreserved'
      ? [
          warning(
            'slot-in-danger',
            `PostgreSQL is about to remove log that slot "${slot.name}" needs: run soon.`,
          ),
        ]
      : []),
    ...(load !== null && load.durationMs !== null && load.durationMs >= LARGE_LOAD_MS
      ? [
          warning(
            'large-load',
            `The loads take about ${formatDuration(load.durationMs)}, ${load.because}: longer than one job may last. What is loaded stays; the next run goes on.`,
          ),
        ]
      : []),
  ];
}

function namesOf(tables: readonly SelectedTable[]): string {
  return tables.map(({ displayName }) => displayName).join(', ');
}
