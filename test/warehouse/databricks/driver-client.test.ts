import { describe, expect, it } from 'vitest';
import { connectDriver } from '../../../src/warehouse/databricks/driver-client.ts';
import { cannedEngine } from '../../support/front/canned-engine.ts';
import { type FrontOptions, startFront } from '../../support/front/front.ts';
import type { ResultForm } from '../../support/front/result-form.ts';
import type { SqlResult } from '../../support/front/service.ts';

/** The rows of a result, as production reads them, and the calls that it took. */
async function readRows(result: SqlResult, options: Partial<FrontOptions>) {
  const engine = cannedEngine([{ match: /./, answer: result }]);
  await using front = await startFront({ engine, ...options });
  front.trust();
  const client = await connectDriver({
    host: 'localhost',
    port: front.port,
    httpPath: front.httpPath,
    tokens: { token: async () => front.token, refuse: () => undefined },
    userAgent: 'Tributary/test',
  });
  const session = await client.openSession({ statementTimeoutMs: 60_000, queryTags: undefined });
  const statement = await session.send('SELECT');
  await statement.finished(() => undefined);
  const rows = await statement.rows();
  await statement.close();
  await session.close();
  await client.close();
  expect(front.violations).toEqual([]);
  expect(front.open).toEqual({ sessions: 0, operations: 0 });
  return { rows, calls: front.calls.map(({ name }) => name) };
}

const FORMS: readonly ResultForm[] = ['columns', 'arrow', 'links'];

describe.each(FORMS)('rows from a warehouse that prefers %s', (results) => {
  it('are text, in the order of the columns, whatever their type', async () => {
    const result: SqlResult = {
      columns: [
        { name: 'b', type: 'STRING' },
        { name: '1', type: 'BIGINT' },
        { name: 'a', type: 'INT' },
        { name: 'd', type: 'DOUBLE' },
        { name: 'c', type: 'BOOLEAN' },
      ],
      rows: [
        ['18446744073709551615', 9_007_199_254_740_991n, -7, 0.5, true],
        [null, null, null, null, null],
        ['', -9_007_199_254_740_991n, 0, -0.25, false],
      ],
    };
    expect((await readRows(result, { results })).rows).toEqual([
      ['18446744073709551615', '9007199254740991', '-7', '0.5', 'true'],
      [null, null, null, null, null],
      ['', '-9007199254740991', '0', '-0.25', 'false'],
    ]);
  });

  it('are all there, over many pages', async () => {
    const numbers = Array.from({ length: 2500 }, (_, n) => BigInt(n));
    const result: SqlResult = {
      columns: [{ name: 'n', type: 'BIGINT' }],
      rows: numbers.map((n) => [n]),
    };
    const limits = { maxRowsPerFetch: 1000, maxRowsPerBatch: 300, directResultsWaitMs: 0 };
    const { rows } = await readRows(result, { results, ...limits });
    expect(rows).toEqual(numbers.map((n) => [String(n)]));
  });

  it('may be none', async () => {
    const result: SqlResult = { columns: [{ name: 'n', type: 'STRING' }], rows: [] };
    expect((await readRows(result, { results })).rows).toEqual([]);
  });

  it('come from the warehouse itself, never from cloud storage', async () => {
    const result: SqlResult = { columns: [{ name: 'n', type: 'STRING' }], rows: [['x']] };
    expect((await readRows(result, { results })).calls).toEqual([
      'OpenSession',
      'ExecuteStatement',
      'CloseSession',
    ]);
  });
});

describe('a whole number beyond 2^53', () => {
  it.each(['arrow', 'links'] as const)('is exact where the warehouse prefers %s', async (results) => {
    const exact = [9_007_199_254_740_993n, -9_223_372_036_854_775_808n, 9_223_372_036_854_775_807n];
    const result: SqlResult = {
      columns: [{ name: 'n', type: 'BIGINT' }],
      rows: exact.map((n) => [n]),
    };
    expect((await readRows(result, { results })).rows).toEqual(exact.map((n) => [String(n)]));
  });
});
