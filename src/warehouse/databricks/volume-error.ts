import { IngestError } from '../../model/ingest-error.ts';
import type { VolumeName } from '../../model/pipeline.ts';

/** `catalog.schema.volume`, for people. */
export function displayVolume({ catalog, schema, volume }: VolumeName): string {
  return `${catalog}.${schema}.${volume}`;
}

/** The volume is there, and we may not read or write it. */
export function volumeForbidden(volume: VolumeName, principal: string | undefined): IngestError {
  return denied(
    `${who(principal)} may not write files to the volume ${displayVolume(volume)}.`,
    'Let the owner of the volume run:',
    grants(volume, principal),
  );
}

/** The volume is missing, and we may not make it. */
export function volumeUnmade(volume: VolumeName, principal: string | undefined): IngestError {
  return denied(
    `The volume ${displayVolume(volume)} does not exist, and ${who(principal)} may not make it.`,
    `Let somebody run this who may create it in the catalog ${volume.catalog}; or set target.volume to one that exists:`,
    [...creations(volume), ...grants(volume, principal)],
  );
}

/** The catalog is missing, or hidden from us, which Unity Catalog does not tell apart. */
export function catalogMissing(volume: VolumeName, principal: string | undefined): IngestError {
  return denied(
    `There is no catalog ${volume.catalog} for the volume ${displayVolume(volume)}, or ${who(principal)} may not use it.`,
    'Check target.volume and target.catalog. If the catalog exists, let its owner run:',
    [...creations(volume), ...grants(volume, principal)],
  );
}

function denied(message: string, advice: string, statements: readonly string[]): IngestError {
  const solution = [advice, ...statements].join('\n');
  return new IngestError('target-permission-denied', capitalise(message), { solution });
}

function creations({ catalog, schema, volume }: VolumeName): readonly string[] {
  return [
    `CREATE SCHEMA IF NOT EXISTS ${quote(catalog, schema)};`,
    `CREATE VOLUME IF NOT EXISTS ${quote(catalog, schema, volume)};`,
  ];
}

function grants(
  { catalog, schema, volume }: VolumeName,
  principal = '<service principal>',
): readonly string[] {
  const to = `TO ${quote(principal)};`;
  return [
    `GRANT USE CATALOG ON CATALOG ${quote(catalog)} ${to}`,
    `GRANT USE SCHEMA ON SCHEMA ${quote(catalog, schema)} ${to}`,
    `GRANT READ VOLUME, WRITE VOLUME ON VOLUME ${quote(catalog, schema, volume)} ${to}`,
  ];
}

function who(principal: string | undefined): string {
  return principal === undefined ? 'the user of the access token' : `the service principal ${principal}`;
}

function quote(...parts: readonly string[]): string {
  return parts.map((part) => `\`${part.replaceAll('`', '``')}\``).join('.');
}

function capitalise(sentence: string): string {
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}
