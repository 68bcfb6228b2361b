import { describe, expect, it } from 'vitest';
import { NO_RESULT } from '../support/front/canned-engine.ts';
import { openWorkspace, rejection, run } from '../support/front/driver-workspace.ts';
import type { FrontOptions } from '../support/front/front.ts';
import { type ResultForm, resultForm } from '../support/front/result-form.ts';
import type { SqlResult } from '../support/front/service.ts';

const FORMS: readonly ResultForm[] = ['columns', 'arrow', 'links'];

const EVERY_TYPE: SqlResult = {
  columns: [
    { name: 's', type: 'STRING' },
    { name: 'i', type: 'INT' },
    { name: 'l', type: 'BIGINT' },
    { name: 'd', type: 'DOUBLE' },
    { name: 'b', type: 'BOOLEAN' },
  ],
  rows: [
    ["o'brien ü 😀", 7, 5_000_000_000n, 0.5, true],
    [null, null, null, null, null],
    ['', -2_147_483_648, -3n, -0.25, false],
    ['null', 0, 0n, Number.POSITIVE_INFINITY, null],
  ],
};

/** The numbers from 0, in two columns, and a row of nulls as each seventh. */
function manyRows(count: number): SqlResult {
  return {
    columns: [
      { name: 'n', type: 'INT' },
      { name: 's', type: 'STRING' },
    ],
    rows: Array.from({ length: count }, (_, n) => (n % 7 === 6 ? [null, null] : [n, `row ${n}`])),
  };
}

async function openSession(result: SqlResult, options: Partial<FrontOptions>) {
  await using stack = new AsyncDisposableStack();
  const workspace = stack.use(await openWorkspace([{ match: /./, answer: result }], options));
  const session = await workspace.client.openSession();
  stack.defer(() => session.close().then(() => undefined));
  const owned = stack.move();
  return { ...workspace, session, [Symbol.asyncDispose]: () => owned.disposeAsync() };
}

/** How the driver was told that the rows travel, and the rows. */
async function read(open: Awaited<ReturnType<typeof openSession>>) {
  const operation = await open.session.executeStatement('SELECT');
  await operation.finished();
  const { resultFormat } = await operation.getResultMetadata();
  const rows = await operation.fetchAll();
  await operation.close();
  return { resultFormat, rows };
}

/** As the driver gives them unless told to be exact. */
function objectsOf({ columns, rows }: SqlResult): readonly unknown[] {
  return rows.map((row) =>
    Object.fromEntries(
      columns.map(({ name }, at) => [name, typeof row[at] === 'bigint' ? Number(row[at]) : row[at]]),
    ),
  );
}

describe.each(FORMS)('a result as %s', (results) => {
  it('brings every type, and nulls', async () => {
    await using open = await openSession(EVERY_TYPE, { results });
    const { resultFormat, rows } = await read(open);
    expect(resultFormat).toBe(`${{ columns: 'COLUMN', arrow: 'ARROW', links: 'URL' }[results]}_BASED`);
    expect(rows).toEqual(objectsOf(EVERY_TYPE));
    expect(open.front.callsNamed('GET result')).toHaveLength(results === 'links' ? 1 : 0);
    expect(open.front.violations).toEqual([]);
  });

  it.each([
    ['with the answer to the statement', 20],
    ['asked for later', 0],
  ])('brings many rows in their order, by pages and batches: %s', async (_, directResultsWaitMs) => {
    const result = manyRows(95);
    const limits = { maxRowsPerFetch: 30, maxRowsPerBatch: 11 };
    await using open = await openSession(result, { results, directResultsWaitMs, ...limits });
    expect((await read(open)).rows).toEqual(objectsOf(result));
    // 30 rows in three files, three times, and five more.
    expect(open.front.callsNamed('GET result')).toHaveLength(results === 'links' ? 10 : 0);
    expect(open.front.violations).toEqual([]);
  });

  it.each([0, 20])('may have no rows (%i ms)', async (directResultsWaitMs) => {
    await using open = await openSession(manyRows(0), { results, directResultsWaitMs });
    expect((await read(open)).rows).toEqual([]);
    expect(open.front.callsNamed('GET result')).toEqual([]);
    expect(open.front.violations).toEqual([]);
  });

  it('may be none at all', async () => {
    await using open = await openSession(NO_RESULT, { results });
    expect(await run(open.session, 'CREATE TABLE t')).toEqual([]);
    expect(open.front.violations).toEqual([]);
  });
});

describe('the form of a result', () => {
  it.each([
    [
      { arrow: false, links: true },
      { columns: 'columns', arrow: 'columns', links: 'columns' },
    ],
    [
      { arrow: true, links: false },
      { columns: 'columns', arrow: 'arrow', links: 'arrow' },
    ],
    [
      { arrow: true, links: true },
      { columns: 'columns', arrow: 'arrow', links: 'links' },
    ],
  ])('is one that the client can read: %j', (readable, forms) => {
    expect(Object.fromEntries(FORMS.map((offered) => [offered, resultForm(offered, readable)]))).toEqual(
      forms,
    );
  });

  it('is columns for a driver that is told not to take Arrow', async () => {
    await using open = await openSession(EVERY_TYPE, { results: 'links' });
    open.client.getConfig().arrowEnabled = false;
    expect((await read(open)).resultFormat).toBe('COLUMN_BASED');
  });

  it('is Arrow for a statement that wants no links', async () => {
    await using open = await openSession(EVERY_TYPE, { results: 'links' });
    open.client.getConfig().useCloudFetch = false;
    expect((await read(open)).resultFormat).toBe('ARROW_BASED');
    expect(open.front.callsNamed('GET result')).toEqual([]);
  });
});

describe('a file behind a link', () => {
  /** The requests for files, as the driver made them. */
  async function openRead() {
    const open = await openSession(manyRows(3), { results: 'links' });
    await read(open);
    const [call] = open.front.callsNamed('GET result');
    return { open, call, url: `${open.front.origin}${call?.path}` };
  }

  it('is asked for without a token, and named by its statement', async () => {
    const { open, call } = await openRead();
    await using _ = open;
    expect(call).toMatchObject({ detail: 'SELECT' });
    expect(call?.headers).not.toHaveProperty('authorization');
  });

  it('is refused without its signature', async () => {
    const { open, url } = await openRead();
    await using _ = open;
    expect((await fetch(url)).status).toBe(403);
    expect((await fetch(`${url}?signature=made-up`)).status).toBe(403);
    expect(open.front.violations).toEqual([]);
  });

  it('is refused to whoever sends a token along, which is a violation', async () => {
    const { open, url } = await openRead();
    await using _ = open;
    expect((await fetch(url, { headers: { authorization: `Bearer ${open.front.token}` } })).status).toBe(400);
    expect(open.front.violations).toEqual([expect.stringMatching(/^A token was sent to the cloud storage/)]);
  });

  it.each([
    [{ tag: 'http', status: 403 }, 'CloudFetch HTTP error 403 Forbidden'],
    [{ tag: 'http', status: 200, body: 'no Arrow' }, /metadata bytes/],
  ] as const)('fails the reading of its rows, once: %j', async (fault, message) => {
    await using open = await openSession(manyRows(3), { results: 'links' });
    open.front.fault({ name: 'GET result', detail: /^SELECT$/ }, fault);
    expect(await rejection(read(open))).toMatchObject({ message: expect.stringMatching(message) });
    expect((await read(open)).rows).toHaveLength(3);
  });

  it('is asked for again by the driver where the connection is cut', async () => {
    await using open = await openSession(manyRows(3), { results: 'links' });
    open.client.getConfig().retryDelayMin = 1;
    open.front.fault('GET result', { tag: 'reset-before' });
    expect((await read(open)).rows).toHaveLength(3);
    expect(open.front.callsNamed('GET result')).toHaveLength(2);
  });
});
