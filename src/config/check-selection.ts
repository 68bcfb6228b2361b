import type { Diagnostic } from '../model/diagnostic.ts';
import { isGlob } from '../model/glob.ts';
import {
  type ConfigDocument,
  errorAt,
  isKnown,
  isWritten,
  keyPlace,
  showPath,
  showValue,
  type ValuePath,
  valuePlace,
} from './config-document.ts';
import { nearestWord } from './did-you-mean.ts';
import type { PipelineDraft } from './pipeline-draft.ts';
import type { SelectionSection } from './schema/selection.ts';
import { isSelected, meanSameTable, namedTables } from './table-reference.ts';

/** Checks what a pipeline says about tables against each other: selection, column lists and row keys. */
export function checkSelection({ document, selection, target }: PipelineDraft): readonly Diagnostic[] {
  if (selection === undefined) return [];
  const keys = Object.entries(target?.write_mode.keys ?? {}).map(([table, columns]) => ({ table, columns }));
  return [
    ...checkSchemas(document, selection),
    ...checkTables(document, selection),
    ...checkColumnLists(document, selection),
    ...checkKeys(document, selection, keys),
  ];
}

function checkSchemas(document: ConfigDocument, selection: SelectionSection): readonly Diagnostic[] {
  return selection.schemas.flatMap(({ name, tables }, index) => {
    const first = selection.schemas.findIndex((other) => other.name === name);
    const isWhole = tables === undefined || selection.schemas[first]?.tables === undefined;
    if (first === index || !isWhole) return [];
    const path = ['selection', 'schemas', index, 'name'];
    const firstLine = valuePlace(document, ['selection', 'schemas', first, 'name']).line;
    return [
      errorAt(
        document,
        valuePlace(document, path),
        'duplicate-table',
        `Tables of the schema ${showValue(document, ...path)} are selected twice: it is listed on line ${firstLine} too, and one of the two takes all its tables.`,
        'List the schema once.',
      ),
    ];
  });
}

/** One table name in the selection, and where it stands. */
interface SelectedTable {
  readonly schema: string;
  readonly name: string;
  readonly path: ValuePath;
}

function checkTables(document: ConfigDocument, selection: SelectionSection): readonly Diagnostic[] {
  const selected: readonly SelectedTable[] = selection.schemas.flatMap((schema, schemaIndex) =>
    (schema.tables ?? []).map(({ name }, tableIndex) => ({
      schema: schema.name,
      name,
      path: ['selection', 'schemas', schemaIndex, 'tables', tableIndex],
    })),
  );
  return selected.flatMap(({ schema, name, path }, index) => {
    const namePath = [...path, 'name'];
    const first = selected.find((other) => other.schema === schema && other.name === name);
    if (first !== undefined && first !== selected[index]) {
      const { line } = valuePlace(document, [...first.path, 'name']);
      const message = `The table ${showValue(document, ...namePath)} is selected twice; the first is on line ${line}.`;
      return [
        errorAt(
          document,
          valuePlace(document, namePath),
          'duplicate-table',
          message,
          'Remove one of the two.',
        ),
      ];
    }
    const renamed = [...path, 'destination_table'];
    if (!isGlob(name) || !isWritten(document, ...renamed)) return [];
    return [
      errorAt(
        document,
        keyPlace(document, renamed),
        'contradiction',
        `\`destination_table\` names one table, but ${showValue(document, ...namePath)} is a glob for several.`,
        'List the table that gets another name by its own name, beside the glob.',
      ),
    ];
  });
}

function checkColumnLists(document: ConfigDocument, selection: SelectionSection): readonly Diagnostic[] {
  const exclusions = selection.exclude_columns.flatMap(({ table }, index) =>
    checkReference(document, selection, table, valuePlaceOf(document, 'exclude_columns', index)),
  );
  const inclusions = selection.include_columns.flatMap(({ table }, index) => {
    const place = valuePlaceOf(document, 'include_columns', index);
    const excluded = selection.exclude_columns.findIndex((other) =>
      meanSameTable(selection, other.table, table),
    );
    if (excluded < 0) return checkReference(document, selection, table, place);
    const { line } = valuePlaceOf(document, 'exclude_columns', excluded).place;
    return [
      errorAt(
        document,
        place.place,
        'contradiction',
        `${place.shown} has \`include_columns\` and, on line ${line}, \`exclude_columns\`.`,
        'Keep one of the two: columns that are not included are left out anyway.',
      ),
    ];
  });
  return [...exclusions, ...inclusions];
}

function checkKeys(
  document: ConfigDocument,
  selection: SelectionSection,
  keys: readonly { readonly table: string; readonly columns: readonly string[] }[],
): readonly Diagnostic[] {
  return keys.flatMap(({ table, columns }, index) => {
    const path = ['target', 'write_mode', 'keys', table];
    const place = keyPlace(document, path);
    const first = keys.findIndex((other) => meanSameTable(selection, other.table, table));
    if (first < index) {
      const message = `\`${table}\` and \`${keys[first]?.table}\` mean one table and have a key each.`;
      return [errorAt(document, place, 'contradiction', message, 'Keep one of the two.')];
    }
    return [
      ...checkReference(document, selection, table, { place, shown: `\`${table}\``, known: true }),
      ...columns.flatMap((column, columnIndex) =>
        checkKeyColumn(document, selection, { table, column, path: [...path, columnIndex] }),
      ),
    ];
  });
}

function checkKeyColumn(
  document: ConfigDocument,
  selection: SelectionSection,
  { table, column, path }: { readonly table: string; readonly column: string; readonly path: ValuePath },
): readonly Diagnostic[] {
  const key = `${showValue(document, ...path)}, which is in the row key of \`${table}\` (\`${showPath(path.slice(0, -1))}\`)`;
  const hint = 'Rows are told apart by their key: take the column, or choose another key.';
  const excluded = selection.exclude_columns.flatMap((list, listIndex) =>
    list.columns.flatMap((name, columnIndex) => {
      if (name !== column || !meanSameTable(selection, list.table, table)) return [];
      const place = valuePlace(document, ['selection', 'exclude_columns', listIndex, 'columns', columnIndex]);
      return [
        errorAt(document, place, 'key-column-excluded', `\`exclude_columns\` leaves out ${key}.`, hint),
      ];
    }),
  );
  const notIncluded = selection.include_columns.flatMap((list, listIndex) => {
    if (list.columns.includes(column) || !meanSameTable(selection, list.table, table)) return [];
    const place = keyPlace(document, ['selection', 'include_columns', listIndex, 'columns']);
    return [errorAt(document, place, 'key-column-excluded', `\`include_columns\` leaves out ${key}.`, hint)];
  });
  return [...excluded, ...notIncluded];
}

interface ReferencePlace {
  readonly place: ReturnType<typeof valuePlace>;
  /** The table's name for a message. */
  readonly shown: string;
  readonly known: boolean;
}

function valuePlaceOf(
  document: ConfigDocument,
  list: 'exclude_columns' | 'include_columns',
  index: number,
): ReferencePlace {
  const path = ['selection', list, index, 'table'];
  return {
    place: valuePlace(document, path),
    shown: showValue(document, ...path),
    known: isKnown(document, path),
  };
}

/** A column list or key for a table that isn't selected would be without effect, and the writer meant one. */
function checkReference(
  document: ConfigDocument,
  selection: SelectionSection,
  table: string,
  { place, shown, known }: ReferencePlace,
): readonly Diagnostic[] {
  if (!known) return [];
  if (isGlob(table)) {
    const message = `${shown}: a glob cannot stand here.`;
    return [errorAt(document, place, 'invalid-value', message, 'Name each table on its own.')];
  }
  if (isSelected(document, selection, table)) return [];
  const near = nearestWord(table, namedTables(document, selection));
  return [
    errorAt(
      document,
      place,
      'table-not-selected',
      `The table ${shown} is not selected.`,
      near === undefined || !shown.startsWith('`')
        ? 'Add it under `selection.schemas`, or remove this.'
        : `Did you mean \`${near}\`?`,
    ),
  ];
}
