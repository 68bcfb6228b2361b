import type { Diagnostic } from '../model/diagnostic.ts';
import { isGlob } from '../model/glob.ts';
import {
  type ConfigDocument,
  errorAt,
  type Place,
  showValue,
  type ValuePath,
  valuePlace,
} from './config-document.ts';
import type { PipelineDraft } from './pipeline-draft.ts';
import { absolutePath } from './resolve-source.ts';
import type { TargetSection } from './schema/target.ts';

/** A target table that the files name, and the selected table that fills it. */
interface Filling {
  readonly document: ConfigDocument;
  /** Of the source table's name. */
  readonly path: ValuePath;
  /** Of what decides the target's name: `destination_table` where it is given. */
  readonly namePath: ValuePath;
  /** The target table, in a form that is equal for equal tables. Never shown: parts of it may come from variables. */
  readonly target: string;
}

/**
 * Finds source tables, of one pipeline or of several, that would be merged into one target table, where each would
 * overwrite the other's rows. Globs and whole schemas are not known here; a run looks at those.
 */
export function checkSharedTargets(
  drafts: readonly PipelineDraft[],
  workingDirectory: string,
): readonly Diagnostic[] {
  const first = new Map<string, Filling>();
  const diagnostics: Diagnostic[] = [];
  for (const filling of drafts.flatMap((draft) => fillings(draft, workingDirectory))) {
    const earlier = first.get(filling.target);
    if (earlier === undefined) first.set(filling.target, filling);
    else if (!isSameSelection(earlier, filling)) diagnostics.push(describeShared(earlier, filling));
  }
  return diagnostics;
}

function fillings(
  { document, selection, target }: PipelineDraft,
  workingDirectory: string,
): readonly Filling[] {
  if (selection === undefined || target === undefined) return [];
  const home = [target.type, targetPlace(document, target, workingDirectory), target.catalog, target.schema];
  const seen = new Set<string>();
  return selection.schemas.flatMap(({ name: schema, tables = [] }, schemaIndex) =>
    tables.flatMap(({ name, destination_table }, tableIndex) => {
      const source = JSON.stringify([schema, name]);
      // A table that is selected twice is told as that.
      if (isGlob(name) || seen.has(source)) return [];
      seen.add(source);
      const table = destination_table ?? `${target.table_naming.prefix}${name}`;
      const entry = ['selection', 'schemas', schemaIndex, 'tables', tableIndex];
      const path = [...entry, 'name'];
      const namePath = destination_table === undefined ? path : [...entry, 'destination_table'];
      // Both kinds of warehouse compare names without regard to case, so `case` neither parts nor joins two.
      return [{ document, path, namePath, target: JSON.stringify([...home, table]).toLowerCase() }];
    }),
  );
}

/** The lakehouse file, or the workspace as far as the file names one. */
function targetPlace(document: ConfigDocument, target: TargetSection, workingDirectory: string): string {
  return target.type === 'embedded'
    ? absolutePath(target.path, document, workingDirectory)
    : (target.databricks.host ?? '').replace(/^https:\/\//i, '').replace(/\/+$/, '');
}

/** Two pipelines of one name are an error of their own; repeating it for each table would bury it. */
function isSameSelection(one: Filling, other: Filling): boolean {
  if (one.document === other.document) return false;
  return showValue(one.document, 'pipeline', 'name') === showValue(other.document, 'pipeline', 'name');
}

function describeShared(earlier: Filling, filling: Filling): Diagnostic {
  const place: Place = valuePlace(earlier.document, earlier.namePath);
  const where =
    earlier.document.file === filling.document.file
      ? `line ${place.line}`
      : `${earlier.document.file}:${place.line}`;
  const source = showValue(earlier.document, ...earlier.path);
  return errorAt(
    filling.document,
    valuePlace(filling.document, filling.namePath),
    'shared-target',
    `The table ${showValue(filling.document, ...filling.path)} goes to the same target table as ${source} (${where}).`,
    'Target names are compared after the prefix and without regard to case. Give one of the two another `destination_table`, target schema or prefix.',
  );
}
