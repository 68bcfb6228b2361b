import { CHECKOUT } from './action-reference.ts';
import { type InitPlan, PIPELINES_DIRECTORY } from './init-plan.ts';

/** Lines of a workflow, each indented by so many blanks more; empty lines stay empty. */
export function indent(blanks: number, lines: readonly string[]): readonly string[] {
  return lines.map((line) => (line === '' ? '' : `${' '.repeat(blanks)}${line}`));
}

/** The step that fetches the repository, without leaving its token on the disk. `more` are further inputs of it. */
export function checkoutStep(...more: readonly string[]): readonly string[] {
  return [`- uses: ${CHECKOUT}`, `  with:`, `    persist-credentials: false`, ...indent(4, more)];
}

/** The step that runs Tributary. Inputs are `name: value` lines; `config` is among them always. */
export function tributaryStep(
  { github }: InitPlan,
  step: { readonly inputs: readonly string[]; readonly environment: readonly string[] },
): readonly string[] {
  const [command = '', ...others] = step.inputs;
  return [
    `- uses: ${github.action}`,
    `  with:`,
    ...indent(4, [command, `config: ${PIPELINES_DIRECTORY}/`, ...others]),
    ...(step.environment.length === 0 ? [] : [`  env:`, ...indent(4, step.environment)]),
  ];
}

/** What source and target need, from the environment's secrets and variables. The password is the only secret. */
export function connectionEnvironment({ source, target }: InitPlan): readonly string[] {
  const isWarehouseKnown = target.tag === 'unity_catalog' && target.warehousePath !== undefined;
  return [
    `${source.passwordVariable}: \${{ secrets.${source.passwordVariable} }}`,
    ...[
      'DATABRICKS_HOST',
      ...(isWarehouseKnown ? [] : ['DATABRICKS_HTTP_PATH']),
      'DATABRICKS_CLIENT_ID',
      'DATABRICKS_TOKEN_AUDIENCE',
    ].map((name) => `${name}: \${{ vars.${name} }}`),
  ];
}
