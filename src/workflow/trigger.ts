import { resolve } from 'node:path';
import { nodeConfigFiles } from '../config/config-files.ts';
import { readCronTimezone } from '../config/lint/cron-timezone.ts';
import type { TriggerInput } from '../schedule/punctuality.ts';
import type { Step } from './step.ts';

/**
 * What started the step; `undefined` outside of a workflow. Asks GitHub beside the work, which must not wait for it: never
 * rejects, and resolves without GitHub's answer when the signal fires.
 */
export async function triggerOf(step: Step, stop: AbortSignal): Promise<TriggerInput | undefined> {
  const { event, nowMs } = step;
  if (event.eventName === '') return undefined;
  const startedAtMs = nowMs();
  const isScheduled = event.eventName === 'schedule';
  const [timezone, previousRunStartedAtMs] = isScheduled
    ? await Promise.all([timezoneOf(step), unlessStopped(previousRunOf(step, startedAtMs), stop)])
    : [undefined, undefined];
  return { event: event.eventName, cron: event.cron, timezone, startedAtMs, previousRunStartedAtMs };
}

async function unlessStopped<T>(answer: Promise<T>, stop: AbortSignal): Promise<T | undefined> {
  const stopped = Promise.withResolvers<undefined>();
  const give = (): void => stopped.resolve(undefined);
  if (stop.aborted) give();
  stop.addEventListener('abort', give, { once: true });
  try {
    return await Promise.race([answer, stopped.promise]);
  } finally {
    stop.removeEventListener('abort', give);
  }
}

async function timezoneOf({ event, workspace }: Step): Promise<string | undefined> {
  if (event.workflowPath === undefined || event.cron === undefined) return undefined;
  const workflow = { shown: event.workflowPath, absolute: resolve(workspace, event.workflowPath) };
  return await readCronTimezone(workflow, event.cron, nodeConfigFiles);
}

/** The list of a workflow's runs wants `actions: read`; who has not granted it learns the lateness all the same. */
async function previousRunOf(
  { event, openGithub, log }: Step,
  startedAtMs: number,
): Promise<number | undefined> {
  if (openGithub === undefined || event.workflow === undefined) return undefined;
  const api = await openGithub(log.redactor);
  const runs = await api.listWorkflowRuns(event.workflow);
  if (runs.tag === 'refused') return undefined;
  const earlier = runs.data
    .filter(({ id }) => String(id) !== event.runId)
    .map(({ createdAt }) => Date.parse(createdAt))
    .filter((createdAtMs) => createdAtMs <= startedAtMs);
  return earlier.length === 0 ? undefined : Math.max(...earlier);
}
