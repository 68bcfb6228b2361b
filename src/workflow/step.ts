import type { ActionInputs } from '../commands/action-inputs.ts';
import type { ActionOutputs } from '../commands/action-outputs.ts';
import type { ExitCode } from '../commands/command-context.ts';
import type { StopSignals } from '../commands/stop-signals.ts';
import type { EventFacts } from '../report/github/event-facts.ts';
import type { GithubApi } from '../report/github/github-api.ts';
import type { WorkflowLog } from '../report/github-reporter.ts';
import type { Redactor } from '../report/redactor.ts';

/** A step of a workflow, as the commands see it: what it was told, what started it, and what it may touch. */
export interface Step {
  readonly inputs: ActionInputs;
  readonly event: EventFacts;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** The checked-out repository; absolute. */
  readonly workspace: string;
  /** Where relative paths start; absolute. */
  readonly workingDirectory: string;
  readonly log: WorkflowLog;
  /** Milliseconds since 1970 UTC. */
  readonly nowMs: () => number;
  readonly newRunId: () => string;
  readonly receiveSignals: () => StopSignals;
  /** Reaches GitHub; `undefined` without a token. */
  readonly openGithub: ((redactor: Redactor) => Promise<GithubApi>) | undefined;
}

/** What a command came to. Outputs that it does not name keep what they were set to before. */
export interface StepResult {
  readonly exitCode: ExitCode;
  readonly outputs: Partial<ActionOutputs>;
}
