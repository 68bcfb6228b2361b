import { readFile, symlink, writeFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import type { ColumnType } from '../../src/model/column-type.ts';
import { openStagedFile } from '../../src/stage/parquet-file.ts';
import {
  layoutOf,
  plain,
  queryDuckDb,
  readColumn,
  readWithHyparquet,
  rowView,
  StagingDirectory,
  stage,
  UNCHANGED,
  UPSERT,
} from './staging.ts';

const INT32 = plain({ tag: 'int32' });
const STRING = plain({ tag: 'string' });

const TYPES: readonly (readonly [ColumnType, string, string, string])[] = [
  [{ tag: 'boolean' }, 't', 'BOOLEAN', 'true'],
  [{ tag: 'int16' }, '-32768', 'SMALLINT', '-32768'],
  [{ tag: 'int32' }, '2147483647', 'INTEGER', '2147483647'],
  [{ tag: 'int64' }, '-9223372036854775808', 'BIGINT', '-9223372036854775808'],
  [{ tag: 'float32' }, '1.5', 'FLOAT', '1.5'],
  [{ tag: 'float64' }, '-0.1', 'DOUBLE', '-0.1'],
  [{ tag: 'decimal', precision: 9, scale: 2 }, '-1234567.89', 'DECIMAL(9,2)', '-1234567.89'],
  [
    { tag: 'decimal', precision: 18, scale: 4 },
    '12345678901234.5678',
    'DECIMAL(18,4)',
    '12345678901234.5678',
  ],
  [{ tag: 'decimal', precision: 38, scale: 10 }, '-1.0000000000', 'DECIMAL(38,10)', '-1.0000000000'],
  [{ tag: 'string' }, 'größer 🚀', 'VARCHAR', 'größer 🚀'],
  [{ tag: 'binary' }, '\\x00ff', 'BLOB', '\\x00\\xFF'],
  [{ tag: 'date' }, '1582-10-04', 'DATE', '1582-10-04'],
  [{ tag: 'timestamp' }, '2024-02-29 23:59:59.999999', 'TIMESTAMP', '2024-02-29 23:59:59.999999'],
  [
    { tag: 'timestamptz' },
    '2024-02-29 23:59:59.999999+02',
    'TIMESTAMP WITH TIME ZONE',
    '2024-02-29 21:59:59.999999+00',
  ],
];

describe('a staged file', () => {
  it('is read by DuckDB with every type and value as it was sent', async () => {
    await using directory = await StagingDirectory.open();
    const layout = layoutOf(
      directory.file(),
      TYPES.map(([type]) => plain(type)),
    );
    const path = await stage(layout, [TYPES.map(([, text]) => text), TYPES.map(() => null)]);
    const select = TYPES.map((_, i) => `typeof(c${i}), c${i}::VARCHAR`).join(', ');
    const [values, nulls] = await queryDuckDb(`SELECT ${select} FROM read_parquet('${path}')`);
    expect(values).toEqual(TYPES.flatMap(([, , type, value]) => [type, value]));
    expect(nulls).toEqual(TYPES.flatMap(([, , type]) => [type, null]));
  });

  it('says in its schema what Spark goes by', async () => {
    await using directory = await StagingDirectory.open();
    const types: ColumnType[] = [
      { tag: 'timestamp' },
      { tag: 'timestamptz' },
      { tag: 'int16' },
      { tag: 'date' },
    ];
    const path = await stage(layoutOf(directory.file(), types.map(plain)), []);
    const { metadata } = await readWithHyparquet(path);
    const [, timestamp, timestamptz, int16, date] = metadata.schema;
    expect(timestamp?.logical_type).toEqual({ type: 'TIMESTAMP', isAdjustedToUTC: false, unit: 'MICROS' });
    expect(timestamp).not.toHaveProperty('converted_type', expect.anything());
    expect(timestamptz?.logical_type).toEqual({ type: 'TIMESTAMP', isAdjustedToUTC: true, unit: 'MICROS' });
    expect(int16).toMatchObject({ type: 'INT32', converted_type: 'INT_16' });
    expect(date).toMatchObject({ type: 'INT32', converted_type: 'DATE', logical_type: { type: 'DATE' } });
    expect(metadata.key_value_metadata).toEqual([{ key: 'org.apache.spark.version', value: '4.0.0' }]);
  });

  it('has data columns, keep flags, the previous key and the control columns, in this order', async () => {
    await using directory = await StagingDirectory.open();
    const mappings = [INT32, STRING, STRING];
    const path = await stage(
      layoutOf(directory.file(), mappings, { keepable: [2, 1], keyColumns: [1, 0], withPreviousKey: true }),
      [],
    );
    const { metadata } = await readWithHyparquet(path);
    const [, ...fields] = metadata.schema.map(({ name, repetition_type }) => `${name} ${repetition_type}`);
    expect(fields).toEqual([
      ...['c0 OPTIONAL', 'c1 OPTIONAL', 'c2 OPTIONAL'],
      ...['k1 REQUIRED', 'k2 REQUIRED'],
      ...['f1 OPTIONAL', 'f0 OPTIONAL', 'moved_lsn REQUIRED'],
      ...['op REQUIRED', 'lsn REQUIRED', 'committed_at REQUIRED', 'seq REQUIRED'],
    ]);
  });

  it('tells an unchanged value from a null', async () => {
    await using directory = await StagingDirectory.open();
    const layout = layoutOf(directory.file(), [INT32, STRING], { keepable: [1] });
    const path = await stage(layout, [
      ['1', UNCHANGED],
      ['2', null],
      ['3', ''],
    ]);
    expect(await queryDuckDb(`SELECT c0, c1, k1 FROM read_parquet('${path}')`)).toEqual([
      ['1', null, 'true'],
      ['2', null, 'false'],
      ['3', '', 'false'],
    ]);
  });

  it('carries what each row is, and the key it had before', async () => {
    await using directory = await StagingDirectory.open();
    const layout = layoutOf(directory.file(), [STRING, INT32], { keyColumns: [1], withPreviousKey: true });
    await using writer = openStagedFile(layout);
    const lsn = 0x7fff_ffff_ffff_ffffn;
    writer.append(
      rowView(['a', '2']),
      { op: 'u', lsn, committedAt: 1n, seq: 7, movedLsn: 9n },
      rowView([null, '1']),
    );
    writer.append(rowView([null, '3']), { op: 'd', lsn, committedAt: -1n, seq: 8, movedLsn: 0n });
    writer.append(rowView(['b', '4']), { op: 'x', lsn, committedAt: 0n, seq: 2 ** 40, movedLsn: 0n });
    await writer.close();
    const path = layout.path;
    expect(
      await queryDuckDb(
        `SELECT c0, c1, f1, moved_lsn, op, lsn, committed_at::VARCHAR, seq FROM read_parquet('${path}')`,
      ),
    ).toEqual([
      ['a', '2', '1', '9', 'u', '9223372036854775807', '1970-01-01 00:00:00.000001+00', '7'],
      [null, '3', null, '0', 'd', '9223372036854775807', '1969-12-31 23:59:59.999999+00', '8'],
      ['b', '4', null, '0', 'x', '9223372036854775807', '1970-01-01 00:00:00+00', '1099511627776'],
    ]);
  });

  it('leaves out columns that are not listed', async () => {
    await using directory = await StagingDirectory.open();
    const layout = layoutOf(directory.file(), [], {
      columns: [{ name: 'name', sourceIndex: 2, mapping: STRING }],
    });
    const path = await stage(layout, [['1', '078-05-1120', 'Ann']]);
    expect(await readColumn(path)).toEqual(['Ann']);
    expect((await readFile(path)).includes('078-05-1120')).toBe(false);
  });

  it('is the same to both readers, whatever the number and mix of rows and row groups', async () => {
    await using directory = await StagingDirectory.open();
    const rows = Array.from({ length: 1_000 }, (_, i) => [
      String(i),
      i % 7 < 3 ? null : `value ${i}`,
      i < 500 ? null : 't',
    ]);
    const layout = layoutOf(directory.file(), [INT32, STRING, plain({ tag: 'boolean' })], {
      rowGroupRows: 333,
    });
    const path = await stage(layout, rows);
    const expected = rows.map(([number, text, flag]) => [number, text, flag === null ? null : 'true']);
    expect(await queryDuckDb(`SELECT c0, c1, c2 FROM read_parquet('${path}')`)).toEqual(expected);
    const read = await readWithHyparquet(path);
    expect(read.metadata.row_groups.map((group) => Number(group.num_rows))).toEqual([333, 333, 333, 1]);
    expect(read.rows.map(({ c0, c1, c2 }) => [String(c0), c1 ?? null, c2 === true ? 'true' : null])).toEqual(
      expected,
    );
  });

  it('writes a row group early when its values are large', async () => {
    await using directory = await StagingDirectory.open();
    const large = Buffer.alloc(9 * 1024 * 1024, 'x');
    const path = await stage(layoutOf(directory.file(), [STRING]), [[large], [large], ['small']]);
    const { metadata } = await readWithHyparquet(path);
    expect(metadata.row_groups.map((group) => Number(group.num_rows))).toEqual([2, 1]);
    expect(await readColumn(path, 'length(c0)')).toEqual([String(large.length), String(large.length), '5']);
  });

  it('without rows is a table without rows', async () => {
    await using directory = await StagingDirectory.open();
    const path = await stage(layoutOf(directory.file(), [INT32]), []);
    expect(await queryDuckDb(`SELECT count(*) FROM read_parquet('${path}')`)).toEqual([['0']]);
  });

  it('has the same bytes when the same rows are staged again, over what lay there', async () => {
    await using directory = await StagingDirectory.open();
    const layout = layoutOf(directory.file(), [INT32, STRING]);
    const first = await readFile(
      await stage(layout, [
        ['1', 'a'],
        ['2', null],
      ]),
    );
    await writeFile(layout.path, Buffer.alloc(100_000, 1));
    expect(
      await readFile(
        await stage(layout, [
          ['1', 'a'],
          ['2', null],
        ]),
      ),
    ).toEqual(first);
  });

  it('tells its rows, its size on disk, and the special values made null', async () => {
    await using directory = await StagingDirectory.open();
    const layout = layoutOf(directory.file(), [plain({ tag: 'date' })], {
      specialValues: 'null',
      rowGroupRows: 1,
    });
    await using writer = openStagedFile(layout);
    for (const text of ['infinity', '2024-01-01', '-infinity', null]) writer.append(rowView([text]), UPSERT);
    const summary = await writer.close();
    expect(summary).toEqual({
      rows: 4,
      bytes: (await readFile(layout.path)).length,
      specialValues: 2,
      keyBounds: new Map(),
    });
    expect(await readColumn(layout.path)).toEqual([null, '2024-01-01', null, null]);
  });
});

describe('a staged file that fails', () => {
  it('refuses an unchanged value where the target could not keep one', async () => {
    await using directory = await StagingDirectory.open();
    await using writer = openStagedFile(layoutOf(directory.file(), [INT32, STRING], { keepable: [1] }));
    expect(() => writer.append(rowView([UNCHANGED, 'a']), UPSERT)).toThrow(
      expect.objectContaining({ code: 'protocol-violated', message: expect.stringContaining('column_0') }),
    );
  });

  it.each([
    ['a previous key that is not whole', true, [UNCHANGED, null]],
    ['a previous key where none was expected', false, ['1', null]],
  ] as const)('refuses %s', async (_, withPreviousKey, previousKey) => {
    await using directory = await StagingDirectory.open();
    const options = { keyColumns: [0], withPreviousKey };
    await using writer = openStagedFile(layoutOf(directory.file(), [INT32, STRING], options));
    expect(() => writer.append(rowView(['2', 'a']), UPSERT, rowView(previousKey))).toThrow(
      expect.objectContaining({ code: 'protocol-violated' }),
    );
  });

  it('keeps special values out of the row key, now and before a key change', async () => {
    await using directory = await StagingDirectory.open();
    const options = { keyColumns: [0], withPreviousKey: true, specialValues: 'null' } as const;
    const layout = layoutOf(directory.file(), [plain({ tag: 'date' })], options);
    const unrepresentable = expect.objectContaining({ code: 'value-unrepresentable' });
    await using now = openStagedFile(layout);
    expect(() => now.append(rowView(['infinity']), UPSERT)).toThrow(unrepresentable);
    await using before = openStagedFile(layout);
    expect(() => before.append(rowView(['2024-01-01']), UPSERT, rowView(['infinity']))).toThrow(
      unrepresentable,
    );
  });

  it('cannot be finished after a row that failed', async () => {
    await using directory = await StagingDirectory.open();
    await using writer = openStagedFile(layoutOf(directory.file(), [INT32, INT32]));
    expect(() => writer.append(rowView(['1', 'secret']), UPSERT)).toThrow();
    expect(() => writer.append(rowView(['1', '2']), UPSERT)).toThrow(
      expect.objectContaining({ code: 'internal-error' }),
    );
    await expect(writer.close()).rejects.toMatchObject({ code: 'internal-error' });
  });

  it('is gone when it is abandoned, and stays when it was closed', async () => {
    await using directory = await StagingDirectory.open();
    const abandoned = openStagedFile(layoutOf(directory.file('abandoned'), [INT32]));
    abandoned.abandon();
    abandoned.abandon();
    await expect(readFile(directory.file('abandoned'))).rejects.toMatchObject({ code: 'ENOENT' });
    const closed = openStagedFile(layoutOf(directory.file('closed'), [INT32]));
    await closed.close();
    closed.abandon();
    expect((await readFile(directory.file('closed'))).subarray(0, 4).toString()).toBe('PAR1');
  });

  // The device that is always full; reached through a link, for an abandoned file is removed.
  it.runIf(process.platform === 'linux')('says that the disk is full, and where', async () => {
    await using directory = await StagingDirectory.open();
    await symlink('/dev/full', directory.file());
    await using writer = openStagedFile(layoutOf(directory.file(), [INT32]));
    writer.append(rowView(['1']), UPSERT);
    await expect(writer.close()).rejects.toMatchObject({
      code: 'disk-full',
      message: expect.stringContaining(directory.file()),
    });
  });

  it('says where it could not be written', async () => {
    await using directory = await StagingDirectory.open();
    const path = directory.file('missing/part.parquet');
    expect(() => openStagedFile(layoutOf(path, [INT32]))).toThrow(
      expect.objectContaining({ code: 'staging-failed', message: expect.stringContaining(path) }),
    );
  });
});
