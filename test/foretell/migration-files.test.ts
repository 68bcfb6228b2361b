import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseNameStatus } from '../../src/foretell/changed-files.ts';
import { describeStatement, kindOf } from '../../src/foretell/describe-statement.ts';
import { readScript, sortMigrations } from '../../src/foretell/migration-files.ts';
import { forwardPart } from '../../src/foretell/migration-text.ts';
import { splitStatements } from '../../src/foretell/split-statements.ts';

function sort(names: readonly string[], changes: Readonly<Record<string, 'added' | 'modified' | 'removed'>>) {
  const found = names.map((shown) => ({ shown, absolute: path.resolve('/repo', shown) }));
  const changed = Object.entries(changes).map(([name, status]) => ({ path: name, status }));
  const sorted = sortMigrations(found, changed, '/repo');
  const shown = (list: typeof sorted.base): readonly string[] => list.map((file) => file.shown);
  return { base: shown(sorted.base), changed: shown(sorted.changed), edited: shown(sorted.edited) };
}

describe('migrations', () => {
  it('are applied by their numbers, those of the base first', () => {
    const names = ['m/10_b.sql', 'm/2_a.sql', 'm/V1__x.sql', 'm/20240102_c.sql', 'm/3_new.sql'];
    expect(
      sort(names, { 'm/3_new.sql': 'added', '/repo/m/10_b.sql': 'added', 'm/gone.sql': 'removed' }),
    ).toEqual({
      base: ['m/2_a.sql', 'm/20240102_c.sql', 'm/V1__x.sql'],
      changed: ['m/3_new.sql', 'm/10_b.sql'],
      edited: [],
    });
  });

  it('that were edited stay in the base; repeatable ones are applied anew, last', () => {
    const names = ['m/R__views.sql', 'm/V1__a.sql', 'm/V2__b.sql'];
    expect(
      sort(names, { 'm/V1__a.sql': 'modified', 'm/R__views.sql': 'modified', 'm/V2__b.sql': 'added' }),
    ).toEqual({
      base: ['m/V1__a.sql'],
      changed: ['m/V2__b.sql', 'm/R__views.sql'],
      edited: ['m/V1__a.sql'],
    });
  });

  it('that go back are left out', () => {
    const names = ['1_a.up.sql', '1_a.down.sql', '1/down.sql', '1/up.sql', 'U1__a.sql', '1_breakdown.sql'];
    expect(sort(names, {}).base).toEqual(['1_a.up.sql', '1_breakdown.sql', '1/up.sql']);
  });

  it.each([
    ['dbmate', '-- migrate:up\nA;\n-- migrate:down\nB;\n'],
    ['goose', '-- +goose Up\nA;\n-- +goose Down\nB;\n'],
    ['sql-migrate', '-- +migrate Up\nA;\n-- +migrate Down\nB;\n'],
    ['MyBatis', '-- // first\nA;\n-- //@UNDO\nB;\n'],
    ['the way back first', '-- migrate:down\nB;\n-- migrate:up\nA;\n'],
  ])('of %s have only their way forward, where it stood', (_, text) => {
    const forward = forwardPart(text);
    expect(forward).toHaveLength(text.length);
    expect(splitStatements(forward)).toMatchObject([
      { text: 'A', from: { line: text.split('\n').indexOf('A;') + 1 } },
    ]);
  });

  it('that are no text are refused by name', () => {
    expect(() => readScript('m/1.sql', new Uint8Array([0xc3, 0x28]))).toThrow(
      /m\/1\.sql is not written in UTF-8/,
    );
  });
});

describe('the files that git says have changed', () => {
  it('are read whatever their names are', () => {
    expect(parseNameStatus('A\0m/1 \n"x".sql\0M\0m/2.sql\0D\0m/3.sql\0T\0m/4.sql\0')).toEqual([
      { path: 'm/1 \n"x".sql', status: 'added' },
      { path: 'm/2.sql', status: 'modified' },
      { path: 'm/3.sql', status: 'removed' },
      { path: 'm/4.sql', status: 'modified' },
    ]);
    expect(parseNameStatus('')).toEqual([]);
  });
});

function wordsOf(sql: string) {
  const [part] = splitStatements(sql);
  if (part?.tag !== 'statement') throw new Error(`no statement: ${sql}`);
  return part.words;
}

describe('a statement in few words', () => {
  it.each([
    [
      `ALTER TABLE shop."Orders" ADD COLUMN note text DEFAULT 'hush'`,
      'ALTER TABLE shop."Orders" ADD COLUMN note text',
    ],
    [`INSERT INTO t VALUES ('hush')`, 'INSERT INTO t'],
    [`UPDATE t SET x = 'hush'`, 'UPDATE t'],
    [`CREATE ROLE r PASSWORD 'hush'`, 'CREATE ROLE r'],
    ['DO $$ hush $$', 'DO'],
    [`COMMENT ON TABLE t IS 'hush'`, 'COMMENT ON TABLE t'],
    ['CREATE TABLE t (hush int)', 'CREATE TABLE t'],
    [`'hush'`, 'a statement'],
  ])('%s', (sql, words) => {
    expect(describeStatement(wordsOf(sql))).toBe(words);
  });

  it.each([
    ['DROP DATABASE d', 'server-wide'],
    ['ALTER USER u PASSWORD $$x$$', 'server-wide'],
    ['ALTER USER MAPPING FOR u SERVER s', 'ordinary'],
    [`COPY t FROM PROGRAM 'x'`, 'server-wide'],
    [`COPY t TO '/etc/x'`, 'server-wide'],
    ['CREATE USER u', 'create-role'],
    ['CREATE USER MAPPING FOR u SERVER s', 'ordinary'],
    ['SET LOCAL TRANSACTION ISOLATION LEVEL SERIALIZABLE', 'transaction-setting'],
    ['SET work_mem = 1', 'ordinary'],
    ['CREATE EXTENSION x', 'create-extension'],
  ])('%s is %s', (sql, tag) => {
    expect(kindOf(wordsOf(sql)).tag).toBe(tag);
  });

  it('knows whose rows are changed', () => {
    expect(kindOf(wordsOf('TRUNCATE TABLE ONLY shop."A.b", c'))).toEqual({
      tag: 'rows',
      verb: 'truncate',
      table: 'shop."A.b"',
    });
    expect(kindOf(wordsOf('DELETE FROM t WHERE x'))).toEqual({ tag: 'rows', verb: 'delete', table: 't' });
    expect(kindOf(wordsOf('WITH x AS (SELECT 1) SELECT 2')).tag).toBe('ordinary');
  });
});
