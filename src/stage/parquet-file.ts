import { closeSync, openSync, rmSync, writeSync } from 'node:fs';
import zlib from 'node:zlib';
// The library's page and footer functions are used directly, not its `ParquetWriter`: that one wants an object per
// value, which for rows of ten columns took four times as long as this file and twice the memory.
import { ByteWriter } from 'hyparquet-writer';
import { writePageHeader } from 'hyparquet-writer/src/datapage.js';
import { writeRleBitPackedHybrid } from 'hyparquet-writer/src/encoding.js';
import { writeMetadata } from 'hyparquet-writer/src/metadata.js';
import { IngestError } from '../model/ingest-error.ts';
import type { KeyBound } from '../model/key-bound.ts';
import type { RowView } from '../model/row-view.ts';
import { boundKindOf, KeyBoundGatherer } from './key-bounds.ts';
import {
  type EncodedColumn,
  type RowControl,
  type StagedLayout,
  StagedRowGroup,
} from './staged-row-group.ts';

/** `PAR1`, at both ends of a Parquet file. */
const MAGIC = 0x31_52_41_50;
const DEFAULT_ROW_GROUP_ROWS = 32_768;
/** Text of values taken in, after which a row group is written although it has few rows. */
const ROW_GROUP_BYTES = 16 * 1024 * 1024;
/**
 * Spark takes a file that says so, and does not say `legacyDateTime`, to be in the proleptic Gregorian calendar;
 * without it dates before 1582 depend on the reader's settings.
 */
const KEY_VALUES = [{ key: 'org.apache.spark.version', value: '4.0.0' }];

/**
 * Native ZSTD at its quickest level: measured on ten-column rows, a quarter of the size that the library's SNAPPY
 * reaches, and half the time for the whole file. A dictionary before it saves a tenth more and costs more than it is
 * worth. Statistics are left out: a MERGE reads every row.
 */
const COMPRESSION = { params: { [zlib.constants.ZSTD_c_compressionLevel]: 1 } };
/** Node before 22.15 has no ZSTD; every reader of Parquet knows GZIP, too. */
const HAS_ZSTD = typeof zlib.zstdCompressSync === 'function';
const CODEC = HAS_ZSTD ? 'ZSTD' : 'GZIP';

type FileMetaData = Parameters<typeof writeMetadata>[1];
type RowGroup = FileMetaData['row_groups'][number];
type ColumnChunk = RowGroup['columns'][number];

export interface StagedFileOptions extends StagedLayout {
  /** The file to write; one that is there already is written anew. */
  readonly path: string;
  /** Rows after which a row group is written; 32,768 unless told. */
  readonly rowGroupRows?: number;
}

export interface StagedFileSummary {
  readonly rows: number;
  /** Size of the file. */
  readonly bytes: number;
  /** Values turned into null under the `null` policy. */
  readonly specialValues: number;
  /** By index of the staged column; only of key columns, and only where there is a bound. */
  readonly keyBounds: ReadonlyMap<number, KeyBound>;
}

/** Creates a staged file. Throws `disk-full` or `staging-failed`, naming the path. */
export function openStagedFile(options: StagedFileOptions): StagedFileWriter {
  return new StagedFileWriter(options);
}

/**
 * Writes one staged file, row by row, a row group at a time: memory is bounded by the row group. The same rows give
 * the same bytes.
 *
 * After any error the file is of no use: `abandon` it. Leaving an `await using` scope without `close` abandons it too.
 */
export class StagedFileWriter implements AsyncDisposable {
  readonly #path: string;
  readonly #rowGroupRows: number;
  readonly #rowGroup: StagedRowGroup;
  readonly #keyBounds: ReadonlyMap<number, KeyBoundGatherer>;
  readonly #writer = new ByteWriter();
  readonly #rowGroups: RowGroup[] = [];
  #state: 'open' | 'appending' | 'closed' = 'open';
  #file: number;
  #rowCount = 0;

  constructor(options: StagedFileOptions) {
    this.#path = options.path;
    this.#rowGroupRows = options.rowGroupRows ?? DEFAULT_ROW_GROUP_ROWS;
    this.#rowGroup = new StagedRowGroup(options);
    this.#keyBounds = keyBoundGatherers(options);
    this.#file = translateErrors(this.#path, () => openSync(this.#path, 'w'));
    this.#writer.appendUint32(MAGIC);
  }

  /** Rows appended so far. */
  get rowCount(): number {
    return this.#rowCount;
  }

  /**
   * Appends one row, and writes a row group when enough have come. Nothing of `row` is kept.
   *
   * An unchanged value of a keepable column becomes null with its keep flag set. Throws `value-unrepresentable`,
   * `protocol-violated`, `disk-full` or `staging-failed`.
   */
  append(row: RowView, control: RowControl, previousKey?: RowView): void {
    this.#requireOpen();
    this.#state = 'appending';
    this.#rowGroup.append(row, control, previousKey);
    this.#rowCount++;
    if (this.#rowGroup.rowCount >= this.#rowGroupRows || this.#rowGroup.textBytes >= ROW_GROUP_BYTES)
      this.#writeRowGroup();
    this.#state = 'open';
  }

  /** Writes what is left and the footer. Only then is the file a Parquet file. */
  async close(): Promise<StagedFileSummary> {
    this.#requireOpen();
    this.#state = 'appending';
    if (this.#rowGroup.rowCount > 0) this.#writeRowGroup();
    this.#writeFooter();
    translateErrors(this.#path, () => closeSync(this.#file));
    this.#state = 'closed';
    return {
      rows: this.#rowCount,
      bytes: this.#writer.offset,
      specialValues: this.#rowGroup.specialValueCount,
      keyBounds: new Map(
        [...this.#keyBounds].flatMap(([index, { bound }]) =>
          bound === undefined ? [] : [[index, bound] as const],
        ),
      ),
    };
  }

  /** Removes the unfinished file. Never fails, and does nothing after `close`. */
  abandon(): void {
    if (this.#state === 'closed') return;
    this.#state = 'closed';
    ignoreErrors(() => closeSync(this.#file));
    ignoreErrors(() => rmSync(this.#path, { force: true }));
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.abandon();
  }

  #requireOpen(): void {
    if (this.#state !== 'open')
      throw new IngestError('internal-error', `The staged file ${this.#path} is closed, or failed earlier.`);
  }

  #writeRowGroup(): void {
    const columns: ColumnChunk[] = [];
    const start = this.#writer.offset;
    for (const [index, column] of this.#rowGroup.encode().entries()) {
      this.#keyBounds.get(index)?.take(column.values);
      columns.push(writeColumnChunk(this.#writer, column, this.#rowGroup.rowCount));
      this.#flush();
    }
    this.#rowGroups.push({
      columns,
      num_rows: BigInt(this.#rowGroup.rowCount),
      total_byte_size: columns.reduce(
        (sum, { meta_data }) => sum + (meta_data?.total_uncompressed_size ?? 0n),
        0n,
      ),
      total_compressed_size: BigInt(this.#writer.offset - start),
    });
    this.#rowGroup.reset();
  }

  #writeFooter(): void {
    const { fields } = this.#rowGroup;
    writeMetadata(this.#writer, {
      version: 2,
      created_by: 'tributary',
      schema: [{ name: 'row', num_children: fields.length }, ...fields],
      num_rows: BigInt(this.#rowCount),
      row_groups: this.#rowGroups,
      key_value_metadata: KEY_VALUES,
      metadata_length: 0,
    });
    this.#writer.appendUint32(MAGIC);
    this.#flush();
  }

  /** Moves what the writer holds to the disk. */
  #flush(): void {
    const bytes = this.#writer.getBytes();
    translateErrors(this.#path, () => {
      for (let done = 0; done < bytes.length; ) done += writeSync(this.#file, bytes, done);
    });
    this.#writer.index = 0;
  }
}

/** A file's data columns come first, so that a column's index is its own. */
function keyBoundGatherers({ columns, keyColumns }: StagedLayout): ReadonlyMap<number, KeyBoundGatherer> {
  return new Map(
    keyColumns.flatMap((index) => {
      const type = columns[index]?.mapping.type;
      const kind = type === undefined ? undefined : boundKindOf(type);
      return kind === undefined ? [] : [[index, new KeyBoundGatherer(kind)] as const];
    }),
  );
}

/** Writes a column's values as one page, which is all of its chunk. */
function writeColumnChunk(writer: ByteWriter, column: EncodedColumn, rowCount: number): ColumnChunk {
  const { field, nullCount } = column;
  const levels = definitionLevels(column);
  const values = HAS_ZSTD
    ? zlib.zstdCompressSync(column.values, COMPRESSION)
    : zlib.gzipSync(column.values, { level: zlib.constants.Z_BEST_SPEED });
  const start = writer.offset;
  const uncompressedSize = levels.length + column.values.length;
  writePageHeader(writer, {
    type: 'DATA_PAGE_V2',
    uncompressed_page_size: uncompressedSize,
    compressed_page_size: levels.length + values.length,
    data_page_header_v2: {
      num_values: rowCount,
      num_nulls: nullCount,
      num_rows: rowCount,
      encoding: 'PLAIN',
      definition_levels_byte_length: levels.length,
      repetition_levels_byte_length: 0,
      is_compressed: true,
    },
  });
  const headerSize = writer.offset - start;
  writer.appendBytes(levels);
  writer.appendBytes(values);
  return {
    file_offset: BigInt(start),
    meta_data: {
      type: field.type,
      encodings: ['PLAIN'],
      path_in_schema: [field.name],
      codec: CODEC,
      num_values: BigInt(rowCount),
      total_uncompressed_size: BigInt(headerSize + uncompressedSize),
      total_compressed_size: BigInt(writer.offset - start),
      data_page_offset: BigInt(start),
    },
  };
}

function definitionLevels({ presence }: EncodedColumn): Uint8Array {
  const levels = new ByteWriter();
  if (presence !== undefined) writeRleBitPackedHybrid(levels, presence, 1);
  return levels.getBytes();
}

const DISK_FULL_CODES: ReadonlySet<unknown> = new Set(['ENOSPC', 'EDQUOT']);

function translateErrors<T>(path: string, action: () => T): T {
  try {
    return action();
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? cause.code : undefined;
    if (DISK_FULL_CODES.has(code))
      throw new IngestError('disk-full', `No space is left to write the staged file ${path}.`, {
        solution: 'Free space on that disk, or point the temporary directory (TMPDIR) to one with more room.',
        cause,
      });
    throw new IngestError(
      'staging-failed',
      `The staged file ${path} could not be written (${String(code)}).`,
      {
        solution: 'See that the directory exists and may be written to.',
        cause,
      },
    );
  }
}

function ignoreErrors(action: () => void): void {
  try {
    action();
  } catch {
    // The file is given up either way.
  }
}
