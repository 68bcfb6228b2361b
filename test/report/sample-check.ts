import {
  CHECK_POINTS,
  type CheckFinding,
  type CheckPointName,
  type PipelineCheck,
} from '../../src/model/check-report.ts';

const PASSED: CheckFinding = { outcome: 'passed', found: 'as it should be', code: null, solution: null };

/** A checklist in which all points hold, but for those that are given. */
export function sampleCheck(findings: Partial<Record<CheckPointName, CheckFinding>> = {}): PipelineCheck {
  return {
    pipeline: 'orders_to_lake',
    points: CHECK_POINTS.map((point) => ({ point, ...PASSED, ...findings[point] })),
  };
}

/** A point that does not hold, in words that want escaping. */
export const FAILED_ROLE: CheckFinding = {
  outcome: 'failed',
  found: 'User "a|b" may not read public.orders.\nUser "a|b" may not read public.<b>.',
  code: 'source-permission-denied',
  solution: 'GRANT SELECT ON "orders" TO "a|b";\n::error::GRANT SELECT ON "<b>" TO "a|b";',
};

export const UNPROVEN_VOLUME: CheckFinding = {
  outcome: 'unproven',
  found: 'skipped',
  code: null,
  solution: 'Look at it.',
};
