import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runAction } from '../support/runner-emulator.ts';
import { sampleConfig } from '../support/sample-config.ts';
import { temporaryDirectory } from '../support/temporary-directory.ts';

describe('the packaged action, check', () => {
  it('marks each point that does not hold, and puts the checklist into the summary', async () => {
    // Nothing listens on port 1.
    const config = sampleConfig({ target: 'unity_catalog', passwordVariable: 'PG_PASSWORD' });
    await using workspace = await temporaryDirectory({ 'pipeline.yml': config });
    const result = await runAction({
      inputs: { command: 'check', config: 'pipeline.yml' },
      workspace: workspace.path,
      env: { PG_PASSWORD: 'correct-horse' },
      secrets: ['correct-horse'],
    });
    expect(result.exitCode).toBe(1);
    expect(result.annotations.map(({ title }) => title)).toEqual([
      'Tributary: source-unreachable',
      'Tributary: config-invalid',
    ]);
    expect(Object.fromEntries(result.outputs)).toMatchObject({
      status: 'failed',
      'failure-code': 'source-unreachable',
      'report-path': join(workspace.path, 'tributary-report.json'),
    });
    expect(result.log).toMatch(/✗ PostgreSQL .*127\.0\.0\.1/);
    expect(result.summary).toContain('2 of 12 points do not hold');
    expect(result.summary).toContain('DATABRICKS&#95;HOST');
  });

  it('leaves out the half that it is told to skip', async () => {
    const config = sampleConfig({ target: 'unity_catalog' });
    await using workspace = await temporaryDirectory({ 'pipeline.yml': config });
    const result = await runAction({
      inputs: { command: 'check', config: 'pipeline.yml', skip: 'source' },
      workspace: workspace.path,
      env: { DATABRICKS_HOST: 'accounts.cloud.databricks.com' },
    });
    expect(result.exitCode).toBe(1);
    expect(result.annotations.map(({ title }) => title)).toEqual(['Tributary: config-invalid']);
  });
});
