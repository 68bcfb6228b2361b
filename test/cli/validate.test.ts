import { describe, expect, it } from 'vitest';
import { runCli } from '../support/cli-process.ts';
import { sampleConfig } from '../support/sample-config.ts';
import { temporaryDirectory } from '../support/temporary-directory.ts';

describe('tributary validate', () => {
  it('says that a good configuration is good, and what it describes', async () => {
    await using directory = await temporaryDirectory({ 'pipeline.yml': sampleConfig() });
    const result = await runCli(['validate', '--config', 'pipeline.yml'], { directory: directory.path });
    expect(result).toEqual({
      exitCode: 0,
      stdout: '1 pipeline is valid\n  orders_to_lake: appdb (public.orders) → lakehouse.orders_to_lake_raw\n',
      stderr: '',
    });
  });

  it('lists every finding with file, line and column, and ends with 2', async () => {
    const text = sampleConfig().replace('selection:', 'selektion:').replace('sslmode:', 'sslmod:');
    await using directory = await temporaryDirectory({ 'pipeline.yml': text });
    const result = await runCli(['validate', '-c', '.'], { directory: directory.path });
    expect(result.exitCode).toBe(2);
    expect(result.stdout).toMatch(/pipeline\.yml:10:3 error .*sslmod/);
    expect(result.stdout).toMatch(/pipeline\.yml:21:1 error .*selektion/);
  });

  it('takes a missing variable for an error, unless told otherwise', async () => {
    const text = sampleConfig({ passwordVariable: 'PG_PASSWORD' });
    await using directory = await temporaryDirectory({ 'pipeline.yml': text });
    const validate = (...flags: readonly string[]) =>
      runCli(['validate', '--config', 'pipeline.yml', ...flags], { directory: directory.path });
    expect((await validate()).exitCode).toBe(2);
    const tolerant = await validate('--allow-missing-variables');
    expect(tolerant.exitCode).toBe(0);
    expect(tolerant.stdout).toContain('warning');
  });

  it('prints nothing but JSON when asked for JSON', async () => {
    const text = sampleConfig().replace('selection:', 'selektion:');
    await using directory = await temporaryDirectory({ 'pipeline.yml': text });
    const result = await runCli(['validate', '--config', 'pipeline.yml', '--format', 'json'], {
      directory: directory.path,
    });
    expect(JSON.parse(result.stdout)).toMatchObject({
      schemaVersion: 1,
      valid: false,
      diagnostics: expect.arrayContaining([expect.objectContaining({ line: 21, column: 1 })]),
    });
  });
});
