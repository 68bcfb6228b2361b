import type { Diagnostic } from '../../model/diagnostic.ts';
import {
  adviceAt,
  type ConfigDocument,
  isKnown,
  pathKey,
  type ValuePath,
  valuePlace,
} from '../config-document.ts';
import type { PipelineDraft } from '../pipeline-draft.ts';
import type { SelectionSection } from '../schema/selection.ts';
import { meanSameTable } from '../table-reference.ts';
import { looksPersonal } from './personal-data.ts';

/**
 * Warns of columns that look like personal data and are taken to the target by name: in `include_columns`, or as part of a
 * row key. Columns that no line names are only known to the source; a plan looks at those.
 */
export function warnOfPersonalData(draft: PipelineDraft): readonly Diagnostic[] {
  const { selection } = draft;
  if (selection === undefined) return [];
  return [
    ...includedColumns(selection).flatMap((named) => judge(draft, selection, named)),
    ...keyColumns(draft).flatMap((named) => judge(draft, selection, named)),
  ];
}

/** A column that the file names, and where. */
interface NamedColumn {
  readonly table: string;
  readonly column: string;
  readonly path: ValuePath;
  readonly isKey: boolean;
}

function includedColumns(selection: SelectionSection): readonly NamedColumn[] {
  return selection.include_columns.flatMap(({ table, columns }, list) =>
    columns.map((column, index) => ({
      table,
      column,
      path: ['selection', 'include_columns', list, 'columns', index],
      isKey: false,
    })),
  );
}

/** Key columns that `include_columns` names too are told there. */
function keyColumns({ selection, target }: PipelineDraft): readonly NamedColumn[] {
  if (selection === undefined || target === undefined) return [];
  return Object.entries(target.write_mode.keys).flatMap(([table, columns]) =>
    columns
      .map((column, index) => ({
        table,
        column,
        path: ['target', 'write_mode', 'keys', table, index],
        isKey: true,
      }))
      .filter(
        ({ column }) =>
          !selection.include_columns.some(
            (list) => list.columns.includes(column) && meanSameTable(selection, list.table, table),
          ),
      ),
  );
}

function judge(
  { document, target }: PipelineDraft,
  selection: SelectionSection,
  { table, column, path, isKey }: NamedColumn,
): readonly Diagnostic[] {
  const kind = isShowable(document, path) ? looksPersonal(column) : undefined;
  // An excluded column that is included or a key as well is an error of its own.
  if (kind === undefined || exclusionOf(selection, table, column) !== undefined) return [];
  const elsewhere = excludedElsewhere(document, selection, column);
  const use = isKey ? 'is a row key' : 'is selected';
  return [
    adviceAt(document, valuePlace(document, path), {
      severity: 'warning',
      code: 'personal-data-selected',
      message: `The column \`${column}\` ${use}, and looks like ${kind}: it reaches the target as it is.${elsewhere}`,
      hint: hintFor(isKey, target?.type === 'unity_catalog'),
    }),
  ];
}

function hintFor(isKey: boolean, takesMask: boolean): string {
  const first = isKey ? 'Choose another row key' : 'Leave it out of `include_columns`';
  return takesMask
    ? `${first}, or put a Unity Catalog column mask on the target table.`
    : `${first}, or keep the lakehouse file where only those who may read such data can.`;
}

function exclusionOf(selection: SelectionSection, table: string, column: string): string | undefined {
  return selection.exclude_columns.find(
    (list) => list.columns.includes(column) && meanSameTable(selection, list.table, table),
  )?.table;
}

/** That one table's column is left out makes it likelier that the other's was forgotten. */
function excludedElsewhere(document: ConfigDocument, selection: SelectionSection, column: string): string {
  const list = selection.exclude_columns.findIndex(({ columns }) => columns.includes(column));
  const tablePath = ['selection', 'exclude_columns', list, 'table'];
  if (list < 0 || !isShowable(document, tablePath)) return '';
  const index = selection.exclude_columns[list]?.columns.indexOf(column) ?? 0;
  const { line } = valuePlace(document, ['selection', 'exclude_columns', list, 'columns', index]);
  return ` Of \`${selection.exclude_columns[list]?.table}\` it is left out (line ${line}).`;
}

/** A value that came from a variable is neither judged nor shown. */
function isShowable(document: ConfigDocument, path: ValuePath): boolean {
  return isKnown(document, path) && (document.located.get(pathKey(path))?.variables.length ?? 0) === 0;
}
