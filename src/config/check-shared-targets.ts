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
  readonly path: ValuePath;
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
      const path = ['selection', 'schemas', schemaIndex, 'tables', tableIndex, 'name'];
      // Both kinds of warehouse compare names without regard to case.
      return [{ document, path, target: JSON.stringify([...home, table]).toLowerCase() }];
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
  const place: Place = valuePlace(earlier.document, earlier.path);
  const where =
    earlier.document.file === filling.document.file
      ? `line ${place.line}`
      : `${earlier.document.file}:${place.line}`;
  const source = showValue(earlier.document, ...earlier.path);
  return errorAt(
    filling.document,
    valuePlace(filling.document, filling.path),
    'shared-target',
    `The table ${showValue(filling.document, ...filling.path)} goes to the same target table as ${source} (${where}).`,
    'Give one of them a `destination_table`, or another target schema or prefix.',
  );
}
