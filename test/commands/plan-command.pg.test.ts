import { describe, expect, it } from 'vitest';
import type { CommandContext } from '../../src/commands/command-context.ts';
import { type PlanCommandOptions, planCommand } from '../../src/commands/plan-command.ts';
import { openSampleSource, type SampleSource } from '../support/sample-source.ts';

interface Told {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

async function plan(
  { directory, environment }: Pick<SampleSource, 'directory' | 'environment'>,
  options: Partial<PlanCommandOptions> = {},
): Promise<Told> {
  const told = { stdout: '', stderr: '' };
  const into = (name: keyof typeof told) => ({
    isTTY: false,
    write: (text: string) => {
      told[name] += text;
      return true;
    },
  });
  const context: CommandContext = {
    stdout: into('stdout'),
    stderr: into('stderr'),
    environment,
    workingDirectory: directory.path,
    nowMs: () => 0,
    newRunId: () => 'run',
  };
  const exitCode = await planCommand(
    {
      config: ['pipeline.yml'],
      pipeline: undefined,
      format: 'text',
      skipTarget: false,
      migrations: undefined,
      ...options,
    },
    context,
  );
  return { exitCode, ...told };
}

describe('tributary plan', () => {
  it('tells what the first run would do, and makes no lakehouse', async () => {
    await using source = await openSampleSource();
    const first = await plan(source);
    expect(first.exitCode).toBe(0);
    expect(first.stdout).toMatch(/^✎ orders_to_lake: 1 table added\n/);
    expect(first.stdout).toContain('CREATE TABLE IF NOT EXISTS');
    // AND the same is planned again: nothing of the first plan was left
    expect((await plan(source)).stdout).toBe(first.stdout);
  });

  it('gives JSON with the hash of each plan', async () => {
    await using source = await openSampleSource();
    const { stdout, exitCode } = await plan(source, { format: 'json' });
    expect(exitCode).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      schemaVersion: 1,
      plans: [
        {
          schemaVersion: 1,
          pipeline: 'orders_to_lake',
          status: 'changes',
          hash: expect.stringMatching(/^[0-9a-f]{64}$/),
          tables: [{ source: 'public.orders', change: 'added' }],
        },
      ],
      error: null,
    });
  });

  it('ends with 0 where the target was left out, and with 1 where a side could not be looked at', async () => {
    await using source = await openSampleSource();
    expect(await plan(source, { skipTarget: true })).toMatchObject({
      exitCode: 0,
      stdout: expect.stringContaining('the target was left out'),
    });
    const wrong = { ...source, environment: { PG_PASSWORD: 'not-the-password' } };
    const refused = await plan(wrong);
    expect(refused).toMatchObject({
      exitCode: 1,
      stdout: expect.stringContaining('[source-authentication-failed]'),
    });
    expect(refused.stdout + refused.stderr).not.toContain('not-the-password');
  });

  it('ends with 2 for a pipeline that the configuration does not have', async () => {
    await using source = await openSampleSource();
    const told = await plan(source, { pipeline: 'orders_to_lak', format: 'json' });
    expect(told.exitCode).toBe(2);
    expect(JSON.parse(told.stdout)).toMatchObject({ plans: [], error: { code: 'usage-invalid' } });
    expect(told.stderr).toContain('Did you mean "orders_to_lake"?');
  });
});
