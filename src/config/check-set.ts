import type { Diagnostic } from '../model/diagnostic.ts';
import type { SourceSettings } from '../model/pipeline.ts';
import {
  type ConfigDocument,
  errorAt,
  isKnown,
  isWritten,
  keyPlace,
  pathKey,
  showValue,
  type ValuePath,
  valueAt,
  valuePlace,
} from './config-document.ts';
import { nearestWord } from './did-you-mean.ts';

/** Errors for every document whose name, at the path, an earlier document of the kind has already. */
export function checkNames(
  kind: 'gateway' | 'pipeline',
  documents: readonly ConfigDocument[],
): readonly Diagnostic[] {
  const path = [kind, 'name'];
  const first = new Map<unknown, ConfigDocument>();
  return documents.flatMap((document) => {
    const name = valueAt(document.value, path);
    if (typeof name !== 'string' || !isKnown(document, path)) return [];
    const earlier = first.get(name);
    if (earlier === undefined) {
      first.set(name, document);
      return [];
    }
    return [
      errorAt(
        document,
        valuePlace(document, path),
        'duplicate-name',
        `Another ${kind} is called ${showValue(document, ...path)}: ${showPlace(earlier, path)}.`,
        `Give each ${kind} a name of its own.`,
      ),
    ];
  });
}

/** The error for a pipeline whose gateway is not in the set. */
export function unknownGateway(
  document: ConfigDocument,
  gateways: readonly ConfigDocument[],
): readonly Diagnostic[] {
  const path = ['source', 'gateway'];
  const wanted = valueAt(document.value, path);
  if (typeof wanted !== 'string' || !isKnown(document, path)) return [];
  const names = gateways.flatMap((gateway) => {
    const name = valueAt(gateway.value, ['gateway', 'name']);
    const isPlain = gateway.located.get(pathKey(['gateway', 'name']))?.variables.length === 0;
    return typeof name === 'string' && isPlain ? [name] : [];
  });
  const isPlain = document.located.get(pathKey(path))?.variables.length === 0;
  const near = isPlain ? nearestWord(wanted, names) : undefined;
  const known =
    names.length === 0
      ? 'The files given hold no gateway: give the file with it too.'
      : `Known gateways: ${names.map((name) => `\`${name}\``).join(', ')}.`;
  return [
    errorAt(
      document,
      valuePlace(document, path),
      'unknown-gateway',
      `There is no gateway ${showValue(document, ...path)} in the files given.`,
      near === undefined ? known : `Did you mean \`${near}\`? ${known}`,
    ),
  ];
}

/** Errors for every schedule document after the first. */
export function checkDefaultSchedules(documents: readonly ConfigDocument[]): readonly Diagnostic[] {
  const [first, ...others] = documents;
  if (first === undefined) return [];
  return others.map((document) =>
    errorAt(
      document,
      keyPlace(document, ['schedule']),
      'contradiction',
      `The set has two default schedules; the first is ${showPlace(first, ['schedule'])}.`,
      'Keep one, or put `schedule:` into the pipelines’ own documents.',
    ),
  );
}

/** A pipeline's document with its source, gateway and defaults applied. */
export interface PipelineSource {
  readonly document: ConfigDocument;
  readonly source: SourceSettings;
}

/**
 * Errors for every pipeline that would consume an earlier one's slot: a slot has one `confirmed_flush_lsn`, so what
 * one pipeline acknowledges is lost for the other.
 */
export function checkSharedSlots(pipelines: readonly PipelineSource[]): readonly Diagnostic[] {
  const first = new Map<string, ConfigDocument>();
  return pipelines.flatMap(({ document, source }) => {
    const slot = JSON.stringify([source.host.toLowerCase(), source.port, source.database, source.slotName]);
    const earlier = first.get(slot);
    if (earlier === undefined) {
      first.set(slot, document);
      return [];
    }
    const own = ['source', 'cdc', 'slot_name'];
    const place = isWritten(document, ...own)
      ? valuePlace(document, own)
      : valuePlace(document, ['pipeline', 'name']);
    const name = showValue(earlier, 'pipeline', 'name');
    return [
      errorAt(
        document,
        place,
        'shared-slot',
        `This pipeline and ${name} (${showPlace(earlier, ['pipeline', 'name'])}) would share one replication slot.`,
        'A slot carries the progress of one pipeline. Set `source.cdc.slot_name` in one of them.',
      ),
    ];
  });
}

function showPlace(document: ConfigDocument, path: ValuePath): string {
  return `${document.file}:${valuePlace(document, path).line}`;
}
