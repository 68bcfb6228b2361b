import type { InitPlan } from './init-plan.ts';
import type { RunLimits } from './run-every.ts';
import { checkoutStep, connectionEnvironment, indent, tributaryStep } from './workflow-lines.ts';
import { workflowText } from './yaml-text.ts';

/** A hosted job may take six hours; what is not done by then goes on in a run that starts itself. */
const LIMITS: RunLimits = { maxDuration: '330m', timeoutMinutes: 360 };

/** The workflow that loads tables by hand: a plan first, then, with the plan's hash, the load. */
export function renderBackfillWorkflow(plan: InitPlan): string {
  return `${[
    `name: Tributary backfill`,
    `run-name: Backfill \${{ inputs.pipeline }} (\${{ inputs.mode }}\${{ inputs.dry-run && ', plan only' || '' }})`,
    ``,
    ...dispatchInputs(plan),
    ``,
    `permissions: {}`,
    ``,
    `concurrency:`,
    `  group: tributary-backfill-\${{ inputs.pipeline }}`,
    `  queue: max # every backfill that was asked for is done, one after the other`,
    ``,
    `jobs:`,
    `  backfill:`,
    `    runs-on: ubuntu-24.04`,
    `    # For a second person's approval, name another environment here, with reviewers and a federation policy of its own.`,
    `    environment: ${workflowText(plan.github.environment)}`,
    `    timeout-minutes: ${LIMITS.timeoutMinutes} # above max-duration, so that a load ends at a whole range and is never killed`,
    `    permissions:`,
    `      actions: write # to start itself again when max-duration was too short`,
    `      contents: read # to check the repository out`,
    `      id-token: write # to sign in to Databricks`,
    `      issues: write # to keep one issue per pipeline and trouble`,
    `    steps:`,
    ...indent(6, checkoutStep()),
    ...indent(
      6,
      tributaryStep(plan, {
        inputs: [
          `command: backfill`,
          ...['pipeline', 'tables', 'mode', 'key-range', 'dry-run', 'confirm'].map(
            (name) => `${name}: \${{ inputs.${name} }}`,
          ),
          `max-duration: ${LIMITS.maxDuration}`,
        ],
        environment: connectionEnvironment(plan),
      }),
    ),
  ].join('\n')}\n`;
}

/** Named as the Action's own inputs, which they are handed on to. */
function dispatchInputs({ pipeline }: InitPlan): readonly string[] {
  return [
    `on:`,
    `  workflow_dispatch:`,
    `    inputs:`,
    `      pipeline:`,
    `        description: Pipeline`,
    `        type: choice`,
    `        options: [${workflowText(pipeline)}] # add the names of further pipelines`,
    `      tables:`,
    `        description: Tables, such as public.orders, separated by commas; all of the pipeline if empty`,
    `        type: string`,
    `      mode:`,
    `        description: Load what is missing, or read loaded tables again`,
    `        type: choice`,
    `        options: [missing, refresh]`,
    `        default: missing`,
    `      key-range:`,
    `        description: Rows to refresh by the first key column, such as 1000..2000, 1000.. or ..2000; all if empty`,
    `        type: string`,
    `      dry-run:`,
    `        description: Plan only; tells rows, bytes, time and the plan's hash`,
    `        type: boolean`,
    `        default: true`,
    `      confirm:`,
    `        description: The plan's hash, where the plan replaces rows`,
    `        type: string`,
  ];
}
