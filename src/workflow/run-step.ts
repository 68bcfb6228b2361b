import { outputsOfRuns } from '../commands/action-outputs.ts';
import { choosePipelines } from '../commands/choose-pipelines.ts';
import { errorReportOf, toIngestError } from '../commands/failure.ts';
import { neededVariables, reproduceLine } from '../commands/reproduce-line.ts';
import { exitCodeOf, runPipelines } from '../commands/run-pipelines.ts';
import type { LoadedConfig } from '../config/load-config.ts';
import { GithubReporter } from '../report/github-reporter.ts';
import { formatRunOutcomeJson } from '../report/run-report-json.ts';
import { formatRunReportsMarkdown } from '../report/run-report-markdown.ts';
import { formatRunReportText } from '../report/run-report-text.ts';
import type { Step, StepResult } from './step.ts';
import { loadRightConfig, PLAIN } from './step-config.ts';
import { storeReport } from './step-report.ts';
import { triggerOf } from './trigger.ts';
import { sayNotBegun, sayOfRuns } from './words-on-github.ts';

/** Ingests what has changed, and says on GitHub what a person should know of it. */
export async function runStep(step: Step): Promise<StepResult> {
  const { log, inputs, environment, nowMs, newRunId } = step;
  const config = await loadRightConfig(step).catch((error: unknown) => tellNotBegun(step, error));
  using signals = step.receiveSignals();
  using reporter = new GithubReporter(log, nowMs);
  const runs = await runPipelines({
    pipelines: choosePipelines(config.pipelines, inputs.pipeline),
    reporter,
    environment,
    signals,
    maxDurationMs: inputs.maxDurationMs,
    reload: [],
    trigger: triggerOf(step, signals.stop),
    nowMs,
    newRunId,
    onReport: (report) => {
      reporter.endGroup();
      log.text(formatRunReportText(report, PLAIN));
      if (report.error !== null) log.failure(report.error);
    },
  }).catch((error: unknown) => tellNotBegun(step, error));
  for (const name of runs.unfinished)
    log.text(`${name}: not finished; the next run goes on from its checkpoint`);
  await log.summary(
    formatRunReportsMarkdown(runs.reports, {
      unfinished: runs.unfinished,
      reproduce: (pipeline) => reproduce(step, config, pipeline),
    }),
  );
  const outcome = { ...runs, diagnostics: config.diagnostics, error: null };
  const reportPath = await storeReport(step, formatRunOutcomeJson(outcome));
  return {
    exitCode: exitCodeOf(runs),
    outputs: {
      ...outputsOfRuns(runs),
      'report-path': reportPath,
      // When the step is being cancelled there is no time left for it.
      ...(signals.stop.aborted ? {} : await sayOfRuns(step, config, runs.reports)),
    },
  };
}

/** A scheduled run that nobody looks at has to say that it could not even begin. */
async function tellNotBegun(step: Step, cause: unknown): Promise<never> {
  await sayNotBegun(step, errorReportOf(toIngestError(cause)));
  throw cause;
}

/** The command line that does the same elsewhere. */
function reproduce({ inputs, environment }: Step, config: LoadedConfig, pipeline: string): string {
  return reproduceLine({
    command: 'run',
    config: inputs.config,
    pipeline,
    workingDirectory: inputs.workingDirectory,
    variables: neededVariables(config, environment),
    action: {
      serverUrl: environment['GITHUB_SERVER_URL'] ?? 'https://github.com',
      repository: environment['GITHUB_ACTION_REPOSITORY'] ?? '',
      ref: environment['GITHUB_ACTION_REF'] ?? '',
    },
  });
}
