import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runCli } from '../support/cli-process.ts';
import { sampleConfig } from '../support/sample-config.ts';
import { temporaryDirectory } from '../support/temporary-directory.ts';

const PASSWORD = 'correct-horse';

describe('tributary run', () => {
  it('says what of the workspace neither configuration nor environment name, before anything is contacted', async () => {
    const text = sampleConfig({ target: 'unity_catalog' });
    await using directory = await temporaryDirectory({ 'pipeline.yml': text });
    const result = await runCli(['run', '--config', 'pipeline.yml'], { directory: directory.path });
    expect(result.exitCode).toBe(2);
    expect(result.stderr).toContain('config-invalid');
    for (const name of ['DATABRICKS_HOST', 'DATABRICKS_HTTP_PATH', 'DATABRICKS_TOKEN'])
      expect(result.stderr).toContain(name);
    expect(result.stdout + result.stderr).not.toContain('source-unreachable');
  });

  it('lists what is wrong with the configuration, and ends with 2', async () => {
    const text = sampleConfig().replace('selection:', 'selektion:');
    await using directory = await temporaryDirectory({ 'pipeline.yml': text });
    const result = await runCli(['run', '--config', 'pipeline.yml'], { directory: directory.path });
    expect(result.exitCode).toBe(2);
    expect(result.stderr).toContain('pipeline.yml:21:1 error');
  });

  it('asks "did you mean" for a pipeline that is not there', async () => {
    await using directory = await temporaryDirectory({ 'pipeline.yml': sampleConfig() });
    const result = await runCli(['run', '--config', 'pipeline.yml', '--pipeline', 'orders_to_lak'], {
      directory: directory.path,
    });
    expect(result.exitCode).toBe(2);
    expect(result.stderr).toContain('Did you mean "orders_to_lake"?');
  });

  it('says what happened and what to do when PostgreSQL cannot be reached: no stack, no secret', async () => {
    await using directory = await temporaryDirectory({ 'pipeline.yml': sampleConfig() });
    const result = await runCli(['run', '--config', 'pipeline.yml'], { directory: directory.path });
    const output = result.stdout + result.stderr;
    expect(result.exitCode).toBe(1);
    expect(result.stdout).toMatch(/^✘ orders_to_lake: failed/);
    expect(output).toContain('source-unreachable');
    expect(output).toContain('127.0.0.1');
    expect(output).not.toContain(PASSWORD);
    expect(output).not.toMatch(/^\s+at /m);
  });

  it('goes on with the next pipeline when one has failed, and writes one report of all', async () => {
    await using directory = await temporaryDirectory({
      'a.yml': sampleConfig({ name: 'first' }),
      'b.yml': sampleConfig({ name: 'second' }),
    });
    const result = await runCli(
      ['run', '--config', 'a.yml', 'b.yml', '--format', 'json', '--report', 'out/report.json'],
      { directory: directory.path },
    );
    expect(result.exitCode).toBe(1);
    const outcome: unknown = JSON.parse(result.stdout);
    expect(outcome).toMatchObject({
      schemaVersion: 1,
      reports: [
        { pipeline: 'first', status: 'failed', error: { code: 'source-unreachable' } },
        { pipeline: 'second', status: 'failed' },
      ],
      error: null,
    });
    expect(JSON.parse(await readFile(join(directory.path, 'out/report.json'), 'utf8'))).toEqual(outcome);
    expect(result.stdout + result.stderr).not.toContain(PASSWORD);
  });

  it('runs the chosen pipeline only', async () => {
    await using directory = await temporaryDirectory({
      'a.yml': sampleConfig({ name: 'first' }),
      'b.yml': sampleConfig({ name: 'second' }),
    });
    const result = await runCli(['run', '--config', '.', '--pipeline', 'second', '--format', 'json'], {
      directory: directory.path,
    });
    expect(JSON.parse(result.stdout)).toMatchObject({ reports: [{ pipeline: 'second' }] });
  });

  it('prints JSON even when nothing could be run', async () => {
    await using directory = await temporaryDirectory({ 'pipeline.yml': 'nonsense: [' });
    const result = await runCli(['run', '--config', 'pipeline.yml', '--format', 'json'], {
      directory: directory.path,
    });
    expect(result.exitCode).toBe(2);
    expect(JSON.parse(result.stdout)).toMatchObject({
      reports: [],
      diagnostics: [expect.objectContaining({ code: 'yaml-syntax' })],
      error: { code: 'config-invalid' },
    });
  });
});
