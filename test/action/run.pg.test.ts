import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runAction } from '../support/runner-emulator.ts';
import { openSampleSource } from '../support/sample-source.ts';

describe('the packaged action, run, where DuckDB is installed', () => {
  it('ingests, and tells in groups, summary, outputs and report what it did', async () => {
    await using source = await openSampleSource();
    const { PG_PASSWORD: password = '' } = source.environment;
    const result = await runAction({
      inputs: { command: 'run', config: 'pipeline.yml', 'max-duration': '10m' },
      workspace: source.directory.path,
      env: { PG_PASSWORD: password },
      event: { name: 'schedule', payload: { schedule: '*/15 * * * *' } },
      token: '',
      secrets: [password],
    });
    expect(result).toMatchObject({ failed: false, annotations: [] });
    const reportPath = join(source.directory.path, 'tributary-report.json');
    expect(Object.fromEntries(result.outputs)).toEqual({
      status: 'done',
      'caught-up': 'true',
      changes: '0',
      'rows-merged': '3',
      // Other databases of the server write log, too.
      'lag-bytes': expect.stringMatching(/^\d+$/),
      drift: 'false',
      'checkpoint-lsn': expect.stringMatching(/^[0-9A-F]+\/[0-9A-F]+$/),
      'plan-hash': '',
      'report-path': reportPath,
      'comment-id': '',
      'issue-number': '',
      'failure-code': '',
    });
    const stages = result.groups.map(({ title }) => title.split(':')[0]);
    expect(stages.slice(0, 2)).toEqual(['preflight', 'load']);
    expect(result.summary).toContain(
      '| public.orders | lakehouse.orders&#95;to&#95;lake&#95;raw.orders | 3 |',
    );
    expect(JSON.parse(await readFile(reportPath, 'utf8'))).toMatchObject({ reports: [{ status: 'done' }] });
  });

  it('ends by itself when the step is cancelled (RUN-22)', async () => {
    await using source = await openSampleSource();
    // An open transaction keeps the run from making its slot.
    await source.database.sql('BEGIN; SELECT pg_current_xact_id()');
    const result = await runAction({
      inputs: { command: 'run', config: 'pipeline.yml' },
      workspace: source.directory.path,
      env: { ...source.environment },
      cancelAtLine: /^preflight finished/,
    });
    await source.database.sql('ROLLBACK');
    expect(result.exitCode).toBe(1);
    expect(result.outputs.get('status')).toBe('stopped');
    expect(result.log).toContain('SIGINT: ending at the next commit');
  });
});
