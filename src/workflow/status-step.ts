import { outputsOfStatuses } from '../commands/action-outputs.ts';
import { choosePipelines } from '../commands/choose-pipelines.ts';
import { exitCodeOfStatuses, statusPipelines } from '../commands/status-pipelines.ts';
import { formatStatusesMarkdown } from '../report/status-markdown.ts';
import { formatStatusText } from '../report/status-text.ts';
import type { Step, StepResult } from './step.ts';
import { loadRightConfig, PLAIN } from './step-config.ts';
import { storeReport } from './step-report.ts';

/** Columns of a log's line. */
const WIDTH = 120;

/** Tells how far behind the targets are, and whether a person is needed. */
export async function statusStep(step: Step): Promise<StepResult> {
  const { log, inputs, environment, nowMs } = step;
  const config = await loadRightConfig(step);
  const statuses = await statusPipelines({
    pipelines: choosePipelines(config.pipelines, inputs.pipeline),
    environment,
    skipTarget: inputs.skip === 'target',
    nowMs,
    onBegin: ({ name }) => log.text(`${name}: looking`),
    onStatus: (status) => log.text(formatStatusText(status, { ...PLAIN, width: WIDTH })),
  });
  for (const { pipeline, findings } of statuses)
    for (const { severity, code, message, solution } of findings) {
      if (severity !== 'danger') log.warning(`${pipeline}: ${message}`);
      else log.failure({ code: code ?? 'internal-error', message: `${pipeline}: ${message}`, solution });
    }
  await log.summary(formatStatusesMarkdown(statuses));
  return {
    exitCode: exitCodeOfStatuses(statuses),
    outputs: {
      ...outputsOfStatuses(statuses),
      'report-path': await storeReport(step, { schemaVersion: 1, statuses }),
    },
  };
}
