import { describe, expect, it } from 'vitest';
import { outputsOf } from '../../src/commands/action-outputs.ts';
import { exitCodeOf } from '../../src/commands/run-pipelines.ts';
import type { ErrorReport, RunReport } from '../../src/model/run-report.ts';
import { sampleRunReport } from '../report/sample-run-report.ts';

const done = sampleRunReport();
const failedWith = (code: ErrorReport['code']): RunReport =>
  sampleRunReport({ status: 'failed', caughtUp: false, error: { code, message: 'what', solution: null } });

const runs = (...reports: readonly RunReport[]) => ({ reports, unfinished: [] });

describe('outputsOf', () => {
  it('sums changes, and is caught up only when every pipeline is', () => {
    expect(outputsOf(runs(done, done), '/r.json')).toEqual({
      status: 'done',
      'caught-up': 'true',
      changes: '2438',
      'report-path': '/r.json',
    });
    expect(outputsOf(runs(done, failedWith('slot-lost')), '')).toMatchObject({
      status: 'failed',
      'caught-up': 'false',
    });
  });

  it('is done when one of several had nothing to do', () => {
    expect(outputsOf(runs(sampleRunReport({ status: 'nothing-to-do' }), done), '').status).toBe('done');
  });

  it('is stopped when a pipeline was not begun', () => {
    expect(outputsOf({ reports: [done], unfinished: ['b'] }, '')).toMatchObject({
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
