import type { PlanReport, PlanStatus } from '../model/plan-report.ts';

/** What a plan comes to. What stops a run goes before what nobody saw, and that before what it changes. Pure. */
export function planStatus({
  problems,
  unseen,
  tables,
  statements,
  slot,
}: Omit<PlanReport, 'status'>): PlanStatus {
  if (problems.length > 0) return 'blocked';
  if (unseen.length > 0) return 'unseen';
  const isStill =
    statements.length === 0 && slot.action === 'kept' && tables.every(({ change }) => change === 'unchanged');
  return isStill ? 'no-changes' : 'changes';
}
