import type { Diagnostic } from '../../model/diagnostic.ts';
import { isGlob } from '../../model/glob.ts';
import { adviceAt, isKnown, keyPlace, pathKey, type ValuePath } from '../config-document.ts';
import type { PipelineDraft } from '../pipeline-draft.ts';
import { meanSameTable } from '../table-reference.ts';

/** Tables that a notice names; of more it tells the number. */
const MAX_NAMED = 3;

/**
 * A notice where most tables that a pipeline lists have a row key in `write_mode.keys` and some have none: a table that was
 * added later is easily forgotten there. Whether it needs one, only the source knows, so where few have one nothing is said.
 */
export function noteIncompleteKeys({ document, selection, target }: PipelineDraft): readonly Diagnostic[] {
  if (selection === undefined || target === undefined) return [];
  const keyed = Object.keys(target.write_mode.keys);
  const listed = selection.schemas.flatMap(({ name: schema, tables = [] }, schemaIndex) =>
    tables
      .map(({ name }, index) => ({
        name,
        full: `${schema}.${name}`,
        path: ['selection', 'schemas', schemaIndex, 'tables', index, 'name'],
      }))
      .filter(({ name }) => !isGlob(name)),
  );
  const bare = listed.filter(
    ({ name, full }) => !keyed.some((table) => table === full || meanSameTable(selection, table, name)),
  );
  const isShowable = ({ path }: { readonly path: ValuePath }) =>
    isKnown(document, path) && (document.located.get(pathKey(path))?.variables.length ?? 0) === 0;
  if (bare.length === 0 || bare.length * 2 > listed.length || !bare.every(isShowable)) return [];
  const named = bare.slice(0, MAX_NAMED).map(({ name }) => `\`${name}\``);
  const more = bare.length > MAX_NAMED ? [`${bare.length - MAX_NAMED} more`] : [];
  return [
    adviceAt(document, keyPlace(document, ['target', 'write_mode', 'keys']), {
      severity: 'notice',
      code: 'keys-incomplete',
      message: `The other tables that are listed have a row key here; ${listWords([...named, ...more])} ${bare.length === 1 ? 'has' : 'have'} none.`,
      hint: 'That is right where the table has a primary key or a replica identity index; otherwise add its key.',
    }),
  ];
}

function listWords(words: readonly string[]): string {
  const last = words.at(-1) ?? '';
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} and ${last}`;
}
