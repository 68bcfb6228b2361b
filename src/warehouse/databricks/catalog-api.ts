import type { VolumeName } from '../../model/pipeline.ts';
import type { TableName } from '../../model/table-name.ts';
import { listField, parseJson, textField } from './json-value.ts';
import type { RestClient } from './rest-client.ts';
import { RestFailure } from './rest-failure.ts';

/** Unity Catalog by REST: needs no warehouse, so it costs nothing and wakes nobody. Calls throw what RestClient throws. */
export interface CatalogApi {
  hasCatalog(catalog: string): Promise<boolean>;
  hasSchema(catalog: string, schema: string): Promise<boolean>;
  /** No failure when it is there already. */
  createSchema(catalog: string, schema: string): Promise<void>;
  hasVolume(volume: VolumeName): Promise<boolean>;
  /** Makes a managed volume. No failure when it is there already. */
  createVolume(volume: VolumeName): Promise<void>;
  /** A table or view, or `undefined` where there is none, or nobody tells us of it. */
  table(name: TableName): Promise<CatalogTable | undefined>;
}

export interface CatalogTable {
  /** `MANAGED`, `EXTERNAL`, `VIEW`, `FOREIGN`, `STREAMING_TABLE`, … */
  readonly tableType: string;
  /** `DELTA`, `PARQUET`, …; `undefined` for a view. */
  readonly format: string | undefined;
  /** In their order; types as Databricks SQL writes them, in capitals: `DECIMAL(10,2)`. */
  readonly columns: readonly { readonly name: string; readonly type: string }[];
}

const CATALOG_URL = '/api/2.1/unity-catalog';

export function catalogApi(rest: RestClient): CatalogApi {
  const get = async (path: string) => readUnlessMissing(rest, path);
  const create = (path: string, body: Readonly<Record<string, unknown>>) =>
    unlessAlreadyThere(rest.send({ method: 'POST', path: `${CATALOG_URL}/${path}`, body }));
  return {
    hasCatalog: async (catalog) => (await get(`catalogs/${encodeName([catalog])}`)) !== undefined,
    hasSchema: async (catalog, schema) =>
      (await get(`schemas/${encodeName([catalog, schema])}`)) !== undefined,
    createSchema: (catalog, schema) => create('schemas', { name: schema, catalog_name: catalog }),
    hasVolume: async ({ catalog, schema, volume }) =>
      (await get(`volumes/${encodeName([catalog, schema, volume])}`)) !== undefined,
    createVolume: ({ catalog, schema, volume }) =>
      create('volumes', {
        catalog_name: catalog,
        schema_name: schema,
        name: volume,
        volume_type: 'MANAGED',
        comment: 'Files that Tributary stages before it merges them',
      }),
    table: async ({ catalog, schema, table }) => {
      const content = await get(`tables/${encodeName([catalog, schema, table])}`);
      return content === undefined ? undefined : readTable(content);
    },
  };
}

/** No name of Unity Catalog's has a dot in it. */
function encodeName(parts: readonly string[]): string {
  return parts.map(encodeURIComponent).join('.');
}

function readTable(content: unknown): CatalogTable {
  return {
    tableType: textField(content, 'table_type') ?? 'UNKNOWN',
    format: textField(content, 'data_source_format'),
    columns: listField(content, 'columns').map((column) => ({
      name: textField(column, 'name') ?? '',
      type: normaliseType(textField(column, 'type_text') ?? ''),
    })),
  };
}

/** Other names that a type goes by, in capitals. */
const TYPE_NAMES: Readonly<Record<string, string>> = {
  BYTE: 'TINYINT',
  SHORT: 'SMALLINT',
  INTEGER: 'INT',
  LONG: 'BIGINT',
  REAL: 'FLOAT',
  DEC: 'DECIMAL',
  NUMERIC: 'DECIMAL',
  TIMESTAMP_LTZ: 'TIMESTAMP',
};

/** `decimal(10, 2)` → `DECIMAL(10,2)`: one text for one type, the one that our DDL writes. */
export function normaliseType(typeText: string): string {
  const text = typeText.toUpperCase().replaceAll(/\s+/g, '');
  return text.replace(/^[A-Z_]+/, (name) => TYPE_NAMES[name] ?? name);
}

async function readUnlessMissing(rest: RestClient, path: string): Promise<unknown> {
  try {
    return parseJson((await rest.send({ method: 'GET', path: `${CATALOG_URL}/${path}` })).text) ?? null;
  } catch (error) {
    if (error instanceof RestFailure && error.kind === 'missing') return undefined;
    throw error;
  }
}

async function unlessAlreadyThere(call: Promise<unknown>): Promise<void> {
  try {
    await call;
  } catch (error) {
    if (!(error instanceof RestFailure && error.kind === 'already-there')) throw error;
  }
}
