import { globSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { describe, expect, inject, it } from 'vitest';
import { splitStatements, switchDialect } from '../support/spark/dialect-switch.ts';
import { connectSparkEngine } from '../support/spark/spark-engine.ts';

const GOLDEN_FILES = globSync('test/**/golden/*.databricks.sql').sort();

async function statementsOf(file: string): Promise<readonly string[]> {
  return splitStatements(await readFile(file, 'utf8'));
}

describe('every golden statement for Databricks', () => {
  it.each(GOLDEN_FILES)('parses: %s', async (file) => {
    await using engine = await connectSparkEngine(inject('spark'));
    const statements = await statementsOf(file);
    expect(statements).not.toEqual([]);
    for (const statement of statements) {
      const switched = switchDialect(statement, engine.volumesDirectory);
      if (switched.tag === 'sql') await engine.parse(switched.sql);
    }
  });

  it('has nothing unproven on Spark beyond a known list', async () => {
    const unproven: string[] = [];
    for (const file of GOLDEN_FILES) {
      const leftOut = (await statementsOf(file)).flatMap(
        (statement) => switchDialect(statement, '/').leftOut,
      );
      if (leftOut.length > 0) unproven.push(`${basename(file)}: ${[...new Set(leftOut)].join(', ')}\n`);
    }
    await expect(`Databricks only, unproven on Spark:\n${unproven.join('')}`).toMatchFileSnapshot(
      'golden/unproven.txt',
    );
  });
});
