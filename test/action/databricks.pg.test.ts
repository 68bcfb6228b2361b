import { readdir } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { MemoryCatalog } from '../support/front/memory-catalog.ts';
import { stateEngine } from '../support/front/state-engine.ts';
import { startWorkspaceOver } from '../support/front/workspace.ts';
import { openDatabricksJob, SAMPLE_FEDERATION } from '../support/runner-databricks.ts';
import { temporaryDirectory } from '../support/temporary-directory.ts';

const MERGE = { name: 'ExecuteStatement', detail: /^MERGE INTO `lakehouse`\.`\w+`\.`orders`/ };

async function openJob() {
  await using stack = new AsyncDisposableStack();
  const volumes = stack.use(await temporaryDirectory());
  const catalog = new MemoryCatalog(volumes.path, ['lakehouse']);
  const engine = stack.use(Object.assign(stateEngine({ catalog }), { [Symbol.dispose]: () => undefined }));
  const workspace = stack.use(
    await startWorkspaceOver({ engine, catalog: () => catalog, ...SAMPLE_FEDERATION }),
  );
  const job = stack.use(await openDatabricksJob(workspace, 'lakehouse'));
  const owned = stack.move();
  return {
    job,
    front: workspace.front,
    issuer: workspace.issuer,
    checkpoint: () => engine.state(`${job.schema}._tributary_checkpoint`).checkpoint(job.pipeline),
    stagedFiles: async () => {
      const volume = await catalog.volume(job.volume);
      const names = volume === undefined ? [] : await readdir(volume.directory, { recursive: true });
      return names.filter((name) => name.endsWith('.parquet'));
    },
    [Symbol.asyncDispose]: () => owned.disposeAsync(),
  };
}

describe('the packaged action, run against a workspace, by the identity of its job', () => {
  it('loads a table, writes the checkpoint, and acknowledges no more than that', async () => {
    await using open = await openJob();
    const result = await open.job.run();
    expect(result.annotations).toEqual([]);
    expect(Object.fromEntries(result.outputs)).toMatchObject({ status: 'done', 'caught-up': 'true' });
    expect(open.issuer.issued).toBe(1);
    expect(open.front.violations).toEqual([]);
    expect(open.front.open).toEqual({ sessions: 0, operations: 0 });
    expect(open.front.callsNamed('PUT file').length).toBeGreaterThan(0);
    expect(await open.stagedFiles()).toEqual([]);
    const checkpoint = open.checkpoint();
    expect(checkpoint?.epoch).toBe(1);
    expect(await open.job.confirmedLsn()).toBe(checkpoint?.lsn);
  });

  it('asks nobody but PostgreSQL, and loads no driver, when there is nothing to do (D5)', async () => {
    await using open = await openJob();
    await open.job.run();
    open.front.forgetCalls();
    await using _ = await open.job.action.takeDriverAway();
    const idle = await open.job.run();
    expect(idle.annotations).toEqual([]);
    expect(idle.outputs.get('status')).toBe('nothing-to-do');
    expect(open.front.calls).toEqual([]);
    await open.job.database.sql('INSERT INTO orders VALUES (4, 4, NULL)');
    expect((await open.job.run()).failed).toBe(true);
  });

  it('is killed in the middle of a MERGE, and the next run does the same work to its end (I1, I2, I3)', async () => {
    await using open = await openJob();
    await open.job.run();
    const [loaded, confirmed] = [open.checkpoint(), await open.job.confirmedLsn()];
    await open.job.database.sql('UPDATE orders SET amount = 1 WHERE order_id = 2');
    open.front.forgetCalls();
    open.front.fault(MERGE, { tag: 'statement-hang' });
    const isUnderWay = open.front.nextCall(MERGE).then(() => open.front.nextCall('GetOperationStatus'));
    await open.job.run({ killWhen: isUnderWay });
    // What it had begun is there; what it had not finished is promised nowhere.
    expect(open.front.callsNamed('ExecuteStatement').at(-1)?.detail).toMatch(MERGE.detail);
    const staged = await open.stagedFiles();
    expect(staged).not.toEqual([]);
    expect(open.checkpoint()?.lsn).toBe(loaded?.lsn);
    expect(await open.job.confirmedLsn()).toBe(confirmed);

    const next = await open.job.run();
    expect(next.annotations).toEqual([]);
    expect(Object.fromEntries(next.outputs)).toMatchObject({ status: 'done', changes: '1' });
    // The one that was killed, and the one in its place.
    expect(open.front.statements.filter((sql) => MERGE.detail.test(sql))).toHaveLength(2);
    const checkpoint = open.checkpoint();
    expect(checkpoint?.lsn).toBeGreaterThan(loaded?.lsn ?? 0n);
    expect(checkpoint?.epoch).toBe(3);
    expect(await open.job.confirmedLsn()).toBe(checkpoint?.lsn);
    expect(await open.stagedFiles()).toEqual([]);
    expect(open.front.violations).toEqual([]);
  });
});
