import { describe, expect, it } from 'vitest';
import type { CommandContext } from '../../src/commands/command-context.ts';
import { loadGivenConfig } from '../../src/commands/load-checked-config.ts';
import { runPipelines } from '../../src/commands/run-pipelines.ts';
import { type StatusCommandOptions, statusCommand } from '../../src/commands/status-command.ts';
import { openSampleSource, type SampleSource } from '../support/sample-source.ts';

async function status(
  { directory, environment }: Pick<SampleSource, 'directory' | 'environment'>,
  options: Partial<StatusCommandOptions> = {},
) {
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
    nowMs: Date.now,
    newRunId: () => 'run',
  };
  const exitCode = await statusCommand(
    { config: ['pipeline.yml'], pipeline: undefined, format: 'text', skipTarget: false, ...options },
    context,
  );
  return { exitCode, ...told };
}

/** A run of a workflow's schedule that was due at noon. */
async function scheduledRun({ directory, environment }: SampleSource) {
  const { pipelines } = await loadGivenConfig({
    paths: ['pipeline.yml'],
    workingDirectory: directory.path,
    environment,
  });
  const never = new AbortController().signal;
  const { reports } = await runPipelines({
    pipelines,
    environment,
    reporter: { report: () => undefined },
    signals: { stop: never, abandon: never, expire: never },
    maxDurationMs: undefined,
    reload: [],
    nowMs: Date.now,
    newRunId: () => 'run-1',
    onReport: () => undefined,
    trigger: Promise.resolve({
      event: 'schedule',
      cron: '0 * * * *',
      timezone: undefined,
      startedAtMs: Date.parse('2026-11-22T12:05:00Z'),
      previousRunStartedAtMs: Date.parse('2026-11-22T10:01:00Z'),
    }),
  });
  return reports;
}

describe('tributary status', () => {
  it('tells how a pipeline stands before its first run and after, and makes no lakehouse', async () => {
    await using source = await openSampleSource();
    const before = await status(source);
    expect(before.exitCode).toBe(0);
    expect(before.stdout).toMatch(
      /^✔ orders_to_lake: not begun: the first run makes the slot, and takes 1 table\n/,
    );
    expect((await status(source)).stdout).toBe(before.stdout);
    const [run] = await scheduledRun(source);
    expect(run?.error).toBeNull();
    const after = await status(source);
    expect(after).toMatchObject({ exitCode: 0 });
    expect(after.stdout).toMatch(/^✔ orders_to_lake: healthy\n/);
    expect(after.stdout).toContain(`checkpoint ${run?.checkpoint.to}`);
    expect(after.stdout).toMatch(/public\.orders +lakehouse\.\S+ +loaded/);
    expect(after.stdout).toMatch(/started, UTC {2}rows loaded +lag\n.*░ 3 /);
  });

  it('leaves the target alone when it is told to', async () => {
    await using source = await openSampleSource();
    await scheduledRun(source);
    const { stdout, exitCode } = await status(source, { skipTarget: true, format: 'json' });
    expect(exitCode).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      schemaVersion: 1,
      statuses: [{ schemaVersion: 1, pipeline: 'orders_to_lake', health: 'healthy', target: null }],
      error: null,
    });
  });

  it('needs a person, and says so by its exit code, when the source cannot be reached', async () => {
    await using source = await openSampleSource();
    const told = await status({
      directory: source.directory,
      environment: { PG_PASSWORD: 'wrong-password' },
    });
    expect(told.exitCode).toBe(1);
    expect(told.stdout).toContain('✘ orders_to_lake: needs a person');
    expect(told.stdout).toContain('What is wrong (source-authentication-failed)');
    expect(told.stdout + told.stderr).not.toContain('wrong-password');
  });

  it('tells of a configuration that is wrong, and looks at nothing', async () => {
    await using source = await openSampleSource();
    const told = await status(source, { pipeline: 'nobody' });
    expect(told).toMatchObject({ exitCode: 2, stdout: '' });
    expect(told.stderr).toContain('nobody');
  });
});

describe('the report of a run that a schedule started', () => {
  it('tells how late it is, and what was skipped', async () => {
    await using source = await openSampleSource();
    expect((await scheduledRun(source)).map(({ trigger }) => trigger)).toEqual([
      {
        event: 'schedule',
        cron: '0 * * * *',
        dueAt: '2026-11-22T11:00:00.000Z',
        startedAt: '2026-11-22T12:05:00.000Z',
        lateMs: 65 * 60_000,
        skipped: 1,
      },
    ]);
  });
});
