import { openAsBlob } from 'node:fs';
import { IngestError } from '../../model/ingest-error.ts';
import { fieldOf, listField, parseJson, textField } from './json-value.ts';
import type { RestClient } from './rest-client.ts';
import { RestFailure } from './rest-failure.ts';

/**
 * Files of volumes, by absolute path (`/Volumes/catalog/schema/volume/…`, not percent-encoded). Needs no warehouse.
 * Everything may be repeated. Calls throw what RestClient throws.
 *
 * https://docs.databricks.com/api/workspace/files
 */
export interface FilesApi {
  /**
   * Uploads a local file over whatever is there, and gives its size in bytes once the workspace has told the same size.
   * Throws IngestError `staging-failed` when it cannot be read, or does not arrive whole.
   */
  putFile(localPath: string, path: string): Promise<number>;
  /** Makes a directory with its parents; one that is there is left alone. */
  makeDirectory(path: string): Promise<void>;
  /** What lies directly in a directory, all pages of it; nothing where there is none. */
  listDirectory(path: string): Promise<readonly DirectoryEntry[]>;
  /** No failure when it is not there. */
  deleteFile(path: string): Promise<void>;
  /** Deletes a directory with all that lies in it, files before directories. No failure when it is not there. */
  deleteDirectory(path: string): Promise<void>;
}

export interface DirectoryEntry {
  readonly path: string;
  readonly isDirectory: boolean;
}

/** For an attempt of any size, and what a slow line adds for each mebibyte. */
const PUT_TIMEOUT_MS = 60_000;
const PUT_TIMEOUT_MS_PER_MIB = 4000;
/** Deletes under way at the same time: more would only meet the workspace's rate limit. */
const PARALLEL_DELETES = 8;
const PAGE_SIZE = 1000;
/** Somebody may put a file there while a directory is being emptied. */
const EMPTYING_TRIES = 3;

export function filesApi(rest: RestClient): FilesApi {
  return {
    putFile: (localPath, path) => putFile(rest, localPath, path),
    makeDirectory: async (path) => void (await rest.send({ method: 'PUT', path: directoryUrl(path) })),
    listDirectory: (path) => listDirectory(rest, path),
    deleteFile: (path) => unlessMissing(rest.send({ method: 'DELETE', path: fileUrl(path) })),
    deleteDirectory: (path) => deleteDirectory(rest, path),
  };
}

async function putFile(rest: RestClient, localPath: string, path: string): Promise<number> {
  const body = await openLocalFile(localPath);
  const timeoutMs = PUT_TIMEOUT_MS + Math.ceil(body.size / 2 ** 20) * PUT_TIMEOUT_MS_PER_MIB;
  for (const last of [false, true]) {
    await rest.send({ method: 'PUT', path: `${fileUrl(path)}?overwrite=true`, body, timeoutMs });
    const arrived = await sizeOf(rest, path);
    if (arrived === body.size) return body.size;
    if (last) throw incomplete(path, body.size, arrived);
  }
  throw incomplete(path, body.size, undefined);
}

/** A blob reads the file anew for each attempt, and tells its size, which a stream does not. */
async function openLocalFile(localPath: string): Promise<Blob> {
  try {
    return await openAsBlob(localPath);
  } catch (cause) {
    throw new IngestError('staging-failed', `The staged file ${localPath} cannot be read.`, {
      solution: 'Check the temporary directory of this machine. Nothing is lost: run again.',
      cause,
    });
  }
}

function incomplete(path: string, sent: number, arrived: number | undefined): IngestError {
  const found = arrived === undefined ? 'is not there' : `has ${arrived} bytes`;
  return new IngestError(
    'staging-failed',
    `The staged file ${path} ${found} after an upload of ${sent} bytes.`,
    { solution: 'Nothing is lost: run again.' },
  );
}

/** `undefined` when there is no such file, or its size is not told. */
async function sizeOf(rest: RestClient, path: string): Promise<number | undefined> {
  try {
    const answer = await rest.send({ method: 'HEAD', path: fileUrl(path) });
    const length = answer.headers.get('content-length');
    return length === null ? undefined : Number(length);
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}

async function listDirectory(rest: RestClient, path: string): Promise<readonly DirectoryEntry[]> {
  const entries: DirectoryEntry[] = [];
  let pageToken: string | undefined;
  do {
    const query = new URLSearchParams({
      page_size: String(PAGE_SIZE),
      ...(pageToken === undefined ? {} : { page_token: pageToken }),
    });
    const page = await readPage(rest, `${directoryUrl(path)}?${query}`);
    entries.push(...listField(page, 'contents').flatMap(readEntry));
    pageToken = textField(page, 'next_page_token');
  } while (pageToken !== undefined && pageToken !== '');
  return entries;
}

async function readPage(rest: RestClient, path: string): Promise<unknown> {
  try {
    return parseJson((await rest.send({ method: 'GET', path })).text);
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}

function readEntry(value: unknown): readonly DirectoryEntry[] {
  const path = textField(value, 'path');
  return path === undefined ? [] : [{ path, isDirectory: fieldOf(value, 'is_directory') === true }];
}

async function deleteDirectory(rest: RestClient, path: string): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    const entries = await listDirectory(rest, path);
    await inParallel(
      entries.filter(({ isDirectory }) => !isDirectory),
      (entry) => unlessMissing(rest.send({ method: 'DELETE', path: fileUrl(entry.path) })),
    );
    for (const entry of entries.filter(({ isDirectory }) => isDirectory)) {
      await deleteDirectory(rest, entry.path);
    }
    try {
      return await unlessMissing(rest.send({ method: 'DELETE', path: directoryUrl(path) }));
    } catch (error) {
      const mayHaveFilled = error instanceof RestFailure && (error.status === 400 || error.status === 409);
      if (!mayHaveFilled || tries >= EMPTYING_TRIES) throw error;
    }
  }
}

/** Runs an action for each, so many at a time. After a failure nothing new begins; it is thrown when the others have ended. */
async function inParallel<T>(items: readonly T[], action: (item: T) => Promise<void>): Promise<void> {
  const waiting = [...items];
  const work = async (): Promise<void> => {
    for (let item = waiting.shift(); item !== undefined; item = waiting.shift()) {
      await action(item).catch((error: unknown) => {
        waiting.length = 0;
        throw error;
      });
    }
  };
  const results = await Promise.allSettled(Array.from({ length: PARALLEL_DELETES }, work));
  const failed = results.find((result) => result.status === 'rejected');
  if (failed !== undefined) throw failed.reason;
}

async function unlessMissing(call: Promise<unknown>): Promise<void> {
  try {
    await call;
  } catch (error) {
    if (!isMissing(error)) throw error;
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof RestFailure && error.kind === 'missing';
}

function fileUrl(path: string): string {
  return `/api/2.0/fs/files${encodePath(path)}`;
}

function directoryUrl(path: string): string {
  return `/api/2.0/fs/directories${encodePath(path)}`;
}

/** Percent-encodes every segment of an absolute path; the slashes between them stay. */
export function encodePath(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/');
}
