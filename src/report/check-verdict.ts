import type { CheckFinding, CheckPointName, PipelineCheck } from '../model/check-report.ts';

/** Names of the points for people. */
export const POINT_LABELS = {
  source: 'PostgreSQL',
  wal_level: 'wal_level',
  role: 'role and grants',
  publication: 'publication',
  slot: 'slot',
  pipeline: 'pipeline',
  tables: 'tables',
  schedule: 'schedule',
  alerts: 'alerts',
  warehouse: 'warehouse',
  grants: 'target grants',
  volume: 'staging',
} as const satisfies Record<CheckPointName, string>;

/** `✓` proven, `✗` does not hold, `–` not looked at, or not to be seen from here. */
export const OUTCOME_MARKS = {
  passed: '✓',
  failed: '✗',
  unproven: '–',
} as const satisfies Record<CheckFinding['outcome'], string>;

/** `2 of 12 points do not hold`, `all 12 points hold`, `10 of 12 points hold, 2 are not proven`. */
export function checkHeadline({ points }: PipelineCheck): string {
  const count = (outcome: CheckFinding['outcome']): number =>
    points.filter((point) => point.outcome === outcome).length;
  const [failed, unproven] = [count('failed'), count('unproven')];
  if (failed > 0) return `${failed} of ${points.length} points ${failed === 1 ? 'does' : 'do'} not hold`;
  if (unproven === 0) return `all ${points.length} points hold`;
  const rest = unproven === 1 ? '1 is not proven' : `${unproven} are not proven`;
  return `${points.length - unproven} of ${points.length} points hold, ${rest}`;
}

export function hasFailed({ points }: PipelineCheck): boolean {
  return points.some(({ outcome }) => outcome === 'failed');
}
