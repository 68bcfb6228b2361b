import type { ErrorCode } from './ingest-error.ts';

/** What `check` proves of a pipeline, in the order in which it is told. */
export const CHECK_POINTS = [
  'source',
  'wal_level',
  'role',
  'publication',
  'slot',
  'pipeline',
  'tables',
  'schedule',
  'alerts',
  'warehouse',
  'grants',
  'volume',
] as const;

export type CheckPointName = (typeof CHECK_POINTS)[number];

/** What was found about one point. None of it holds a row value or a secret. */
export interface CheckFinding {
  /** `unproven`: it was not looked at, or cannot be seen from here; `found` says which. */
  readonly outcome: 'passed' | 'failed' | 'unproven';
  /** What there is, or what is wrong; a failed point may take several lines. */
  readonly found: string;
  /** Of a failed point: the code that a run would end with. */
  readonly code: ErrorCode | null;
  /** What to do: SQL, a setting. */
  readonly solution: string | null;
}

export interface CheckedPoint extends CheckFinding {
  readonly point: CheckPointName;
}

/** The checklist of one pipeline: every point once, in the order of `CHECK_POINTS`. */
export interface PipelineCheck {
  readonly pipeline: string;
  readonly points: readonly CheckedPoint[];
}
