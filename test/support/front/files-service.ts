import { mkdir, readdir, readFile, rm, rmdir, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { jsonAnswer, restError, strangeParameter } from './json-answer.ts';
import type { FrontRequest, FrontResponse, FrontService } from './service.ts';
import type { TableCatalog } from './table-catalog.ts';

const ROUTE = /^\/api\/2\.0\/fs\/(files|directories)(\/.*)$/;
const MAX_PAGE_SIZE = 1000;

/** A request, taken apart. */
interface FilesCall {
  readonly method: string;
  readonly kind: 'file' | 'directory';
  /** Below the volume; empty for the volume itself. */
  readonly parts: readonly string[];
  readonly volume: string;
  readonly path: string;
  readonly request: FrontRequest;
}

/**
 * The Files API over the local directories of a catalog's volumes. Where the real one's behaviour is not documented, this
 * one takes the strict side: a file's directory must be there, and a directory must be empty to be deleted.
 */
export function filesService(
  catalog: TableCatalog,
  options: { readonly pageSize?: number } = {},
): FrontService {
  return {
    nameOf: (request) => {
      const kind = ROUTE.exec(request.path)?.[1];
      return kind === undefined ? undefined : `${request.method} ${kind === 'files' ? 'file' : 'directory'}`;
    },
    detailOf: (request) => readCall(request)?.path,
    handle: async (request) => {
      const call = readCall(request);
      if (call === undefined) return restError(400, 'INVALID_PARAMETER_VALUE', 'Invalid path');
      const volume = await catalog.volume(call.volume);
      if (volume === undefined) return restError(404, 'NOT_FOUND', `Volume '${call.volume}' does not exist.`);
      const local = join(volume.directory, ...call.parts);
      return call.kind === 'file' ? answerFile(call, local) : answerDirectory(call, local, options.pageSize);
    },
  };
}

function readCall(request: FrontRequest): FilesCall | undefined {
  const [, route, encoded = ''] = ROUTE.exec(request.path) ?? [];
  const [empty, volumes, catalog, schema, volume, ...parts] = encoded.split('/').map(decodeURIComponent);
  if (empty !== '' || volumes !== 'Volumes' || !catalog || !schema || !volume) return undefined;
  if (parts.some((part) => part === '' || part === '.' || part === '..' || part.includes('/')))
    return undefined;
  return {
    method: request.method,
    kind: route === 'files' ? 'file' : 'directory',
    parts,
    volume: `${catalog}.${schema}.${volume}`,
    path: ['', volumes, catalog, schema, volume, ...parts].join('/'),
    request,
  };
}

async function answerFile(call: FilesCall, local: string): Promise<FrontResponse> {
  const strange = strangeParameter(call.request, call.method === 'PUT' ? ['overwrite'] : []);
  if (strange !== undefined) return restError(400, 'INVALID_PARAMETER_VALUE', `Unknown parameter ${strange}`);
  if (call.parts.length === 0)
    return restError(400, 'INVALID_PARAMETER_VALUE', 'The path is a volume, not a file');
  if (call.method === 'PUT') return putFile(call, local);
  const found = await stat(local).catch(() => undefined);
  if (found === undefined || !found.isFile()) return missing(call);
  switch (call.method) {
    case 'HEAD':
      return {
        status: 200,
        headers: {
          'content-length': String(found.size),
          'content-type': 'application/octet-stream',
          'last-modified': found.mtime.toUTCString(),
        },
      };
    case 'GET':
      return {
        status: 200,
        headers: { 'content-type': 'application/octet-stream' },
        body: await readFile(local),
      };
    case 'DELETE':
      await rm(local);
      return { status: 204 };
    default:
      return restError(404, 'ENDPOINT_NOT_FOUND', `No API for ${call.method} on files`);
  }
}

async function putFile(call: FilesCall, local: string): Promise<FrontResponse> {
  const { request } = call;
  if (request.headers['content-length'] === undefined) {
    return restError(411, 'INVALID_PARAMETER_VALUE', 'Content-Length is missing');
  }
  const overwrite = request.query.get('overwrite');
  if (overwrite !== 'true' && overwrite !== 'false') {
    return restError(400, 'INVALID_PARAMETER_VALUE', 'overwrite must be told');
  }
  if ((await kindOf(dirname(local))) !== 'directory') return missing(call);
  const there = await kindOf(local);
  if (there === 'directory' || (there === 'file' && overwrite === 'false')) {
    return restError(409, 'ALREADY_EXISTS', `'${call.path}' already exists`);
  }
  await writeFile(local, request.body);
  return { status: 204 };
}

async function answerDirectory(
  call: FilesCall,
  local: string,
  pageSize = MAX_PAGE_SIZE,
): Promise<FrontResponse> {
  const strange = strangeParameter(call.request, call.method === 'GET' ? ['page_size', 'page_token'] : []);
  if (strange !== undefined) return restError(400, 'INVALID_PARAMETER_VALUE', `Unknown parameter ${strange}`);
  if (call.method === 'PUT') return makeDirectory(call, local);
  if ((await kindOf(local)) !== 'directory') return missing(call);
  switch (call.method) {
    case 'GET':
      return listDirectory(call, local, pageSize);
    case 'HEAD':
      return { status: 200 };
    case 'DELETE':
      return deleteDirectory(call, local);
    default:
      return restError(404, 'ENDPOINT_NOT_FOUND', `No API for ${call.method} on directories`);
  }
}

async function makeDirectory(call: FilesCall, local: string): Promise<FrontResponse> {
  try {
    await mkdir(local, { recursive: true });
    return { status: 204 };
  } catch {
    return restError(409, 'ALREADY_EXISTS', `A file is in the way of '${call.path}'`);
  }
}

async function listDirectory(call: FilesCall, local: string, pageSize: number): Promise<FrontResponse> {
  const asked = Number(call.request.query.get('page_size') ?? MAX_PAGE_SIZE);
  const from = Number(call.request.query.get('page_token') ?? 0);
  const size = Math.min(asked, pageSize);
  const entries = await readdir(local, { withFileTypes: true });
  entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  return jsonAnswer(200, {
    contents: entries.slice(from, from + size).map((entry) => ({
      path: `${call.path}/${entry.name}`,
      name: entry.name,
      is_directory: entry.isDirectory(),
    })),
    ...(from + size < entries.length ? { next_page_token: String(from + size) } : {}),
  });
}

async function deleteDirectory(call: FilesCall, local: string): Promise<FrontResponse> {
  if (call.parts.length === 0) return restError(400, 'INVALID_PARAMETER_VALUE', 'A volume is not deleted so');
  if ((await readdir(local)).length > 0) {
    return restError(400, 'DIRECTORY_NOT_EMPTY', `'${call.path}' is not empty`);
  }
  await rmdir(local);
  return { status: 204 };
}

async function kindOf(path: string): Promise<'file' | 'directory' | undefined> {
  const found = await stat(path).catch(() => undefined);
  if (found === undefined) return undefined;
  return found.isDirectory() ? 'directory' : 'file';
}

function missing(call: FilesCall): FrontResponse {
  return restError(404, 'NOT_FOUND', `'${call.path}' does not exist`);
}
