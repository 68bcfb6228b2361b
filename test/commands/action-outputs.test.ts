import { describe, expect, it } from 'vitest';
import { outputsOfRuns } from '../../src/commands/action-outputs.ts';
import { exitCodeOf } from '../../src/commands/run-pipelines.ts';
import type { ErrorReport, RunReport } from '../../src/model/run-report.ts';
import { sampleRunReport } from '../report/sample-run-report.ts';

const done = sampleRunReport();
const failedWith = (code: ErrorReport['code']): RunReport =>
  sampleRunReport({ status: 'failed', caughtUp: false, error: { code, message: 'what', solution: null } });

const runs = (...reports: readonly RunReport[]) => ({ reports, unfinished: [] });

describe('outputsOfRuns', () => {
  it('sums changes, and is caught up only when every pipeline is', () => {
    expect(outputsOfRuns(runs(done, done))).toEqual({
      status: 'done',
      'caught-up': 'true',
      changes: '2438',
      'rows-merged': '102438',
      'lag-bytes': '0',
      drift: 'true',
      'checkpoint-lsn': '',
      'failure-code': '',
    });
    expect(outputsOfRuns(runs(done, failedWith('slot-lost')))).toMatchObject({
      status: 'failed',
      'caught-up': 'false',
      'failure-code': 'slot-lost',
    });
  });

  it('tells the checkpoint of a single pipeline, and the lag of the one furthest behind', () => {
    expect(outputsOfRuns(runs(done))['checkpoint-lsn']).toBe(done.checkpoint.to);
    const behind = sampleRunReport({ lag: { ...done.lag, after: { bytes: 77, seconds: 1 } } });
    expect(outputsOfRuns(runs(done, behind))['lag-bytes']).toBe('77');
    const unknown = sampleRunReport({ lag: { ...done.lag, after: { bytes: null, seconds: null } } });
    expect(outputsOfRuns(runs(behind, unknown))['lag-bytes']).toBe('');
  });

  it('is done when one of several had nothing to do', () => {
    expect(outputsOfRuns(runs(sampleRunReport({ status: 'nothing-to-do' }), done)).status).toBe('done');
  });

  it('is stopped when a pipeline was not begun', () => {
    expect(outputsOfRuns({ reports: [done], unfinished: ['b'] })).toMatchObject({
      status: 'stopped',
      'caught-up': 'false',
    });
  });
});

describe('exitCodeOf', () => {
  it.each([
    ['every run was good', runs(done, sampleRunReport({ status: 'another-run-active' })), 0],
    ['a run stopped cleanly', runs(sampleRunReport({ status: 'stopped', caughtUp: false })), 0],
    ['a run failed', runs(done, failedWith('source-unreachable')), 1],
    ['only the configuration was wrong', runs(done, failedWith('config-invalid')), 2],
    ['both', runs(failedWith('config-invalid'), failedWith('slot-lost')), 1],
    ['a pipeline was not begun', { reports: [done], unfinished: ['b'] }, 1],
  ] as const)('when %s', (_, outcome, code) => {
    expect(exitCodeOf(outcome)).toBe(code);
  });
});
