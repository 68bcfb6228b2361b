import { describe, expect, it } from 'vitest';
import type { PlanReport } from '../../src/model/plan-report.ts';
import { planHash, planSetHash } from '../../src/plan/plan-hash.ts';
import { PLAN_BLOCKED, PLAN_CHANGES, PLAN_FIRST_RUN, PLAN_STILL } from '../report/sample-plan.ts';

/** The same plan, looked at on another day. */
function later(plan: PlanReport): PlanReport {
  return {
    ...plan,
    tables: plan.tables.map((table) => ({
      ...table,
      estimatedRows: (table.estimatedRows ?? 0) + 17,
      estimatedBytes: (table.estimatedBytes ?? 0) + 8192,
      unfinished: table.unfinished === null ? null : { ...table.unfinished, loadedRows: 1 },
      load:
        table.load === null
          ? null
          : {
              ...table.load,
              replacedRows: table.load.replacedRows === null ? null : table.load.replacedRows + 5,
            },
    })),
    load: plan.load === null ? null : { ...plan.load, rows: 1, durationMs: 7, because: 'otherwise' },
    warnings: [
      ...plan.warnings,
      { kind: 'slot-active', table: null, message: 'Slot "s" is in use.', solution: null },
    ],
  };
}

describe('the hash of a plan', () => {
  it.each([PLAN_CHANGES, PLAN_BLOCKED, PLAN_STILL, PLAN_FIRST_RUN])(
    'is the same for the same plan, whatever the estimates were when it was made (%#)',
    (plan) => {
      expect(planHash(plan)).toMatch(/^[0-9a-f]{64}$/);
      expect(planHash(later(plan))).toBe(planHash(plan));
    },
  );

  it('does not see in which order the members of the report stand', () => {
    const turned = Object.fromEntries(Object.entries(PLAN_CHANGES).toReversed());
    expect(planHash({ ...PLAN_CHANGES, ...turned })).toBe(planHash(PLAN_CHANGES));
  });

  it('does not see the LSNs in what stops a run', () => {
    const stopped = (lsn: string): PlanReport => ({
      ...PLAN_BLOCKED,
      problems: [
        {
          table: null,
          code: 'slot-ahead-of-checkpoint',
          message: `Slot "s" stands at ${lsn}, after the checkpoint 0/16B3748.`,
          solution: 'x',
        },
      ],
    });
    expect(planHash(stopped('0/17C0000'))).toBe(planHash(stopped('1/2FFFFF0')));
  });

  it.each<readonly [string, (plan: PlanReport) => PlanReport]>([
    ['another pipeline', (plan) => ({ ...plan, pipeline: 'other' })],
    ['a table less', (plan) => ({ ...plan, tables: plan.tables.slice(1) })],
    [
      'rows that would be replaced',
      (plan) => ({
        ...plan,
        tables: plan.tables.map((table) =>
          table.load === null ? table : { ...table, load: { ...table.load, replacedRows: 5 } },
        ),
      }),
    ],
    [
      'a column that is no longer excluded',
      (plan) => ({
        ...plan,
        tables: plan.tables.map((table) => ({
          ...table,
          columns: table.columns.map((column) => ({ ...column, use: 'included' as const })),
        })),
      }),
    ],
    [
      'other SQL',
      (plan) => ({
        ...plan,
        tables: plan.tables.map((table) => ({ ...table, statements: ['DROP TABLE t'] })),
      }),
    ],
    ['a warning that lasts less', (plan) => ({ ...plan, warnings: plan.warnings.slice(1) })],
  ])('is another one for %s', (_, change) => {
    expect(planHash(change(PLAN_CHANGES))).not.toBe(planHash(PLAN_CHANGES));
  });

  it('of several pipelines does not depend on their order', () => {
    const set = [PLAN_CHANGES, PLAN_STILL, PLAN_BLOCKED];
    expect(planSetHash(set.toReversed())).toBe(planSetHash(set));
    expect(planSetHash(set)).not.toBe(planSetHash(set.slice(1)));
  });
});
