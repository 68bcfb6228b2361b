import type { Diagnostic } from '../model/diagnostic.ts';
import type { Pipeline } from '../model/pipeline.ts';
import { buildPipeline } from './build-pipeline.ts';
import { checkSchema } from './check-schema.ts';
import { checkSelection } from './check-selection.ts';
import {
  checkDefaultSchedules,
  checkNames,
  checkSharedSlots,
  type PipelineSource,
  unknownGateway,
} from './check-set.ts';
import { checkSharedTargets } from './check-shared-targets.ts';
import { checkUnityCatalog } from './check-unity-catalog.ts';
import { type ConfigDocument, errorAt, isWritten, valueAt } from './config-document.ts';
import { kindOfDocument } from './document-kind.ts';
import { warnOfSecrets } from './lint/secrets-in-file.ts';
import { warnNotActedOn } from './not-acted-on.ts';
import { draftPipeline, type PipelineDraft } from './pipeline-draft.ts';
import { checkSource, type ResolvedGateway, resolveSource } from './resolve-source.ts';
import { gatewayDocumentSchema } from './schema/gateway-document.ts';
import { type ScheduleSection, scheduleDocumentSchema } from './schema/schedule.ts';

/** The documents of all files, and what became of reading them. */
export interface ConfigSetOptions {
  readonly documents: readonly ConfigDocument[];
  /** What reading the files found. */
  readonly fileDiagnostics: readonly Diagnostic[];
  readonly workingDirectory: string;
}

/** A set of documents as pipelines, with everything that is wrong. */
export interface ConfigSet {
  readonly pipelines: readonly Pipeline[];
  readonly gateways: readonly ResolvedGateway[];
  /** Every pipeline document, also those with errors. */
  readonly drafts: readonly PipelineDraft[];
  /** The document with the schedule of the pipelines that have none of their own. */
  readonly scheduleDocument: ConfigDocument | undefined;
  /** Unsorted; those of `fileDiagnostics` included. */
  readonly diagnostics: readonly Diagnostic[];
}

/** Checks documents, each by itself and all together, and builds the pipelines that are right. Pure. */
export function assembleSet({ documents, fileDiagnostics, workingDirectory }: ConfigSetOptions): ConfigSet {
  const diagnostics: Diagnostic[] = [...fileDiagnostics];
  const { sorted, unusable } = sortByKind(documents);
  // What a broken document would have held is unknown: nothing is then called absent.
  const isComplete = unusable.length === 0 && fileDiagnostics.every(({ code }) => !HIDES_DOCUMENTS.has(code));
  diagnostics.push(...unusable);

  const gateways = readGateways(sorted.gateway, diagnostics);
  const defaultSchedule = readDefaultSchedule(sorted.schedule, diagnostics);
  const drafts = sorted.pipeline.map((document) => {
    const { draft, diagnostics: found } = draftPipeline(document);
    diagnostics.push(
      ...found,
      ...checkSelection(draft),
      ...checkUnityCatalog(document),
      ...warnNotActedOn(document),
      ...warnOfSecrets(document),
    );
    return draft;
  });
  diagnostics.push(...checkNames('gateway', sorted.gateway), ...checkNames('pipeline', sorted.pipeline));

  const resolved = drafts.map((draft) => {
    const gateway = findGateway(draft, gateways);
    if (isComplete && isUnknownGateway(draft, sorted.gateway)) {
      diagnostics.push(...unknownGateway(draft.document, sorted.gateway));
    }
    diagnostics.push(...checkSource(draft.document, gateway));
    if (gateway === undefined && isWritten(draft.document, 'source', 'gateway'))
      return { draft, source: undefined };
    return { draft, source: resolveSource(draft, gateway, workingDirectory) };
  });
  const sources: readonly PipelineSource[] = resolved.flatMap(({ draft: { document }, source }) =>
    source === undefined ? [] : [{ document, source }],
  );
  diagnostics.push(...checkSharedSlots(sources), ...checkSharedTargets(drafts, workingDirectory));
  if (isComplete && sorted.pipeline.length === 0) diagnostics.push(...noPipeline(documents));

  const pipelines = resolved.flatMap(({ draft: { document, complete }, source }) =>
    complete === undefined || source === undefined || hasError(document, diagnostics)
      ? []
      : [buildPipeline(document, complete, { source, defaultSchedule, workingDirectory })],
  );
  return { pipelines, gateways, drafts, scheduleDocument: sorted.schedule[0], diagnostics };
}

const HIDES_DOCUMENTS: ReadonlySet<Diagnostic['code']> = new Set([
  'path-missing',
  'file-unreadable',
  'file-not-utf8',
  'file-too-large',
  'yaml-syntax',
  'yaml-too-complex',
]);

type DocumentsByKind = Readonly<Record<'gateway' | 'pipeline' | 'schedule', ConfigDocument[]>>;

function sortByKind(documents: readonly ConfigDocument[]): {
  readonly sorted: DocumentsByKind;
  readonly unusable: readonly Diagnostic[];
} {
  const sorted: DocumentsByKind = { gateway: [], pipeline: [], schedule: [] };
  const unusable: Diagnostic[] = [];
  for (const document of documents) {
    const kind = kindOfDocument(document);
    if (typeof kind === 'string') sorted[kind].push(document);
    else unusable.push(kind);
  }
  return { sorted, unusable };
}

function readGateways(
  documents: readonly ConfigDocument[],
  diagnostics: Diagnostic[],
): readonly ResolvedGateway[] {
  return documents.flatMap((document) => {
    const { data, diagnostics: found } = checkSchema(document, gatewayDocumentSchema);
    diagnostics.push(...found, ...warnOfSecrets(document));
    return data === undefined || hasError(document, diagnostics) ? [] : [{ document, settings: data }];
  });
}

function readDefaultSchedule(
  documents: readonly ConfigDocument[],
  diagnostics: Diagnostic[],
): ScheduleSection | undefined {
  const schedules = documents.map((document) => {
    const { data, diagnostics: found } = checkSchema(document, scheduleDocumentSchema);
    diagnostics.push(...found, ...warnNotActedOn(document));
    return data?.schedule;
  });
  diagnostics.push(...checkDefaultSchedules(documents));
  return schedules[0];
}

function findGateway(
  { document }: PipelineDraft,
  gateways: readonly ResolvedGateway[],
): ResolvedGateway | undefined {
  const wanted = valueAt(document.value, ['source', 'gateway']);
  return gateways.find(({ settings }) => settings.gateway.name === wanted);
}

/** False also for a gateway whose document is wrong: it is there. */
function isUnknownGateway({ document }: PipelineDraft, gateways: readonly ConfigDocument[]): boolean {
  const wanted = valueAt(document.value, ['source', 'gateway']);
  return (
    typeof wanted === 'string' &&
    gateways.every((gateway) => valueAt(gateway.value, ['gateway', 'name']) !== wanted)
  );
}

function hasError(
  { file, firstLine, lastLine }: ConfigDocument,
  diagnostics: readonly Diagnostic[],
): boolean {
  return diagnostics.some(
    (diagnostic) =>
      diagnostic.severity === 'error' &&
      diagnostic.file === file &&
      diagnostic.line >= firstLine &&
      diagnostic.line <= lastLine,
  );
}

function noPipeline([first]: readonly ConfigDocument[]): readonly Diagnostic[] {
  if (first === undefined) return [];
  return [
    errorAt(
      first,
      { line: 1, column: 1 },
      'no-pipeline',
      'The files given hold no pipeline.',
      'Give a file with a `pipeline:` document too.',
    ),
  ];
}
