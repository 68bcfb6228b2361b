import { describe, expect, it } from 'vitest';
import { formatRunOutcomeJson, type RunOutcome } from '../../src/report/run-report-json.ts';
import { sampleRunReport } from './sample-run-report.ts';

const NOTHING: RunOutcome = { reports: [], unfinished: [], diagnostics: [], error: null };

describe('formatRunOutcomeJson', () => {
  it('keeps every field of every report, and carries a schema version', () => {
    const reports = [sampleRunReport(), sampleRunReport({ pipeline: 'other', status: 'nothing-to-do' })];
    const outcome: RunOutcome = { ...NOTHING, reports, unfinished: ['third'] };
    expect(JSON.parse(formatRunOutcomeJson(outcome))).toEqual({ schemaVersion: 1, ...outcome });
  });

  it('has the same fields when nothing could be run', () => {
    const error = { code: 'config-invalid', message: 'what', solution: null } as const;
    expect(Object.keys(JSON.parse(formatRunOutcomeJson({ ...NOTHING, error })))).toEqual(
      Object.keys(JSON.parse(formatRunOutcomeJson({ ...NOTHING, reports: [sampleRunReport()] }))),
    );
  });
});
