import { errorReportOf } from '../commands/failure.ts';
import { configErrorOf } from '../commands/load-checked-config.ts';
import { severityExitCode } from '../commands/severity-exit-code.ts';
import { describePipelines } from '../commands/validate-command.ts';
import { formatDiagnosticsMarkdown } from '../report/diagnostics-markdown.ts';
import { formatErrorText } from '../report/error-text.ts';
import type { Step, StepResult } from './step.ts';
import { loadStepConfig, PLAIN } from './step-config.ts';

/** Reads files only. A pull request from a fork has no secrets, so variables may be missing here. */
export async function validateStep(step: Step): Promise<StepResult> {
  const { log, inputs } = step;
  const config = await loadStepConfig(step, 'review');
  await log.summary(formatDiagnosticsMarkdown(config.diagnostics));
  const error = configErrorOf(config);
  const exitCode = severityExitCode(config.diagnostics, inputs.failOn);
  if (error !== undefined) log.text(formatErrorText(errorReportOf(error), PLAIN));
  else if (exitCode !== 0)
    log.text('The configuration has warnings, which fail this step: fail-on is warning.');
  else log.text(['The configuration is valid.', ...describePipelines(config.pipelines)].join('\n'));
  return {
    exitCode,
    outputs: {
      status: exitCode === 0 ? 'valid' : 'invalid',
      'failure-code': exitCode === 0 ? '' : (error?.code ?? 'config-invalid'),
    },
  };
}
