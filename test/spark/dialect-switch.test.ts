import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitStatements, switchDialect } from '../support/spark/dialect-switch.ts';
import { sqlTokens } from '../support/spark/sql-tokens.ts';

const VOLUMES = '/tmp/o`dd/volumes';

function switched(statement: string) {
  return switchDialect(statement, VOLUMES);
}

describe('the dialect switch', () => {
  it('takes the local directory for the path of a staged directory, and only there', () => {
    const statement =
      'SELECT \'/Volumes/a\', "parquet.`/Volumes/a`", `/Volumes/a`, parquet FROM parquet.`/Volumes/a/b``c` -- parquet.`/Volumes/`';
    const tail = ' FROM parquet.`/tmp/o``dd/volumes/a/b``c` -- parquet.`/Volumes/`';
    const sql = statement.replace(/ FROM .*/, () => tail);
    expect(switched(statement)).toEqual({ tag: 'sql', sql, leftOut: [] });
  });

  it('leaves the primary key out of a column list', () => {
    const statement =
      "CREATE TABLE IF NOT EXISTS `a` (\n  `x` INT COMMENT 'PRIMARY KEY (x)',\n  PRIMARY KEY (`x`, `y`) RELY\n)\nUSING DELTA";
    expect(switched(statement)).toEqual({
      tag: 'sql',
      sql: "CREATE TABLE IF NOT EXISTS `a` (\n  `x` INT COMMENT 'PRIMARY KEY (x)')\nUSING DELTA",
      leftOut: ['PRIMARY KEY'],
    });
    expect(switched('CREATE TABLE a (x INT, CONSTRAINT k PRIMARY KEY (x))')).toMatchObject({
      sql: 'CREATE TABLE a (x INT)',
    });
  });

  it('leaves out clustering by what Databricks finds best', () => {
    expect(switched('CREATE TABLE a (x INT) CLUSTER BY AUTO COMMENT c')).toEqual({
      tag: 'sql',
      sql: 'CREATE TABLE a (x INT)  COMMENT c',
      leftOut: ['CLUSTER BY AUTO'],
    });
  });

  it('tells which volume a statement makes', () => {
    expect(switched('CREATE VOLUME IF NOT EXISTS `a`.b.`c``d`')).toEqual({
      tag: 'create-volume',
      fullName: 'a.b.c`d',
      leftOut: ['CREATE VOLUME'],
    });
  });

  it('makes up for the emoji before CLUSTER BY with spaces', () => {
    expect(switched('CREATE TABLE `🙂🙂` (x INT) CLUSTER BY (x)')).toMatchObject({
      sql: 'CREATE TABLE `🙂🙂` (x INT)   CLUSTER BY   (x)',
    });
  });
});

describe('the tokens of a statement', () => {
  const pieces = [
    '`',
    '``',
    "'",
    '"',
    '\\',
    ';',
    '--',
    '/*',
    '*/',
    '\n',
    ' ',
    'PRIMARY',
    'KEY',
    '(',
    ')',
    '🙂',
    ',',
  ];

  it('are the statement again, whatever it is', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces)), (parts) => {
        const statement = parts.join('');
        expect(
          sqlTokens(statement)
            .map(({ text }) => text)
            .join(''),
        ).toBe(statement);
      }),
    );
  });

  it('never mistake a semicolon in a literal or a name for an end', () => {
    expect(splitStatements("a `;``;` ';\\';' \";\" -- ;\n /* ; */; b;\n")).toEqual([
      "a `;``;` ';\\';' \";\" -- ;\n /* ; */",
      'b',
    ]);
  });
});
