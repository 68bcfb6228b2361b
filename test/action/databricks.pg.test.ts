import { describe, expect, it } from 'vitest';
import { ORDERS_MERGE, openStateJob } from '../support/state-job.ts';

describe('the packaged action, run against a workspace, by the identity of its job', () => {
  it('loads a table, writes the checkpoint, and acknowledges no more than that', async () => {
    await using open = await openStateJob();
    const result = await open.job.run();
    expect(result.annotations).toEqual([]);
    expect(Object.fromEntries(result.outputs)).toMatchObject({ status: 'done', 'caught-up': 'true' });
    expect(open.workspace.issuer.issued).toBe(1);
    expect(open.workspace.front.violations).toEqual([]);
    expect(open.workspace.front.open).toEqual({ sessions: 0, operations: 0 });
    expect(open.workspace.front.callsNamed('PUT file').length).toBeGreaterThan(0);
    expect(await open.stagedFiles()).toEqual([]);
    const checkpoint = open.checkpoint();
    expect(checkpoint?.epoch).toBe(1);
    expect(await open.job.confirmedLsn()).toBe(checkpoint?.lsn);
  });

  it('asks nobody but PostgreSQL, and loads no driver, when there is nothing to do (D5)', async () => {
    await using open = await openStateJob();
    await open.job.run();
    open.workspace.front.forgetCalls();
    await using _ = await open.job.action.takeDriverAway();
    const idle = await open.job.run();
    expect(idle.annotations).toEqual([]);
    expect(idle.outputs.get('status')).toBe('nothing-to-do');
    expect(open.workspace.front.calls).toEqual([]);
    await open.job.database.sql('INSERT INTO orders VALUES (4, 4, NULL)');
    expect((await open.job.run()).failed).toBe(true);
  });

  it('is killed in the middle of a MERGE, and the next run does the same work to its end (I1, I2, I3)', async () => {
    await using open = await openStateJob();
    await open.job.run();
    const [loaded, confirmed] = [open.checkpoint(), await open.job.confirmedLsn()];
    await open.job.database.sql('UPDATE orders SET amount = 1 WHERE order_id = 2');
    open.workspace.front.forgetCalls();
    await open.job.run({ killWhen: open.hangAtMerge() });
    // What it had begun is there; what it had not finished is promised nowhere.
    expect(open.workspace.front.callsNamed('ExecuteStatement').at(-1)?.detail).toMatch(ORDERS_MERGE);
    const staged = await open.stagedFiles();
    expect(staged).not.toEqual([]);
    expect(open.checkpoint()?.lsn).toBe(loaded?.lsn);
    expect(await open.job.confirmedLsn()).toBe(confirmed);

    const next = await open.job.run();
    expect(next.annotations).toEqual([]);
    expect(Object.fromEntries(next.outputs)).toMatchObject({ status: 'done', changes: '1' });
    // The one that was killed, and the one in its place.
    expect(open.workspace.front.statements.filter((sql) => ORDERS_MERGE.test(sql))).toHaveLength(2);
    const checkpoint = open.checkpoint();
    expect(checkpoint?.lsn).toBeGreaterThan(loaded?.lsn ?? 0n);
    expect(checkpoint?.epoch).toBe(3);
    expect(await open.job.confirmedLsn()).toBe(checkpoint?.lsn);
    expect(await open.stagedFiles()).toEqual([]);
    expect(open.workspace.front.violations).toEqual([]);
  });
});
