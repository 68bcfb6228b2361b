import { describe, expect, it } from 'vitest';
import { runCli } from '../support/cli-process.ts';
import { sampleConfig } from '../support/sample-config.ts';
import { temporaryDirectory } from '../support/temporary-directory.ts';

describe('tributary check', () => {
  it('lists every point of a pipeline whose database does not answer, and ends with 1', async () => {
    await using directory = await temporaryDirectory({ 'pipeline.yml': sampleConfig() });
    const result = await runCli(['check', '--config', 'pipeline.yml'], { directory: directory.path });
    expect(result.exitCode).toBe(1);
    expect(result.stdout).toContain('✘ orders_to_lake: 1 of 12 points does not hold');
    expect(result.stdout).toMatch(/✗ PostgreSQL .*127\.0\.0\.1/);
    expect(result.stdout).toMatch(/✓ warehouse .*not there yet: the first run makes it/);
    expect(result.stdout + result.stderr).not.toContain('correct-horse');
    // AND it has made no lakehouse
    expect((await runCli(['query', 'SELECT 1'], { directory: directory.path })).exitCode).toBe(2);
  });

  it('leaves out what it is told to skip', async () => {
    await using directory = await temporaryDirectory({ 'pipeline.yml': sampleConfig() });
    const result = await runCli(
      ['check', '-c', 'pipeline.yml', '--skip-source', '--skip-target', '--format', 'json'],
      { directory: directory.path },
    );
    expect(result.exitCode).toBe(0);
    expect(JSON.parse(result.stdout)).toMatchObject({
      schemaVersion: 1,
      checks: [
        {
          pipeline: 'orders_to_lake',
          points: expect.arrayContaining([
            { point: 'source', outcome: 'unproven', found: 'skipped', code: null, solution: null },
            expect.objectContaining({ point: 'pipeline', outcome: 'passed' }),
            expect.objectContaining({ point: 'warehouse', outcome: 'unproven', found: 'skipped' }),
          ]),
        },
      ],
      error: null,
    });
  });

  it('says which settings of a workspace are missing, and looks at PostgreSQL all the same', async () => {
    const text = sampleConfig({ target: 'unity_catalog' });
    await using directory = await temporaryDirectory({ 'pipeline.yml': text });
    const result = await runCli(['check', '-c', 'pipeline.yml', '--format', 'json'], {
      directory: directory.path,
    });
    expect(result.exitCode).toBe(1);
    expect(JSON.parse(result.stdout)).toMatchObject({
      checks: [
        {
          points: expect.arrayContaining([
            expect.objectContaining({ point: 'source', code: 'source-unreachable' }),
            expect.objectContaining({
              point: 'warehouse',
              code: 'config-invalid',
              solution: expect.stringContaining('DATABRICKS_HOST'),
            }),
            expect.objectContaining({ point: 'volume', outcome: 'unproven' }),
          ]),
        },
      ],
    });
  });

  it('checks nothing of a configuration that is wrong, and ends with 2', async () => {
    const text = sampleConfig().replace('selection:', 'selektion:');
    await using directory = await temporaryDirectory({ 'pipeline.yml': text });
    const result = await runCli(['check', '-c', 'pipeline.yml', '--format', 'json'], {
      directory: directory.path,
    });
    expect(result.exitCode).toBe(2);
    expect(JSON.parse(result.stdout)).toMatchObject({ checks: [], error: { code: 'config-invalid' } });
    expect(result.stderr).toContain('pipeline.yml:21:1 error');
  });
});
