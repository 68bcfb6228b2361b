import { outputsOfPlans } from '../commands/action-outputs.ts';
import { checkAnnouncement } from '../commands/check-pipelines.ts';
import { choosePipelines } from '../commands/choose-pipelines.ts';
import { exitCodeOfPlans, planPipelines } from '../commands/plan-pipelines.ts';
import { severityExitCode } from '../commands/severity-exit-code.ts';
import { foretoldEssence } from '../foretell/foretold-essence.ts';
import type { ForetoldReport } from '../model/foretold.ts';
import type { PlanReport } from '../model/plan-report.ts';
import { hashOf, planSetHash } from '../plan/plan-hash.ts';
import { foretoldDiagnostics } from '../report/foretold-diagnostics.ts';
import { foretoldMarkdownBlocks } from '../report/foretold-markdown.ts';
import { formatForetoldText } from '../report/foretold-text.ts';
import { fitBody } from '../report/github/fit-body.ts';
import { plansMarkdownBlocks } from '../report/plan-markdown.ts';
import { formatPlanText } from '../report/plan-text.ts';
import type { Step, StepResult } from './step.ts';
import { loadRightConfig, markFindings, PLAIN } from './step-config.ts';
import { foretellStepMigrations } from './step-migrations.ts';
import { storeReport } from './step-report.ts';
import { validateStep } from './validate-step.ts';
import { placeOf, sayOnPull } from './words-on-github.ts';

/** The runner drops a summary above 1 MiB as a whole. */
const SUMMARY_BYTES = 900 * 1024;

/** Tells what the configuration, and the migrations beside it, would do; on a pull request as its one comment. */
export async function planStep(step: Step): Promise<StepResult> {
  const { log, inputs, environment, event } = step;
  if (event.isFork || event.isDependabot) return await withoutSecrets(step);
  const config = await loadRightConfig(step);
  const skipTarget = inputs.skip === 'target';
  const pipelines = choosePipelines(config.pipelines, inputs.pipeline);
  const plans = await planPipelines({
    pipelines,
    environment,
    skipTarget,
    onBegin: (pipeline) => log.text(checkAnnouncement(pipeline, skipTarget)),
    onPlan: (plan) => log.text(formatPlanText(plan, PLAIN)),
  });
  markPlans(step, plans);
  const foretold = await foretellStepMigrations(step, pipelines, plans);
  const diagnostics = foretold === undefined ? [] : foretoldDiagnostics(foretold);
  if (foretold !== undefined) log.text(formatForetoldText(foretold, PLAIN));
  await markFindings(step, diagnostics);
  const body = [
    ...plansMarkdownBlocks(plans),
    ...(foretold === undefined ? [] : foretoldMarkdownBlocks(foretold)),
  ].join('\n\n');
  await log.summary(`${fitBody(body, { maxBytes: SUMMARY_BYTES, note: 'The JSON report has the rest.' })}\n`);
  const hash = planSetHash(plans);
  const reportPath = await storeReport(step, { schemaVersion: 1, hash, plans, migrations: foretold ?? null });
  const said = await sayOnPull(step, {
    ...placeOf(step),
    name: 'plan',
    body,
    essence: hashOf({ hash, migrations: foretold === undefined ? null : foretoldEssence(foretold) }),
    hasChanges: hasChanges(plans, foretold),
  });
  const outputs = outputsOfPlans(plans, hash);
  const findingsExitCode = severityExitCode([...config.diagnostics, ...diagnostics], inputs.failOn);
  return {
    exitCode: exitCodeOf(plans) || findingsExitCode,
    outputs: {
      ...outputs,
      'failure-code': outputs['failure-code'] || (findingsExitCode === 0 ? '' : 'config-invalid'),
      'report-path': reportPath,
      ...said,
    },
  };
}

/** Neither a fork's pull request nor Dependabot's is given secrets: only what needs none can be looked at. */
async function withoutSecrets(step: Step): Promise<StepResult> {
  step.log.text(
    'This pull request has no access to secrets, so that nothing can be planned; the configuration is checked.',
  );
  return await validateStep(step);
}

function markPlans({ log }: Step, plans: readonly PlanReport[]): void {
  for (const { pipeline, problems, unseen } of plans) {
    for (const { code, message, solution } of problems)
      log.failure({ code, message: `${pipeline}: ${message}`, solution });
    for (const { code, message, solution } of unseen)
      if (code !== null) log.failure({ code, message: `${pipeline}: ${message}`, solution });
  }
}

function hasChanges(plans: readonly PlanReport[], foretold: ForetoldReport | undefined): boolean {
  const isMoved = foretold?.files.some(({ statements }) =>
    statements.some(({ outcomes }) => outcomes.length > 0),
  );
  const isUntold = foretold !== undefined && foretold.base.failure !== null;
  return isMoved === true || isUntold || plans.some(({ status }) => status !== 'no-changes');
}

/** A plan that a run would stop at fails the pull request's check, too: merged, it would stop the pipeline. */
function exitCodeOf(plans: readonly PlanReport[]): 0 | 1 {
  return plans.some(({ status }) => status === 'blocked') ? 1 : exitCodeOfPlans(plans);
}
