import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import zlib from 'node:zlib';
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { type FileMetaData, parquetMetadata, parquetReadObjects } from 'hyparquet';
import type { ColumnMapping, ColumnType } from '../../src/model/column-type.ts';
import { RowView, ValueKind } from '../../src/model/row-view.ts';
import { openStagedFile, type StagedFileOptions } from '../../src/stage/parquet-file.ts';
import type { RowControl } from '../../src/stage/staged-row-group.ts';

export const UNCHANGED = Symbol('unchanged');
/** A row image as PostgreSQL would print it, column by column. */
export type RowText = readonly (string | Buffer | null | typeof UNCHANGED)[];

export const UPSERT: RowControl = { op: 'u', lsn: 1n, committedAt: 0n, seq: 0, movedLsn: 0n };

export function plain(type: ColumnType): ColumnMapping {
  return { type, form: { tag: 'plain' } };
}

/** Lays values out as they would lie in a message: one behind the other, in one buffer. */
export function rowView(values: RowText): RowView {
  const view = new RowView(values.length);
  const pieces: Buffer[] = [Buffer.from('before')];
  let at = 6;
  for (const [i, value] of values.entries()) {
    if (value === null) view.kinds[i] = ValueKind.null;
    else if (value === UNCHANGED) view.kinds[i] = ValueKind.unchanged;
    else {
      const bytes = Buffer.from(value);
      view.kinds[i] = ValueKind.text;
      view.starts[i] = at;
      at += bytes.length;
      view.ends[i] = at;
      pieces.push(bytes);
    }
  }
  view.bytes = Buffer.concat([...pieces, Buffer.from('0after')]);
  return view;
}

/** A directory of its own, gone at the end of the test. */
export class StagingDirectory implements AsyncDisposable {
  readonly path: string;

  private constructor(path: string) {
    this.path = path;
  }

  static async open(): Promise<StagingDirectory> {
    return new StagingDirectory(await mkdtemp(join(tmpdir(), 'tributary-stage-')));
  }

  file(name = 'part.parquet'): string {
    return join(this.path, name);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await rm(this.path, { recursive: true, force: true });
  }
}

/** Options of a file with these columns, all of them keepable or none. */
export function layoutOf(
  path: string,
  mappings: readonly ColumnMapping[],
  options: Partial<StagedFileOptions> = {},
): StagedFileOptions {
  return {
    path,
    table: 'public.orders',
    columns: mappings.map((mapping, i) => ({ name: `column_${i}`, sourceIndex: i, mapping })),
    keepable: [],
    keyColumns: [],
    withPreviousKey: false,
    specialValues: 'error',
    ...options,
  };
}

/** Stages rows of upserts into a file; returns its path. */
export async function stage(options: StagedFileOptions, rows: readonly RowText[]): Promise<string> {
  await using writer = openStagedFile(options);
  for (const row of rows) writer.append(rowView(row), UPSERT);
  await writer.close();
  return options.path;
}

/** Runs a query on DuckDB, every value as its text. */
export async function queryDuckDb(query: string): Promise<readonly (readonly (string | null)[])[]> {
  const instance = await DuckDBInstance.create(':memory:');
  const connection: DuckDBConnection = await instance.connect();
  try {
    await connection.run("SET TimeZone = 'UTC'");
    const reader = await connection.runAndReadAll(query);
    return reader.getRows().map((row) => row.map((value) => (value === null ? null : textOf(value))));
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}

function textOf(value: unknown): string {
  return Object.is(value, -0) ? '-0' : String(value);
}

/** What DuckDB reads in one column, as SQL text or by another expression over `c0`. */
export async function readColumn(
  path: string,
  expression = 'c0::VARCHAR',
): Promise<readonly (string | null)[]> {
  const rows = await queryDuckDb(`SELECT ${expression} FROM read_parquet('${path}')`);
  return rows.map(([value]) => value ?? null);
}

const ZSTD = { ZSTD: (input: Uint8Array) => new Uint8Array(zlib.zstdDecompressSync(input)) };

/** The same file through hyparquet, the other independent reader. */
export async function readWithHyparquet(
  path: string,
): Promise<{ readonly metadata: FileMetaData; readonly rows: readonly Record<string, unknown>[] }> {
  const bytes = await readFile(path);
  const file = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength);
  const metadata = parquetMetadata(file);
  return { metadata, rows: await parquetReadObjects({ file, metadata, compressors: ZSTD }) };
}
