import { z } from 'zod';
import { errorAnswer, type GithubAnswer, notFound } from './answer.ts';
import { DEFAULT_BRANCH, runJson } from './github-json.ts';
import type { GithubRun, GithubWorkflow } from './github-state.ts';
import { type GithubContext, type OperationRequest, type Operations, refusal } from './operation.ts';
import { pageAnswer } from './page.ts';

const DispatchContent = z.object({
  ref: z.string(),
  inputs: z.record(z.string(), z.unknown()).default({}),
  return_run_details: z.boolean().default(false),
});

const REFS = new Set([DEFAULT_BRANCH, `refs/heads/${DEFAULT_BRANCH}`]);

export function workflowOperations(context: GithubContext): Operations {
  const { state, urls, author } = context;

  const withWorkflow = (
    request: OperationRequest,
    level: 'read' | 'write',
    answer: (workflow: GithubWorkflow) => GithubAnswer,
  ): GithubAnswer => {
    const name = request.path.get('workflow_id');
    const workflow = state.workflows.find(({ id, file }) => file === name || String(id) === name);
    return refusal(context, level, ['actions']) ?? (workflow === undefined ? notFound() : answer(workflow));
  };

  return {
    'actions/create-workflow-dispatch': (request) =>
      withWorkflow(request, 'write', (workflow) => {
        const { ref, inputs, return_run_details: isToldRun } = DispatchContent.parse(request.content);
        if (!REFS.has(ref)) return errorAnswer(422, `No ref found for: ${ref}`);
        if (!workflow.dispatchable) {
          return errorAnswer(422, "Workflow does not have 'workflow_dispatch' trigger");
        }
        const unexpected = Object.keys(inputs).filter((name) => workflow.inputs?.includes(name) === false);
        if (unexpected.length > 0) {
          return errorAnswer(422, `Unexpected inputs provided: ${JSON.stringify(unexpected)}`);
        }
        const run = state.addRun({
          workflow: workflow.file,
          event: 'workflow_dispatch',
          actor: author.login,
        });
        state.dispatches.push({ workflow: workflow.file, ref, inputs, runId: run.id });
        if (!isToldRun) return { status: 204 };
        const { url, html_url } = runJson(urls, run, 1, workflow.id);
        return { status: 200, content: { workflow_run_id: run.id, run_url: url, html_url } };
      }),

    'actions/list-workflow-runs': (request) =>
      withWorkflow(request, 'read', ({ id, file }) => {
        const runs = state.runs.filter(({ workflow }) => workflow === file);
        const selected = selectRuns(runs, request.query);
        return pageAnswer(request, selected, (page) => ({
          total_count: selected.length,
          workflow_runs: page.map((run) => runJson(urls, run, runs.indexOf(run) + 1, id)),
        }));
      }),
  };
}

/** Newest first. */
function selectRuns(runs: readonly GithubRun[], query: URLSearchParams): readonly GithubRun[] {
  const asked = (name: string, ...values: readonly (string | null)[]): boolean =>
    query.get(name) === null || values.includes(query.get(name));
  const isCreatedThen = createdFilter(query.get('created'));
  return runs
    .filter(
      (run) =>
        asked('event', run.event) &&
        asked('status', run.status, run.conclusion) &&
        asked('branch', run.headBranch) &&
        asked('actor', run.actor) &&
        asked('head_sha', run.headSha) &&
        isCreatedThen(run.createdAt),
    )
    .toSorted((one, other) => Date.parse(other.createdAt) - Date.parse(one.createdAt) || other.id - one.id);
}

/** `>=2026-11-01`, `2026-11-01..2026-11-02T10:00:00Z`, or one moment or day, as in GitHub's search. */
function createdFilter(text: string | null): (createdAt: string) => boolean {
  if (text === null) return () => true;
  const [from, to] = text.split('..');
  if (from !== undefined && to !== undefined) {
    return (at) => Date.parse(at) >= Date.parse(from) && Date.parse(at) <= Date.parse(to);
  }
  const [, sign = '', equal = '', moment = ''] = /^([<>]?)(=?)(.*)$/.exec(text) ?? [];
  return (at) => {
    const difference = Date.parse(at) - Date.parse(moment);
    if (sign === '') return at.startsWith(moment);
    return (sign === '>' ? difference > 0 : difference < 0) || (equal !== '' && difference === 0);
  };
}
