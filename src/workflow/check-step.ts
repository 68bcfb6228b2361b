import { checkAnnouncement, checkPipelines, exitCodeOfChecks } from '../commands/check-pipelines.ts';
import { choosePipelines } from '../commands/choose-pipelines.ts';
import { formatChecksMarkdown } from '../report/check-markdown.ts';
import { formatCheckText } from '../report/check-text.ts';
import type { Step, StepResult } from './step.ts';
import { loadRightConfig, PLAIN } from './step-config.ts';
import { storeReport } from './step-report.ts';

/** Proves point by point that a run can work. */
export async function checkStep(step: Step): Promise<StepResult> {
  const { log, inputs, environment } = step;
  const config = await loadRightConfig(step);
  const skipTarget = inputs.skip === 'target';
  const checks = await checkPipelines({
    pipelines: choosePipelines(config.pipelines, inputs.pipeline),
    environment,
    skipSource: inputs.skip === 'source',
    skipTarget,
    onBegin: (pipeline) => log.text(checkAnnouncement(pipeline, skipTarget)),
    onCheck: (done) => {
      log.text(formatCheckText(done, PLAIN));
      for (const { code, found, solution } of done.points)
        if (code !== null) log.failure({ code, message: `${done.pipeline}: ${found}`, solution });
    },
  });
  const exitCode = exitCodeOfChecks(checks);
  await log.summary(formatChecksMarkdown(checks));
  const failed = checks.flatMap(({ points }) => points).find(({ code }) => code !== null);
  return {
    exitCode,
    outputs: {
      status: exitCode === 0 ? 'passed' : 'failed',
      'failure-code': failed?.code ?? '',
      'report-path': await storeReport(step, { schemaVersion: 1, checks, diagnostics: config.diagnostics }),
    },
  };
}
