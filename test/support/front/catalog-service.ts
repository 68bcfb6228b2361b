import { jsonAnswer, readTextFields, restError } from './json-answer.ts';
import type { FrontRequest, FrontResponse, FrontService } from './service.ts';
import type { CatalogTable, TableCatalog } from './table-catalog.ts';

const ROUTE = /^\/api\/2\.1\/unity-catalog\/(catalogs|schemas|tables|volumes)(?:\/([^/]+))?$/;

/** Unity Catalog's REST API, as far as it is called: reading catalogs, schemas, tables, volumes; making the last two kinds. */
export function catalogService(catalog: TableCatalog): FrontService {
  return {
    nameOf: (request) => {
      const route = routeOf(request);
      return route === undefined ? undefined : `${request.method} ${route.kind.slice(0, -1)}`;
    },
    detailOf: (request) => routeOf(request)?.name ?? request.body.toString('utf8'),
    handle: (request) => answer(request, catalog),
  };
}

function routeOf(request: FrontRequest) {
  const [, kind, name] = ROUTE.exec(request.path) ?? [];
  if (kind === undefined) return undefined;
  return { kind, name: name === undefined ? undefined : decodeURIComponent(name) };
}

async function answer(request: FrontRequest, catalog: TableCatalog): Promise<FrontResponse> {
  const { kind = '', name } = routeOf(request) ?? {};
  if (request.method === 'GET' && name !== undefined) return read(kind, name, catalog);
  if (request.method === 'POST' && name === undefined && kind === 'schemas') {
    return createSchema(request, catalog);
  }
  if (request.method === 'POST' && name === undefined && kind === 'volumes') {
    return createVolume(request, catalog);
  }
  return restError(404, 'ENDPOINT_NOT_FOUND', `No API for ${request.method} ${request.path}`);
}

async function read(kind: string, name: string, catalog: TableCatalog): Promise<FrontResponse> {
  const parts = name.split('.');
  switch (kind) {
    case 'catalogs': {
      const found = parts.length === 1 ? await catalog.catalog(name) : undefined;
      return found === undefined ? missing('CATALOG', name) : jsonAnswer(200, { name: found.fullName });
    }
    case 'schemas': {
      const found = parts.length === 2 ? await catalog.schema(name) : undefined;
      return found === undefined ? missing('SCHEMA', name) : jsonAnswer(200, { full_name: found.fullName });
    }
    case 'volumes': {
      const found = parts.length === 3 ? await catalog.volume(name) : undefined;
      if (found === undefined) return missing('VOLUME', name);
      return jsonAnswer(200, { full_name: found.fullName, volume_type: 'MANAGED' });
    }
    default: {
      const found = parts.length === 3 ? await catalog.table(name) : undefined;
      return found === undefined ? missing('TABLE', name) : jsonAnswer(200, describe(found));
    }
  }
}

function describe(table: CatalogTable) {
  return {
    full_name: table.fullName,
    table_type: table.tableType,
    data_source_format: table.dataSourceFormat,
    properties: table.properties,
    columns: table.columns.map(({ name, typeText, nullable }, position) => ({
      name,
      type_text: typeText,
      type_name: typeText.replace(/\(.*$/, '').toUpperCase(),
      position,
      nullable,
    })),
  };
}

async function createSchema(request: FrontRequest, catalog: TableCatalog): Promise<FrontResponse> {
  const fields = readTextFields(request, ['name', 'catalog_name', 'comment']);
  if (!('get' in fields)) return fields;
  const catalogName = fields.get('catalog_name') ?? '';
  const fullName = `${catalogName}.${fields.get('name') ?? ''}`;
  if ((await catalog.catalog(catalogName)) === undefined) return missing('CATALOG', catalogName);
  if ((await catalog.schema(fullName)) !== undefined) {
    return restError(400, 'SCHEMA_ALREADY_EXISTS', `Schema '${fullName}' already exists`);
  }
  return jsonAnswer(200, { full_name: (await catalog.createSchema(fullName)).fullName });
}

async function createVolume(request: FrontRequest, catalog: TableCatalog): Promise<FrontResponse> {
  const fields = readTextFields(request, ['name', 'catalog_name', 'schema_name', 'volume_type', 'comment']);
  if (!('get' in fields)) return fields;
  if (fields.get('volume_type') !== 'MANAGED') {
    return restError(400, 'INVALID_PARAMETER_VALUE', 'volume_type must be MANAGED here');
  }
  const schemaName = `${fields.get('catalog_name') ?? ''}.${fields.get('schema_name') ?? ''}`;
  const fullName = `${schemaName}.${fields.get('name') ?? ''}`;
  if ((await catalog.schema(schemaName)) === undefined) return missing('SCHEMA', schemaName);
  if ((await catalog.volume(fullName)) !== undefined) {
    return restError(409, 'VOLUME_ALREADY_EXISTS', `Volume '${fullName}' already exists`);
  }
  return jsonAnswer(200, { full_name: (await catalog.createVolume(fullName)).fullName });
}

function missing(kind: 'CATALOG' | 'SCHEMA' | 'TABLE' | 'VOLUME', name: string): FrontResponse {
  return restError(404, `${kind}_DOES_NOT_EXIST`, `${kind} '${name}' does not exist.`);
}
