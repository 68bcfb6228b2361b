import { describe, expect, it } from 'vitest';
import { displaySubject, readStatementSubject } from '../../../src/warehouse/databricks/statement-subject.ts';

describe('the subject of a statement', () => {
  it.each([
    ['CREATE SCHEMA IF NOT EXISTS `main`.`raw`', 'create-schema', 'CREATE SCHEMA main.raw'],
    [
      'CREATE TABLE IF NOT EXISTS `main`.`raw`.`orders` (\n  `id` INT\n)',
      'create-table',
      'CREATE TABLE main.raw.orders',
    ],
    ['ALTER TABLE `main`.`raw`.`orders` ADD COLUMN `x` INT', 'alter', 'ALTER TABLE main.raw.orders'],
    ['MERGE INTO `main`.`raw`.`orders` AS t\nUSING (SELECT 1) AS s', 'write', 'MERGE INTO main.raw.orders'],
    ["UPDATE `main`.`raw`.`orders` SET `x` = 'a.b'", 'write', 'UPDATE main.raw.orders'],
    ['INSERT INTO `main`.`raw`.`orders` (a) SELECT 1', 'write', 'INSERT INTO main.raw.orders'],
    [
      'SELECT CAST(epoch AS STRING) FROM `main`.`raw`.`state` WHERE x = 1',
      'read',
      'SELECT FROM main.raw.state',
    ],
    ['MERGE INTO `a b`.`c``d`.`e.f` AS t', 'write', 'MERGE INTO a b.c`d.e.f'],
    ['VACUUM `main`.`raw`.`orders`', 'other', 'VACUUM'],
  ])('%s', (statement, action, shown) => {
    const subject = readStatementSubject(statement);
    expect(subject.action).toBe(action);
    expect(displaySubject(subject)).toBe(shown);
  });

  it('takes nothing from a literal, whatever it looks like', () => {
    const subject = readStatementSubject(
      "SELECT 'it\\'s FROM `secret`.`value`.`x`', `a'b` FROM `main`.`raw`.`orders`",
    );
    expect(displaySubject(subject)).toBe('SELECT FROM main.raw.orders');
  });

  it('reads a statement with a literal of megabytes', () => {
    const literal = "x\\'y".repeat(500_000);
    expect(displaySubject(readStatementSubject(`SELECT '${literal}' FROM \`a\`.\`b\`.\`c\``))).toBe(
      'SELECT FROM a.b.c',
    );
  });
});
