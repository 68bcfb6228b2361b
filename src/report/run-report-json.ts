import type { Diagnostic } from '../model/diagnostic.ts';
import type { ErrorReport, RunReport } from '../model/run-report.ts';

/** What one invocation of `run` has to tell. */
export interface RunOutcome {
  /** One per pipeline that was run, in order. */
  readonly reports: readonly RunReport[];
  /** Pipelines that were chosen and have no report: told to stop, the program did not begin them or wait for their end. */
  readonly unfinished: readonly string[];
  /** Findings about the configuration, warnings included. */
  readonly diagnostics: readonly Diagnostic[];
  /** What kept every pipeline from running; a failure of one is in its report. */
  readonly error: ErrorReport | null;
}

/**
 * The machine-readable outcome, of the same shape whatever happened. `schemaVersion` rises when a field changes its
 * meaning or goes; new fields may come without that.
 */
export function formatRunOutcomeJson(outcome: RunOutcome): string {
  return `${JSON.stringify({ schemaVersion: 1, ...outcome }, undefined, 2)}\n`;
}
