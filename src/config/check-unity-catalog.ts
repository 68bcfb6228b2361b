import type { Diagnostic } from '../model/diagnostic.ts';
import { checkTableProperties } from './check-table-properties.ts';
import {
  type ConfigDocument,
  errorAt,
  isWritten,
  knownText,
  showPath,
  showValue,
  type ValuePath,
  valueAt,
  valuePlace,
} from './config-document.ts';
import { parseDuration } from './schema/fields.ts';

/**
 * Checks what the schema cannot know of a Unity Catalog target. Looks only at what is written, and only at values that are
 * known: what comes from the environment when a run begins is judged there.
 */
export function checkUnityCatalog(document: ConfigDocument): readonly Diagnostic[] {
  if (valueAt(document.value, ['target', 'type']) !== 'unity_catalog') return [];
  return [
    ...checkHost(document),
    ...checkHttpPath(document),
    ...checkCatalog(document),
    ...checkDefaultVolume(document),
    ...checkSubstitution(document),
    ...checkStatementTimeout(document),
    ...checkTableProperties(document),
  ];
}

const HOST = ['target', 'databricks', 'host'];
const HTTP_PATH = ['target', 'databricks', 'http_path'];

function checkHost(document: ConfigDocument): readonly Diagnostic[] {
  const host = knownText(document, HOST)?.trim().toLowerCase();
  if (host === undefined || host === '') return [];
  if (host.startsWith('http://'))
    return refuse(document, HOST, 'is reached over TLS only', 'Write the host name alone.');
  if (
    /^(https:\/\/)?accounts\.[a-z.]*(databricks\.com|azuredatabricks\.net|databricks\.azure\.(us|cn))(?![a-z.])/.test(
      host,
    )
  )
    return refuse(
      document,
      HOST,
      'is the account console, not a workspace',
      'Take the host of the workspace: what the browser shows when it is open.',
    );
  if (/^(https:\/\/)?[a-z0-9]([a-z0-9.-]*[a-z0-9])?(:\d{1,5})?([/?#]\S*)?$/.test(host)) return [];
  return refuse(
    document,
    HOST,
    'is no host name',
    'Write it as `adb-1.2.azuredatabricks.net` or `dbc-1.cloud.databricks.com`.',
  );
}

function checkHttpPath(document: ConfigDocument): readonly Diagnostic[] {
  const path = knownText(document, HTTP_PATH)?.trim();
  if (path === undefined || path === '') return [];
  if (/^\/?sql\/protocolv1\//i.test(path))
    return refuse(
      document,
      HTTP_PATH,
      'is the path of a cluster',
      'A SQL warehouse is needed: its path begins with `/sql/1.0/warehouses/` (SQL Warehouses, Connection details).',
    );
  if (/^\/?sql\/1\.0\/(warehouses|endpoints)\/[A-Za-z0-9-]+\/?$/.test(path)) return [];
  return refuse(
    document,
    HTTP_PATH,
    'is not the path of a SQL warehouse',
    'Write it as in the warehouse’s connection details: `/sql/1.0/warehouses/0123456789abcdef`.',
  );
}

/** Catalogs that every workspace has and nobody can put such tables into. */
const FOREIGN_CATALOGS: ReadonlySet<string> = new Set(['hive_metastore', 'samples', 'system']);

function checkCatalog(document: ConfigDocument): readonly Diagnostic[] {
  const catalogs = FOREIGN_CATALOGS.has(knownText(document, ['target', 'catalog'])?.toLowerCase() ?? '')
    ? refuse(
        document,
        ['target', 'catalog'],
        'is not a catalog for tables of your own',
        'Name a catalog of Unity Catalog that you may create tables in.',
      )
    : [];
  const schemas = [
    ['target', 'schema'],
    ['target', 'state_schema'],
  ].flatMap((path) =>
    knownText(document, path)?.toLowerCase() === 'information_schema'
      ? refuse(document, path, 'belongs to the catalog itself', 'Name another schema.')
      : [],
  );
  return [...catalogs, ...schemas];
}

/** The names that a volume takes from the target have to fit into its path too. */
function checkDefaultVolume(document: ConfigDocument): readonly Diagnostic[] {
  const volume = knownText(document, ['target', 'volume']);
  if (volume === undefined && isWritten(document, 'target', 'volume')) return [];
  const written = volume?.split('.').length ?? 1;
  const state = isWritten(document, 'target', 'state_schema') ? 'state_schema' : 'schema';
  const taken = [...(written < 3 ? ['catalog'] : []), ...(written < 2 ? [state] : [])];
  return taken
    .map((name) => ['target', name])
    .filter((path) => /[!-,:-@[-^`{-~]/.test(knownText(document, path) ?? ''))
    .flatMap((path) =>
      refuse(
        document,
        path,
        'has characters that a volume’s path cannot have, and the volume takes its name from here',
        'Name a volume that lies elsewhere: `volume: catalog.schema.name`, in letters, digits, `_` and `-`.',
      ),
    );
}

/** Spark replaces a variable before it parses, and nothing escapes one in a name. */
function checkSubstitution(document: ConfigDocument): readonly Diagnostic[] {
  const selection = valueAt(document.value, ['selection', 'schemas']);
  const renamed = (Array.isArray(selection) ? selection : []).flatMap((schema: unknown, schemaIndex) => {
    const tables = valueAt(schema, ['tables']);
    return (Array.isArray(tables) ? tables : []).map(
      (_, tableIndex): ValuePath => [
        'selection',
        'schemas',
        schemaIndex,
        'tables',
        tableIndex,
        'destination_table',
      ],
    );
  });
  const paths: readonly ValuePath[] = [
    ['target', 'catalog'],
    ['target', 'schema'],
    ['target', 'state_schema'],
    ['target', 'table_naming', 'prefix'],
    ...renamed,
  ];
  return paths
    .filter((path) => knownText(document, path)?.includes('${') === true)
    .flatMap((path) =>
      refuse(document, path, 'holds `${`, which Databricks cannot take in a name', 'Use another name.'),
    );
}

/** The longest that a warehouse allows, in milliseconds: 172,800 s. */
const MAX_STATEMENT_MS = 172_800_000;

function checkStatementTimeout(document: ConfigDocument): readonly Diagnostic[] {
  const path = ['target', 'statement_timeout'];
  const length = parseDuration(knownText(document, path) ?? '');
  if (length === 0 || (length >= 1000 && length <= MAX_STATEMENT_MS)) return [];
  return refuse(
    document,
    path,
    'is outside of what a warehouse takes',
    'Write a time between `1s` and `2d`.',
  );
}

function refuse(
  document: ConfigDocument,
  path: ValuePath,
  what: string,
  hint: string,
): readonly Diagnostic[] {
  const message = `\`${showPath(path)}\`: ${showValue(document, ...path)} ${what}.`;
  return [errorAt(document, valuePlace(document, path), 'invalid-value', message, hint)];
}
