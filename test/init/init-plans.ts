import { examplePlan } from '../../src/init/example-plan.ts';
import type { InitPlan } from '../../src/init/init-plan.ts';

/** The plan of the examples, for tests that change a part of it. */
export const PLAN: InitPlan = examplePlan('1.2.3');

export const EMBEDDED_PLAN: InitPlan = {
  ...PLAN,
  target: { tag: 'embedded', schema: 'postgres_raw' },
};
