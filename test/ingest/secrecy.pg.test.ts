import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { formatRunReportText } from '../../src/report/run-report-text.ts';
import type { WarehouseOpener } from '../../src/warehouse/warehouse.ts';
import { TestPipeline } from '../support/test-pipeline.ts';

const SECRET = '078-05-1120';
const CARD = '4111111111111111';

/** Everything that a run leaves or sends: files, statements, events, report. */
async function everythingOf(p: TestPipeline, statements: readonly string[], report: object): Promise<string> {
  const files = await readdir(p.directory, { recursive: true, withFileTypes: true });
  const contents = await Promise.all(
    files
      .filter((file) => file.isFile())
      .map((file) => readFile(path.join(file.parentPath, file.name), 'latin1')),
  );
  // Staged files are compressed: as rows they show what they hold.
  const parquet = files.filter((file) => file.name.endsWith('.parquet'));
  const rows = await Promise.all(
    parquet.map((file) =>
      p.query(`SELECT CAST(r AS VARCHAR) FROM read_parquet('${path.join(file.parentPath, file.name)}') AS r`),
    ),
  );
  expect(rows.flat().length).toBeGreaterThan(2);
  return [
    JSON.stringify(rows),
    ...contents,
    ...statements,
    JSON.stringify(p.events),
    JSON.stringify(report),
  ].join('\n');
}

/** Keeps staged files, which a run removes, and notes every statement. */
function spying(opener: WarehouseOpener, statements: string[]): WarehouseOpener {
  return {
    ...opener,
    open: async (signal) => {
      const warehouse = await opener.open(signal);
      return new Proxy(warehouse, {
        get: (object, name) => {
          const member: unknown = Reflect.get(object, name, object);
          if (name === 'removeStaged') return async () => undefined;
          if (typeof member !== 'function') return member;
          return (...args: unknown[]): unknown => {
            statements.push(
              JSON.stringify(args, (_, value: unknown) =>
                typeof value === 'bigint' ? String(value) : value,
              ),
            );
            return Reflect.apply(member, object, args);
          };
        },
      });
    },
  };
}

describe('an excluded column reaches nothing that is written or told (I7)', () => {
  it('not in files, statements, events or the report, whatever happens to the row', async () => {
    await using p = await TestPipeline.open(`
      CREATE TABLE customers (customer_id integer PRIMARY KEY, name text, ssn text, card text DEFAULT '${CARD}');
      ALTER TABLE customers REPLICA IDENTITY FULL;
      INSERT INTO customers VALUES (1, 'Ann', '${SECRET}'), (2, 'Bob', '${SECRET}');`);
    p.configure({
      selection: { excludeColumns: [{ table: 'customers', columns: ['ssn', 'card'] }] },
      write: { deletedRows: 'mark' },
    });
    const statements: string[] = [];
    const first = await p.ingest({ warehouse: spying(p.warehouse, statements) });
    await p.database.sql(`
      INSERT INTO customers VALUES (3, 'Cy', '${SECRET}');
      UPDATE customers SET customer_id = 9, ssn = '${SECRET}x' WHERE customer_id = 1;
      DELETE FROM customers WHERE customer_id = 2;
      ALTER TABLE customers ADD COLUMN city text DEFAULT 'Ulm';
      UPDATE customers SET name = 'Di' WHERE customer_id = 3;`);
    const second = await p.ingest({ warehouse: spying(p.warehouse, statements) });
    const everything = await everythingOf(p, statements, {
      first,
      second,
      text: formatRunReportText(second, { colours: false }),
    });
    expect(everything).toContain('Ulm');
    expect(everything).not.toContain(SECRET);
    expect(everything).not.toContain(CARD);
    await p.expectEqual('customers', { columns: ['customer_id', 'name', 'city'] });
  });

  it('not even when a value of the row cannot be brought over, which names the column and no value', async () => {
    await using p = await TestPipeline.open(`
      CREATE TABLE readings (id integer PRIMARY KEY, ssn text, taken_at timestamptz);
      INSERT INTO readings VALUES (1, '${SECRET}', now())`);
    p.configure({ selection: { excludeColumns: [{ table: 'readings', columns: ['ssn'] }] } });
    await p.ingest();
    await p.database.sql(`INSERT INTO readings VALUES (4242, '${SECRET}', 'infinity')`);
    const report = await p.run();
    expect(report.error).toMatchObject({ code: 'value-unrepresentable' });
    expect(report.error?.message).toMatch(/public\.readings.*taken_at/);
    expect(JSON.stringify(report)).not.toMatch(/4242|078-05/);
    // The policy lets it pass, and counts it.
    p.configure({
      specialValues: 'null',
      selection: { excludeColumns: [{ table: 'readings', columns: ['ssn'] }] },
    });
    expect((await p.ingest()).tables[0]?.specialValues).toBe(1);
  });
});
