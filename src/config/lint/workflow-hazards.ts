import type { Diagnostic } from '../../model/diagnostic.ts';
import { shortestGapMs } from '../../schedule/cron.ts';
import {
  adviceAt,
  type ConfigDocument,
  isWritten,
  keyPlace,
  knownText,
  type ValuePath,
  valueAt,
  valuePlace,
} from '../config-document.ts';
import type { PipelineDraft } from '../pipeline-draft.ts';
import { duration, parseDuration } from '../schema/fields.ts';
import { cronsOf, type LocatedStep, type WorkflowCron } from './pipeline-starts.ts';
import { SHORTEST_CRON_MS } from './start-times.ts';

/**
 * Findings in a workflow that starts pipelines of the set, at the lines that make its runs fail, be killed, or come late:
 * cron lines, cancellation, the job's time, and the permission that the pipelines' log-in needs. `drafts` are the pipelines
 * that the step starts, or may start.
 */
export function checkStep(step: LocatedStep, drafts: readonly PipelineDraft[]): readonly Diagnostic[] {
  const ingests = step.command === 'run' || step.command === 'backfill';
  return [
    ...(step.command === 'run' ? cronsOf(step.workflow).flatMap(checkCron) : []),
    ...(ingests ? [...checkCancellation(step), ...checkTimeout(step)] : []),
    ...checkPermission(step, drafts),
  ];
}

function checkCron({ workflow, path, cron }: WorkflowCron): readonly Diagnostic[] {
  const place = valuePlace(workflow, path);
  if (cron.tag === 'invalid')
    return [
      adviceAt(workflow, place, {
        severity: 'warning',
        code: 'workflow-cron',
        message: `GitHub does not take this cron line. ${cron.reason}`,
        hint: 'Write five fields: minute, hour, day of the month, month, day of the week.',
      }),
    ];
  if (shortestGapMs(cron) < SHORTEST_CRON_MS)
    return [
      adviceAt(workflow, place, {
        severity: 'warning',
        code: 'workflow-cron',
        message: 'The cron line asks for a start more often than every 5 minutes, and GitHub keeps to 5.',
        hint: 'Write the rhythm that is kept, such as `*/5 * * * *`; each run takes all that is pending.',
      }),
    ];
  if (!cron.minutesOfDay.some((minute) => minute % 60 === 0)) return [];
  return [
    adviceAt(workflow, place, {
      severity: 'notice',
      code: 'workflow-cron',
      message:
        'The cron line is due at minute 0, when GitHub has most to start: runs come late or not at all.',
      hint: 'Take another minute, such as `7` for `0`, or `4-59/15` for `*/15`.',
    }),
  ];
}

function checkCancellation({ workflow, jobPath }: LocatedStep): readonly Diagnostic[] {
  return [['concurrency'], [...jobPath, 'concurrency']]
    .map((path): ValuePath => [...path, 'cancel-in-progress'])
    .filter((path) => valueAt(workflow.value, path) === true)
    .map((path) =>
      adviceAt(workflow, valuePlace(workflow, path), {
        severity: 'warning',
        code: 'workflow-cancels-runs',
        message:
          'A newer start cancels the run that is ingesting, so that a run that is slow never catches up.',
        hint: 'Remove `cancel-in-progress`: a start that comes too early waits, and takes what is pending then.',
      }),
    );
}

/** GitHub ends a job after this time where it says nothing itself. */
const DEFAULT_TIMEOUT_MINUTES = 360;
const MINUTE_MS = 60_000;

function checkTimeout({ workflow, jobPath, path, maxDuration }: LocatedStep): readonly Diagnostic[] {
  if (maxDuration === undefined || !duration().safeParse(maxDuration.text).success) return [];
  const maxMs = parseDuration(maxDuration.text);
  const limits = [path, jobPath].map((place): ValuePath => [...place, 'timeout-minutes']);
  const written = limits.find((limit) => isWritten(workflow, ...limit));
  const minutes = written === undefined ? DEFAULT_TIMEOUT_MINUTES : valueAt(workflow.value, written);
  if (typeof minutes !== 'number' || minutes * MINUTE_MS > maxMs) return [];
  return [
    adviceAt(workflow, valuePlace(workflow, written ?? maxDuration.path), {
      severity: 'warning',
      code: 'workflow-timeout',
      message: `The job is killed after ${minutes} minutes${written === undefined ? ', GitHub’s own limit' : ''}, before the run ends by itself (\`max-duration\` ${maxDuration.text}).`,
      hint: `Let \`timeout-minutes\` be ten minutes longer than \`max-duration\`: a run that ends by itself checkpoints what it has.`,
    }),
  ];
}

/** Commands that log in to the target. */
const LOGS_IN: ReadonlySet<string> = new Set(['run', 'backfill', 'plan', 'check', 'status']);

function checkPermission(
  { workflow, jobPath, path, command }: LocatedStep,
  drafts: readonly PipelineDraft[],
): readonly Diagnostic[] {
  const needsToken =
    drafts.some(({ document }) => usesGithubOidc(document)) ||
    [path, jobPath, []].some(
      (place) => valueAt(workflow.value, [...place, 'env', 'DATABRICKS_AUTH_TYPE']) === 'github-oidc',
    );
  if (!LOGS_IN.has(command) || !needsToken) return [];
  const home = [[...jobPath, 'permissions'], ['permissions']].find((place) => isWritten(workflow, ...place));
  const permissions = home === undefined ? undefined : valueAt(workflow.value, home);
  if (permissions === 'write-all' || valueAt(permissions, ['id-token']) === 'write') return [];
  return [
    adviceAt(workflow, keyPlace(workflow, home ?? jobPath), {
      severity: 'warning',
      code: 'workflow-permission',
      message: `The job logs in to Databricks with the workflow’s own token (\`github_oidc\`), and may not have one.`,
      hint: 'Add `id-token: write` to its `permissions`.',
    }),
  ];
}

function usesGithubOidc(document: ConfigDocument): boolean {
  return knownText(document, ['target', 'databricks', 'auth', 'type']) === 'github_oidc';
}
