import { type ActionOutputs, outputsOfRuns } from '../commands/action-outputs.ts';
import { chooseOnePipeline, exitCodeOfBackfill, resultOf, sleepUntil } from '../commands/backfill-command.ts';
import { type BackfillOutcome, backfillPipeline } from '../commands/backfill-pipeline.ts';
import type { UnfinishedLoad } from '../model/run-report.ts';
import { formatBackfillPlanMarkdown, formatBackfillPlanText } from '../report/backfill-plan-text.ts';
import { continueByDispatch } from '../report/github/continue-dispatch.ts';
import { GithubReporter } from '../report/github-reporter.ts';
import { escapeMarkdown } from '../report/markdown-text.ts';
import { formatBytes, formatCount } from '../report/quantity.ts';
import { formatRunReportsMarkdown } from '../report/run-report-markdown.ts';
import { formatRunReportText } from '../report/run-report-text.ts';
import type { Step, StepResult } from './step.ts';
import { loadRightConfig, PLAIN } from './step-config.ts';
import { storeReport } from './step-report.ts';
import { triggerOf } from './trigger.ts';
import { sayOfRuns } from './words-on-github.ts';

/** Loads what a person asks for: the plan first, then in rounds, beside the running changes. */
export async function backfillStep(step: Step): Promise<StepResult> {
  const { log, inputs, environment, nowMs, newRunId } = step;
  const config = await loadRightConfig(step);
  using signals = step.receiveSignals();
  using reporter = new GithubReporter(log, nowMs);
  const outcome = await backfillPipeline({
    pipeline: chooseOnePipeline(config.pipelines, inputs.pipeline),
    request: inputs.backfill,
    isDryRun: inputs.isDryRun,
    confirm: inputs.confirm,
    reporter,
    environment,
    signals,
    maxDurationMs: inputs.maxDurationMs,
    nowMs,
    newRunId,
    trigger: triggerOf(step, signals.stop),
    sleep: sleepUntil,
    onPlan: async (plan) => {
      log.text(formatBackfillPlanText(plan, PLAIN));
      log.output('plan-hash', plan.hash);
      await log.summary(formatBackfillPlanMarkdown(plan));
    },
    onRound: (report) => {
      reporter.endGroup();
      log.text(
        report.status === 'another-run-active'
          ? 'Another run holds the slot; waiting for it.'
          : `Round ended: ${report.unfinishedLoads.map(progressWords).join(', ')}; behind by ${formatBytes(report.lag.after.bytes ?? 0)} of log.`,
      );
    },
  });
  reporter.endGroup();
  if (outcome.report !== undefined) {
    log.text(formatRunReportText(outcome.report, PLAIN));
    if (outcome.report.error !== null) log.failure(outcome.report.error);
    await log.summary(`\n${formatRunReportsMarkdown([outcome.report])}`);
  }
  const reportPath = await storeReport(step, { schemaVersion: 1, ...resultOf(outcome, config.diagnostics) });
  await goOn(step, outcome, signals.stop.aborted);
  const said =
    signals.stop.aborted || outcome.report === undefined
      ? {}
      : await sayOfRuns(step, config, [outcome.report]);
  return {
    exitCode: exitCodeOfBackfill(outcome),
    outputs: { ...outputsOf(outcome), 'plan-hash': outcome.plan.hash, 'report-path': reportPath, ...said },
  };
}

function progressWords({ table, loadedRows, estimatedRows }: UnfinishedLoad): string {
  return `${table} ${formatCount(loadedRows)} of ${estimatedRows === null ? 'unknown' : `about ${formatCount(estimatedRows)}`} rows`;
}

function outputsOf({ end, report }: BackfillOutcome): Partial<ActionOutputs> {
  switch (end) {
    case 'planned':
      return { status: 'planned' };
    case 'nothing-to-do':
      return { status: 'nothing-to-do', 'caught-up': 'true' };
    case 'unfinished':
      return { status: 'stopped' };
    case 'ran':
      return outputsOfRuns({ reports: report === undefined ? [] : [report], unfinished: [] });
    default:
      return end satisfies never;
  }
}

/** What is left when time was up is taken up by the same workflow, started again. A cancelled one stays ended. */
async function goOn(step: Step, { plan, report }: BackfillOutcome, isCancelled: boolean): Promise<void> {
  const { log, event, openGithub } = step;
  if (report === undefined || report.error !== null || isCancelled) return;
  const meant = plan.tables.map(({ source }) => source);
  const isWaiting = report.status === 'another-run-active';
  if (!isWaiting && !report.unfinishedLoads.some(({ table }) => meant.includes(table))) return;
  const hasComeFurther = report.tables.some(({ loadedRows }) => loadedRows > 0);
  const sentence =
    openGithub === undefined
      ? 'The backfill is not at its end, and nothing of it is lost: start its workflow again.'
      : (await continueByDispatch(await openGithub(log.redactor), event, { hasComeFurther })).sentence;
  log.warning(sentence);
  await log.summary(`\n> ${escapeMarkdown(sentence)}\n`);
}
