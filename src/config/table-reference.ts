import { isGlob, matchesGlob } from '../model/glob.ts';
import { type ConfigDocument, isKnown, isWritten, pathKey, type ValuePath } from './config-document.ts';
import type { SelectionSection } from './schema/selection.ts';

/** Whether a table, given as `orders` or `public.orders`, can be among the selected ones. */
export function isSelected(
  document: ConfigDocument,
  selection: SelectionSection,
  reference: string,
): boolean {
  return selection.schemas.some(({ name, tables }, schemaIndex) => {
    const schemaPath = ['selection', 'schemas', schemaIndex];
    if (!isKnown(document, [...schemaPath, 'name'])) return true;
    const candidates = reference.startsWith(`${name}.`)
      ? [reference, reference.slice(name.length + 1)]
      : [reference];
    // Without a list every published table is selected, and which ones those are only the source knows. A reference
    // with another schema's name is then not among them, unless a table's own name holds the period.
    if (tables === undefined) return candidates.length > 1 || !namesOtherSchema(selection, reference, name);
    return tables.some(
      (table, tableIndex) =>
        !isKnown(document, [...schemaPath, 'tables', tableIndex, 'name']) ||
        candidates.some((candidate) => matchesGlob(table.name, candidate)),
    );
  });
}

function namesOtherSchema(selection: SelectionSection, reference: string, schema: string): boolean {
  return selection.schemas.some(({ name }) => name !== schema && reference.startsWith(`${name}.`));
}

/** Whether two references, as `orders` and `public.orders`, can mean one table of the selection. */
export function meanSameTable(selection: SelectionSection, one: string, other: string): boolean {
  if (one === other) return true;
  return selection.schemas.some(({ name }) => `${name}.${one}` === other || `${name}.${other}` === one);
}

/** Names of single tables in the selection that may be shown to the user. */
export function namedTables(document: ConfigDocument, selection: SelectionSection): readonly string[] {
  return selection.schemas.flatMap(({ tables = [] }, schemaIndex) =>
    tables
      .filter((_, tableIndex) =>
        mayBeShown(document, ['selection', 'schemas', schemaIndex, 'tables', tableIndex, 'name']),
      )
      .map(({ name }) => name)
      .filter((name) => !isGlob(name)),
  );
}

function mayBeShown(document: ConfigDocument, path: ValuePath): boolean {
  return isWritten(document, ...path) && document.located.get(pathKey(path))?.variables.length === 0;
}
