import type { InitPlan } from './init-plan.ts';
import { checkoutStep, connectionEnvironment, indent, tributaryStep } from './workflow-lines.ts';
import { workflowText } from './yaml-text.ts';

/** The workflow that runs pipelines by cron, each in a job of its own, and by hand where cron lets one wait. */
export function renderSyncWorkflow(plan: InitPlan): string {
  const { cron, limits } = plan.every;
  return `${[
    `name: Tributary sync`,
    ``,
    `# Nothing but the schedule is in this file: where a repository is quiet for 60 days, GitHub turns the whole file off.`,
    `on:`,
    `  schedule:`,
    `    # Best effort, and worst at minute 0. A run that comes late takes all that is pending.`,
    `    - cron: "${cron}"`,
    `  workflow_dispatch:`,
    `    inputs:`,
    `      command:`,
    `        description: What to do`,
    `        type: choice`,
    `        options: [run, check, status]`,
    `        default: run`,
    ``,
    `permissions: {}`,
    ``,
    `jobs:`,
    `  sync:`,
    `    name: Sync \${{ matrix.pipeline }}`,
    `    runs-on: ubuntu-24.04`,
    `    environment: ${workflowText(plan.github.environment)}`,
    `    timeout-minutes: ${limits.timeoutMinutes} # above max-duration, so that a run ends at a commit and is never killed`,
    `    permissions:`,
    `      actions: read # to count the starts that GitHub has left out`,
    `      contents: read # to check the repository out`,
    `      id-token: write # to sign in to Databricks`,
    `      issues: write # to keep one issue per pipeline and trouble`,
    `    strategy:`,
    `      fail-fast: false # one pipeline in trouble does not stop the others`,
    `      matrix:`,
    `        pipeline: [${workflowText(plan.pipeline)}] # one job each; add the names of further pipelines`,
    `    concurrency:`,
    `      # One run at a time. A newer waiting run replaces an older waiting one: either would take the same.`,
    `      group: tributary-sync-\${{ matrix.pipeline }}`,
    `    steps:`,
    ...indent(6, checkoutStep()),
    ...indent(
      6,
      tributaryStep(plan, {
        inputs: [
          `command: \${{ inputs.command || 'run' }}`,
          `pipeline: \${{ matrix.pipeline }}`,
          `max-duration: ${limits.maxDuration}`,
        ],
        environment: connectionEnvironment(plan),
      }),
    ),
  ].join('\n')}\n`;
}
