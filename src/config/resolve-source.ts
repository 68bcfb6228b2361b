import path from 'node:path';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { SourceSettings } from '../model/pipeline.ts';
import { Secret } from '../model/secret.ts';
import { type ConfigDocument, errorAt, isWritten, keyPlace, showValue, valueAt } from './config-document.ts';
import type { PipelineDraft } from './pipeline-draft.ts';
import { connectionFields } from './schema/connection.ts';
import { parseByteSize } from './schema/fields.ts';
import type { GatewayDocument } from './schema/gateway-document.ts';

/** A gateway document that is right in itself. */
export interface ResolvedGateway {
  readonly document: ConfigDocument;
  readonly settings: GatewayDocument;
}

/**
 * Puts a pipeline's source together from what it says itself, its gateway, and the defaults, in this order.
 * `gateway` is `undefined` for a pipeline that names none. `undefined` when something is missing or wrong, which
 * `checkSource` and the schema tell.
 */
export function resolveSource(
  { document, name = '', source }: PipelineDraft,
  gateway: ResolvedGateway | undefined,
  workingDirectory: string,
): SourceSettings | undefined {
  if (source === undefined) return undefined;
  const { cdc: own } = source;
  const connection = gateway?.settings.source ?? source;
  const stream = gateway?.settings.cdc ?? own;
  const { host } = connection;
  const database = source.database ?? connection.database;
  const publicationName = own.publication_name ?? stream.publication_name;
  if (host === undefined || database === undefined || publicationName === undefined) return undefined;
  const isOwn = (field: string) => gateway === undefined || isWritten(document, 'source', 'cdc', field);
  return {
    host,
    port: connection.port,
    database,
    username: connection.username,
    password: connection.password === undefined ? undefined : new Secret(connection.password),
    sslmode: connection.sslmode,
    sslrootcert: absolutePath(connection.sslrootcert, gateway?.document ?? document, workingDirectory),
    slotName: own.slot_name ?? stream.slot_name ?? defaultSlotName(name),
    publicationName,
    heartbeatIntervalMs: (isOwn('heartbeat_interval_sec') ? own : stream).heartbeat_interval_sec * 1000,
    connectTimeoutMs: connection.connect_timeout_sec * 1000,
    initialLoad: own.initial_load,
    loadParallelism: own.load_parallelism,
    maxRetainedWalBytes: parseByteSize((isOwn('max_retained_wal') ? own : stream).max_retained_wal),
  };
}

/**
 * Checks what the schema cannot know of a source: that the pipeline and its gateway together say enough, and do not
 * contradict each other. Looks only at what is written, so that a wrong value elsewhere hides nothing.
 */
export function checkSource(
  document: ConfigDocument,
  gateway: ResolvedGateway | undefined,
): readonly Diagnostic[] {
  const written = valueAt(document.value, ['source']);
  if (typeof written !== 'object' || written === null || Array.isArray(written)) return [];
  const namesGateway = isWritten(document, 'source', 'gateway');
  // Of a gateway that is unknown, or wrong itself, nobody can say what it leaves out.
  const isOpen = namesGateway && gateway === undefined;
  const contradictions = namesGateway ? checkContradictions(document) : checkServer(document);
  return [
    ...contradictions,
    ...checkEnabled(document, gateway),
    ...(isOpen || gateway?.settings.source.database !== undefined
      ? []
      : missing(document, ['source', 'database'], DATABASE_HINT)),
    ...(isOpen || gateway?.settings.cdc.publication_name !== undefined
      ? []
      : missing(document, ['source', 'cdc', 'publication_name'], PUBLICATION_HINT)),
  ];
}

const DATABASE_HINT = 'Add `database:` here or under the gateway’s `source`.';
const PUBLICATION_HINT =
  'Add `publication_name:` here or under the gateway’s `cdc`. The publication is made by `CREATE PUBLICATION name FOR TABLE …`.';

/** A slot's name for a pipeline that names none: PostgreSQL allows few characters and 63 of them. */
function defaultSlotName(pipelineName: string): string {
  return `tributary_${pipelineName.toLowerCase().replace(/[^a-z0-9_]/g, '_')}`.slice(0, 63);
}

/** A path of a configuration file, which is meant from the directory of that file. */
export function absolutePath<T extends string | undefined>(
  written: T,
  document: ConfigDocument,
  workingDirectory: string,
): string | T {
  if (written === undefined) return written;
  return path.resolve(workingDirectory, path.dirname(document.file), written);
}

function checkContradictions(document: ConfigDocument): readonly Diagnostic[] {
  return Object.keys(connectionFields)
    .filter((field) => field !== 'database' && isWritten(document, 'source', field))
    .map((field) =>
      errorAt(
        document,
        keyPlace(document, ['source', field]),
        'contradiction',
        `\`source.${field}\` and \`source.gateway\` contradict each other: the gateway has the connection.`,
        `Remove \`${field}\`, or remove \`gateway\` and give the whole connection here.`,
      ),
    );
}

function checkServer(document: ConfigDocument): readonly Diagnostic[] {
  if (isWritten(document, 'source', 'host')) return [];
  return [
    errorAt(
      document,
      keyPlace(document, ['source']),
      'missing-field',
      '`source` names no server.',
      'Add `gateway:` with the name of a gateway, or `host:`, `database:`, `username:` and `password:`.',
    ),
  ];
}

function checkEnabled(document: ConfigDocument, gateway: ResolvedGateway | undefined): readonly Diagnostic[] {
  if (gateway === undefined || gateway.settings.cdc.enabled) return [];
  const { line } = keyPlace(gateway.document, ['cdc', 'enabled']);
  const name = showValue(gateway.document, 'gateway', 'name');
  return [
    errorAt(
      document,
      keyPlace(document, ['source', 'gateway']),
      'contradiction',
      `The pipeline’s mode is \`incremental_cdc\`, but its gateway ${name} has \`cdc.enabled: false\` (${gateway.document.file}:${line}).`,
      'Set `enabled: true` there, or choose another gateway.',
    ),
  ];
}

function missing(document: ConfigDocument, path: readonly string[], hint: string): readonly Diagnostic[] {
  // Written, and yet without a good value: that is told already.
  if (isWritten(document, ...path)) return [];
  const message = `\`${path.join('.')}\` is missing.`;
  return [errorAt(document, keyPlace(document, path.slice(0, -1)), 'missing-field', message, hint)];
}
