import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  buildAdvance,
  buildClaim,
  buildCreateState,
  buildInsertCheckpoint,
  buildLoadCheckpoint,
  type CheckpointWrite,
  STATE_TABLE,
} from '../../src/checkpoint/checkpoint-sql.ts';
import { FENCED_TEXT } from '../../src/model/dialect.ts';
import { lsnOf } from '../../src/model/lsn.ts';
import {
  buildAddColumn,
  buildCreateSchema,
  buildCreateTargetTable,
  buildFillColumn,
} from '../../src/schema/ddl.ts';
import { databricksDialect } from '../../src/warehouse/databricks/databricks-dialect.ts';
import { column, ORDER_LINES, ORDERS } from '../merge/merge-plans.ts';
import { SAMPLE_CHECKPOINT, SAMPLE_RECORD } from '../support/checkpoint.ts';
import { MemoryCatalog } from '../support/front/memory-catalog.ts';
import { stateEngine } from '../support/front/state-engine.ts';
import { temporaryDirectory } from '../support/temporary-directory.ts';

const DIALECT = databricksDialect({
  volumePath: '/Volumes/main/ops/stage',
  clustering: 'key',
  tableProperties: new Map([['delta.deletedFileRetentionDuration', "interval '7' days"]]),
});
const STATE = { catalog: 'lakehouse', schema: 'postgres_raw', table: STATE_TABLE };
const STATE_NAME = `lakehouse.postgres_raw.${STATE_TABLE}`;
const WRITE: CheckpointWrite = {
  state: STATE,
  pipeline: `o'rd\\ers \${env:HOME} "1"`,
  epoch: 1,
  runId: "run'1",
  writtenAt: 1_767_225_600_000_000n,
};
const SIGNAL = new AbortController().signal;

async function openEngine() {
  const directory = await temporaryDirectory();
  const catalog = new MemoryCatalog(directory.path, ['lakehouse', 'main', 'main.ops']);
  const { directory: volume } = await catalog.createVolume('main.ops.stage');
  const engine = stateEngine({ catalog });
  const session = await engine.openSession({ catalog: undefined, schema: undefined, configuration: {} });
  return {
    catalog,
    engine,
    volume,
    run: (statement: string) => session.execute(statement, SIGNAL),
    /** As a pipeline begins. */
    prepare: async () => {
      await session.execute(buildCreateSchema(DIALECT, STATE), SIGNAL);
      await session.execute(buildCreateState(DIALECT, STATE), SIGNAL);
    },
    [Symbol.asyncDispose]: () => directory[Symbol.asyncDispose](),
  };
}

describe('the state engine', () => {
  it('keeps a checkpoint by the statements that the project writes, to the letter', async () => {
    await using open = await openEngine();
    await open.prepare();
    const load = () => open.run(buildLoadCheckpoint(DIALECT, STATE, WRITE.pipeline));
    expect((await load()).rows).toEqual([]);
    expect((await open.run(buildInsertCheckpoint(DIALECT, WRITE, SAMPLE_CHECKPOINT))).rows).toEqual([[1n]]);
    expect((await open.run(buildInsertCheckpoint(DIALECT, WRITE, SAMPLE_CHECKPOINT))).rows).toEqual([[0n]]);
    const [row] = (await load()).rows;
    expect(row?.slice(0, 5)).toEqual([
      '1',
      '0',
      expect.stringContaining('"slotName":"slot"'),
      "run'1",
      'checkpoint',
    ]);
    expect(JSON.parse(String(row?.[2]))).toMatchObject({ publicationOid: 16_500 });
  });

  it('lets one run claim it, and that one again', async () => {
    await using open = await openEngine();
    await open.prepare();
    await open.run(buildInsertCheckpoint(DIALECT, WRITE, SAMPLE_CHECKPOINT));
    const claim = { ...WRITE, runId: 'run-2' };
    expect((await open.run(buildClaim(DIALECT, claim))).rows).toEqual([[1n]]);
    expect((await open.run(buildClaim(DIALECT, claim))).rows).toEqual([[1n]]);
    expect((await open.run(buildClaim(DIALECT, { ...WRITE, runId: 'run-3' }))).rows).toEqual([[0n]]);
    expect(open.engine.state(STATE_NAME).checkpoint(WRITE.pipeline)).toMatchObject({
      epoch: 2,
      runId: 'run-2',
    });
  });

  it('advances with the run’s history, never backwards, and never for an older epoch', async () => {
    await using open = await openEngine();
    await open.prepare();
    await open.run(buildInsertCheckpoint(DIALECT, WRITE, SAMPLE_CHECKPOINT));
    const advance = async (lsn: bigint, write = WRITE) => {
      const checkpoint = { ...SAMPLE_CHECKPOINT, lsn: lsnOf(lsn), slotName: "sl'ot\\" };
      return (await open.run(buildAdvance(DIALECT, write, checkpoint, SAMPLE_RECORD))).rows[0]?.[0];
    };
    expect([await advance(100n), await advance(100n), await advance(99n)]).toEqual([2n, 2n, 0n]);
    expect(await advance(200n, { ...WRITE, epoch: 2 })).toBe(0n);
    const state = open.engine.state(STATE_NAME);
    expect(state.checkpoint(WRITE.pipeline)).toMatchObject({ epoch: 1, lsn: 100n });
    expect(state.checkpoint(WRITE.pipeline)?.document).toContain(JSON.stringify("sl'ot\\"));
    expect([...state.history(WRITE.pipeline).keys()]).toEqual(["run'1"]);
    expect(state.history(WRITE.pipeline).get("run'1")).toMatchObject({
      changes: '5',
      lsn: '100',
      from_lsn: 'NULL',
    });
  });

  it('defines tables and columns in the catalog, once', async () => {
    await using open = await openEngine();
    const create = buildCreateTargetTable(DIALECT, ORDERS);
    await expect(open.run(create)).rejects.toMatchObject({ sqlState: '42704' });
    await open.run(buildCreateSchema(DIALECT, ORDERS.name));
    await open.run(create);
    const region = column('region', { tag: 'decimal', precision: 38, scale: 9 });
    await open.run(buildAddColumn(DIALECT, ORDERS.name, region));
    await open.run(create);
    await expect(open.run(buildAddColumn(DIALECT, ORDERS.name, region))).rejects.toMatchObject({
      sqlState: '42710',
    });
    expect((await open.run(buildFillColumn(DIALECT, ORDERS.name, region, '0'))).rows).toEqual([[0n]]);
    const table = await open.catalog.table('lakehouse.postgres_raw.pg_orders');
    expect(table?.columns.map(({ name, typeText, nullable }) => [name, typeText, nullable])).toEqual([
      ['order_id', 'bigint', false],
      ['amount', 'decimal(12,2)', true],
      ['notes', 'string', true],
      ['_commit_lsn', 'bigint', false],
      ['_committed_at', 'timestamp', true],
      ['_synced_at', 'timestamp', true],
      ['region', 'decimal(38,9)', true],
    ]);
    expect(table?.properties).toMatchObject({
      'delta.columnMapping.mode': 'name',
      'delta.deletedFileRetentionDuration': "interval '7' days",
    });
  });

  it('knows every statement of the golden files', async () => {
    await using open = await openEngine();
    await open.prepare();
    for (const pipeline of ['orders', `o'rd\\ers \${env:HOME}`]) {
      await open.run(buildInsertCheckpoint(DIALECT, { ...WRITE, pipeline, epoch: 3 }, SAMPLE_CHECKPOINT));
    }
    for (const { text } of await goldenFiles('../schema/golden', /^create/)) await open.run(text);
    for (const table of [ORDERS, ORDER_LINES]) await open.run(buildCreateTargetTable(DIALECT, table));
    const merges = await goldenFiles('../merge/golden', /^(merge|orphans|truncation)/);
    expect(merges.length).toBeGreaterThan(20);
    for (const { text } of merges) {
      await stageWhatIsRead(open.volume, text);
      const { columns, rows } = await open.run(text);
      expect(columns[0]?.name).toMatch(text.startsWith('MERGE') ? /^num_affected_rows$/ : /^CAST/);
      expect(rows).toEqual(text.startsWith('MERGE') ? [[1n, 0n, 0n, 1n]] : []);
    }
  });

  it('fails a MERGE of an older epoch, of files that are not there, and into a table that is not', async () => {
    await using open = await openEngine();
    const [merge] = await goldenFiles('../merge/golden', /^merge-remove/);
    const text = merge?.text ?? '';
    await expect(open.run(text)).rejects.toMatchObject({ sqlState: '42P01' });
    await open.prepare();
    await open.run(buildCreateTargetTable(DIALECT, ORDERS));
    await expect(open.run(text)).rejects.toMatchObject({ sqlState: '42K03' });
    await stageWhatIsRead(open.volume, text);
    await expect(open.run(text)).rejects.toThrow(`[USER_RAISED_EXCEPTION] ${FENCED_TEXT}none`);
    const write = { ...WRITE, pipeline: 'orders', epoch: 4 };
    await open.run(buildInsertCheckpoint(DIALECT, write, SAMPLE_CHECKPOINT));
    await expect(open.run(text)).rejects.toThrow(`${FENCED_TEXT}4`);
  });

  it('fails what it does not know', async () => {
    await using open = await openEngine();
    await open.prepare();
    await expect(open.run('DROP TABLE `a`.`b`.`c`')).rejects.toThrow('UNKNOWN_SHAPE');
    const claim = buildClaim(DIALECT, WRITE).replace("AND entry = 'checkpoint' ", '');
    await expect(open.run(claim)).rejects.toThrow('UNKNOWN_SHAPE');
    const checkpoint = { ...SAMPLE_CHECKPOINT, lsn: lsnOf(5n) };
    const advance = buildAdvance(DIALECT, WRITE, checkpoint, SAMPLE_RECORD);
    await expect(open.run(advance.replace('changes, ', ''))).rejects.toThrow('inserts something else');
  });
});

async function goldenFiles(directory: string, pattern: RegExp) {
  const folder = new URL(`${directory}/`, import.meta.url);
  const names = (await readdir(folder)).filter((name) => pattern.test(name) && name.includes('.databricks.'));
  return Promise.all(
    names.sort().map(async (name) => {
      const text = await readFile(new URL(name, folder), 'utf8');
      return { name, text: text.replace(/\n$/, '') };
    }),
  );
}

/** Puts a file into each directory that a statement reads. */
async function stageWhatIsRead(volume: string, statement: string): Promise<void> {
  for (const [, staged = ''] of statement.matchAll(/parquet\.`\/Volumes\/main\/ops\/stage\/([^`]+)`/g)) {
    await mkdir(join(volume, staged), { recursive: true });
    await writeFile(join(volume, staged, 'part-0.parquet'), '');
  }
}
