import type { ActionOutputs } from '../commands/action-outputs.ts';
import type { LoadedConfig } from '../config/load-config.ts';
import type { ErrorReport, RunReport } from '../model/run-report.ts';
import { writeObstacleOf } from '../report/github/event-facts.ts';
import type { GithubApi } from '../report/github/github-api.ts';
import { tendIssues } from '../report/github/managed-issue.ts';
import { runCommentOf } from '../report/github/run-comment.ts';
import { formatRunLine } from '../report/github/run-line.ts';
import { type CommentOutcome, tendComment, type WantedComment } from '../report/github/sticky-comment.ts';
import { begunVerdict, type IssueVerdict, issuesOf, notBegunVerdict } from '../report/issue-verdict.ts';
import type { Step } from './step.ts';

type Said = Partial<Pick<ActionOutputs, 'comment-id' | 'issue-number'>>;

/** The key of a pull request's comment: one per set of configuration files. */
function commentKeyOf({ inputs }: Step): string {
  const place = inputs.workingDirectory === '.' ? [] : [inputs.workingDirectory];
  const pipeline = inputs.pipeline === undefined ? [] : [inputs.pipeline];
  return [...place, ...inputs.config, ...pipeline].join(' ');
}

/** The header and the links of what is said on GitHub about this run. */
export function placeOf(step: Step): Pick<WantedComment, 'key' | 'header' | 'summaryUrl'> {
  return {
    key: commentKeyOf(step),
    header: formatRunLine(step.event, new Date(step.nowMs())),
    summaryUrl: step.event.runUrl ?? '',
  };
}

/** Makes the pull request's comment say this; does nothing outside of one. Whatever GitHub refuses is one line in the log. */
export async function sayOnPull(step: Step, wanted: WantedComment): Promise<Said> {
  const { event, inputs, log } = step;
  if (event.pullNumber === undefined || inputs.comment === 'never') return {};
  const obstacle = writeObstacleOf(event);
  if (obstacle !== undefined) {
    log.text(obstacle);
    return {};
  }
  const api = await githubOf(step);
  if (api === undefined) return {};
  return commentSaid(step, await tendComment(api, event.pullNumber, wanted, inputs.comment));
}

function commentSaid({ log }: Step, outcome: CommentOutcome): Said {
  switch (outcome.tag) {
    case 'none':
      return {};
    case 'refused':
      log.warning(outcome.reason);
      return {};
    case 'kept':
    case 'created':
    case 'updated':
      log.text(`Comment ${outcome.tag === 'kept' ? 'left as it is' : outcome.tag}: ${outcome.url}`);
      return { 'comment-id': String(outcome.commentId) };
    default:
      return outcome satisfies never;
  }
}

/** Without a token nothing is said, and nothing fails. */
async function githubOf({ openGithub, log }: Step): Promise<GithubApi | undefined> {
  if (openGithub !== undefined) return await openGithub(log.redactor);
  log.text('Nothing is said on GitHub: there is no github-token.');
  return undefined;
}

/** Keeps the pipelines' issues; on a pull request's run, which says nothing about the default branch, a comment instead. */
export async function sayOfRuns(
  step: Step,
  config: LoadedConfig,
  reports: readonly RunReport[],
): Promise<Said> {
  const label = labelOf(step);
  const isPipeline = config.pipelines.some(({ name }) => name === label);
  return await sayVerdicts(step, [
    ...reports.flatMap((report) => verdictsOf(step, config, report)),
    ...(isPipeline ? [] : [begunVerdict(label)]),
  ]);
}

/** The same where no run could begin. */
export async function sayNotBegun(step: Step, error: ErrorReport): Promise<Said> {
  return await sayVerdicts(step, [notBegunVerdict(labelOf(step), error)]);
}

/** Whose runs these are, for an issue that is about none of them in particular. */
function labelOf(step: Step): string {
  return step.inputs.pipeline ?? commentKeyOf(step);
}

async function sayVerdicts(step: Step, verdicts: readonly IssueVerdict[]): Promise<Said> {
  const { inputs, event, log } = step;
  if (inputs.issues === 'never') return {};
  if (event.pullNumber !== undefined) return await sayOnPull(step, runCommentOf(verdicts, placeOf(step)));
  const api = await githubOf(step);
  if (api === undefined) return {};
  const { open, refusals } = await tendIssues(api, verdicts, {
    header: placeOf(step).header,
    labels: inputs.issueLabels,
    assignees: inputs.issueAssignees,
  });
  for (const reason of refusals) log.warning(reason);
  for (const { kind, pipeline, url } of open) log.text(`Issue about ${pipeline} (${kind}): ${url}`);
  const latest = open.at(-1);
  return latest === undefined ? {} : { 'issue-number': String(latest.number) };
}

function verdictsOf(
  { event }: Step,
  { pipelines }: LoadedConfig,
  report: RunReport,
): readonly IssueVerdict[] {
  const schedule = pipelines.find(({ name }) => name === report.pipeline)?.schedule;
  return issuesOf(report, {
    intervalMs: schedule?.tag === 'interval' ? schedule.everyMs : null,
    workflow: event.workflow ?? null,
  });
}
