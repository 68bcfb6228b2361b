import { answer, unlessMatching, unlessOneOf } from './answers.ts';
import type { InitFlags } from './init-flags.ts';
import type { PlannedTarget } from './init-plan.ts';
import type { Interviewer, Question } from './interviewer.ts';

/** Where rows go. */
export async function askTarget(flags: InitFlags, interviewer: Interviewer): Promise<PlannedTarget> {
  const ask = (given: string | undefined, question: Question) => answer(given, question, interviewer);
  const kind = await ask(flags.target, {
    flag: '--target',
    text: 'Target: unity_catalog, or embedded for a trial without Databricks',
    fallback: 'unity_catalog',
    refusal: unlessOneOf(['unity_catalog', 'embedded']),
  });
  const catalog =
    kind === 'embedded'
      ? undefined
      : await ask(flags.catalog, {
          flag: '--catalog',
          text: 'Catalog in Unity Catalog, which has to exist',
          fallback: undefined,
          refusal: unlessMatching(TARGET_NAME, TARGET_WORDS),
        });
  const schema = await ask(flags.targetSchema, {
    flag: '--target-schema',
    text: 'Schema of the target tables; made if it is missing',
    fallback: 'postgres_raw',
    refusal: unlessMatching(TARGET_NAME, TARGET_WORDS),
  });
  if (catalog === undefined) return { tag: 'embedded', schema };
  const warehousePath = await ask(flags.warehousePath, {
    flag: '--warehouse-path',
    text: 'HTTP path of the SQL warehouse; empty: from DATABRICKS_HTTP_PATH',
    fallback: '',
    refusal: (text) =>
      text === '' || WAREHOUSE_PATH.test(text)
        ? undefined
        : 'It is like /sql/1.0/warehouses/0123456789abcdef.',
  });
  return {
    tag: 'unity_catalog',
    catalog,
    schema,
    warehousePath: warehousePath === '' ? undefined : warehousePath,
    principal: flags.servicePrincipal,
    account: flags.account,
  };
}

/** Fewer characters than Unity Catalog takes: a volume of the same schema is part of a path. */
const TARGET_NAME = /^[A-Za-z0-9_\u00a1-\uffff-]{1,255}$/;
const TARGET_WORDS = 'It is a name of letters, digits, "_" and "-".';
const WAREHOUSE_PATH = /^\/sql\/1\.0\/(?:warehouses|endpoints)\/[A-Za-z0-9-]+$/;
