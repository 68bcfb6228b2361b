import type { Diagnostic } from '../model/diagnostic.ts';
import type { ExitCode } from './command-context.ts';

/** The least weighty finding that fails a check of the configuration. */
export type FailOn = 'error' | 'warning';

/** 2 when a finding is at least so weighty, else 0. A notice never fails anything. */
export function severityExitCode(diagnostics: readonly Diagnostic[], failOn: FailOn): ExitCode {
  const fails = diagnostics.some(
    ({ severity }) => severity === 'error' || (severity === 'warning' && failOn === 'warning'),
  );
  return fails ? 2 : 0;
}
