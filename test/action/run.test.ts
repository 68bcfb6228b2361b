import { cp, readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { runAction } from '../support/runner-emulator.ts';
import { sampleConfig } from '../support/sample-config.ts';
import { temporaryDirectory } from '../support/temporary-directory.ts';

const PROJECT = resolve(import.meta.dirname, '../..');

describe('the packaged action, run', () => {
  it('says what of the workspace is not set, under the names of settings and of variables', async () => {
    const config = sampleConfig({ target: 'unity_catalog' });
    await using workspace = await temporaryDirectory({ 'pipeline.yml': config });
    const result = await runAction({
      inputs: { command: 'run', config: 'pipeline.yml' },
      workspace: workspace.path,
      token: '',
      secrets: ['correct-horse'],
    });
    expect(result.exitCode).toBe(2);
    expect(result.annotations).toEqual([
      expect.objectContaining({
        level: 'error',
        title: 'Tributary: config-invalid',
        message: expect.stringMatching(/host[\s\S]*target\.databricks\.host[\s\S]*DATABRICKS_HOST/),
      }),
    ]);
    expect(Object.fromEntries(result.outputs)).toMatchObject({
      status: 'failed',
      'caught-up': 'false',
      'failure-code': 'config-invalid',
    });
  });

  it('says what the embedded lakehouse lacks where DuckDB is not installed', async () => {
    await using elsewhere = await temporaryDirectory();
    for (const name of ['action.yml', 'dist'])
      await cp(join(PROJECT, name), join(elsewhere.path, name), { recursive: true });
    await using workspace = await temporaryDirectory({ 'pipeline.yml': sampleConfig() });
    const result = await runAction({
      inputs: { command: 'run', config: 'pipeline.yml' },
      workspace: workspace.path,
      actionDirectory: elsewhere.path,
      token: '',
    });
    expect(result.exitCode).toBe(2);
    expect(result.annotations.map(({ message }) => message)).toEqual([
      expect.stringContaining('@duckdb/node-api'),
    ]);
  });

  it('takes a missing variable for an error, and names its line', async () => {
    const config = sampleConfig({ passwordVariable: 'PG_PASSWORD' });
    await using workspace = await temporaryDirectory({ 'pipeline.yml': config });
    const result = await runAction({
      inputs: { command: 'run', config: 'pipeline.yml' },
      workspace: workspace.path,
      token: '',
    });
    expect(result.exitCode).toBe(2);
    expect(result.annotations).toContainEqual(
      expect.objectContaining({
        level: 'error',
        title: 'Tributary: variable-missing',
        file: 'pipeline.yml',
        line: 9,
        column: 13,
      }),
    );
  });

  it('reports a failed run in log, annotation, summary, outputs and file, and hides the password everywhere', async () => {
    // Nothing listens on port 1.
    const config = sampleConfig({ passwordVariable: 'PG_PASSWORD' });
    await using workspace = await temporaryDirectory({ 'pipeline.yml': config });
    const secret = 'correct horse/battery';
    const result = await runAction({
      inputs: { command: 'run', config: 'pipeline.yml', report: 'out/report.json' },
      workspace: workspace.path,
      token: '',
      env: { PG_PASSWORD: secret },
      secrets: [secret, encodeURIComponent(secret), Buffer.from(secret).toString('base64')],
    });
    expect(result.exitCode).toBe(1);
    const forms = [secret, encodeURIComponent(secret), Buffer.from(secret).toString('base64')];
    expect(forms.filter((form) => !result.masks.has(form))).toEqual([]);
    expect(result.annotations).toEqual([
      expect.objectContaining({ level: 'error', title: 'Tributary: source-unreachable' }),
    ]);
    expect(result.summary).toContain('### ❌ orders');
    const reportPath = join(workspace.path, 'out/report.json');
    expect(Object.fromEntries(result.outputs)).toMatchObject({
      status: 'failed',
      'caught-up': 'false',
      changes: '0',
      'failure-code': 'source-unreachable',
      'report-path': reportPath,
    });
    const report = await readFile(reportPath, 'utf8');
    expect(report).not.toContain(secret);
    expect(
      z
        .object({ schemaVersion: z.literal(1), reports: z.tuple([z.looseObject({})]) })
        .parse(JSON.parse(report)).reports[0],
    ).toMatchObject({
      pipeline: 'orders_to_lake',
      status: 'failed',
      error: { code: 'source-unreachable' },
    });
  });
});
