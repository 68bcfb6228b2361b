/** What the runner says about the workflow run that we are in. Whatever it does not say is `undefined`. */
export interface EventFacts {
  /** GitHub's name of the event: `schedule`, `pull_request`, …; empty outside of a workflow. */
  readonly eventName: string;
  /** `owner/name`; empty outside of a workflow. */
  readonly repository: string;
  readonly runId: string | undefined;
  readonly runAttempt: number;
  /** The page of this run. */
  readonly runUrl: string | undefined;
  /** File name of the workflow, which its dispatch goes by: `tributary-backfill.yml`. */
  readonly workflow: string | undefined;
  /** The same with its path: `.github/workflows/tributary-backfill.yml`. */
  readonly workflowPath: string | undefined;
  /** Short name of the branch or tag; `7/merge` for a pull request. */
  readonly refName: string | undefined;
  /** The commit that is checked out: of a pull request the one that merges it. */
  readonly sha: string | undefined;
  /** The commit that people know: of a pull request the head of its branch. */
  readonly headSha: string | undefined;
  /** Of a pull request, or of a comment on one. */
  readonly pullNumber: number | undefined;
  /** The pull request comes from another repository. */
  readonly isFork: boolean;
  readonly isDependabot: boolean;
  /** The cron line that started the run. */
  readonly cron: string | undefined;
  /** Of a dispatch, as text. */
  readonly inputs: Readonly<Record<string, string>>;
}

/**
 * Reads what the runner has put into the environment and into the event's payload (the text of `GITHUB_EVENT_PATH`). Never
 * fails: an unreadable payload says nothing.
 */
export function readEventFacts(
  environment: Readonly<Record<string, string | undefined>>,
  payload: string | undefined,
): EventFacts {
  const given = (name: string): string | undefined => environment[name] || undefined;
  const event = recordOf(parsed(payload));
  const pull = recordOf(event['pull_request']);
  const issue = recordOf(event['issue']);
  const head = recordOf(pull['head']);
  const repository = given('GITHUB_REPOSITORY') ?? '';
  const workflowPath = workflowPathOf(given('GITHUB_WORKFLOW_REF'), repository);
  const isPull = event['pull_request'] !== undefined;
  return {
    eventName: given('GITHUB_EVENT_NAME') ?? '',
    repository,
    runId: given('GITHUB_RUN_ID'),
    runAttempt: attemptOf(given('GITHUB_RUN_ATTEMPT')),
    runUrl: runUrlOf(given('GITHUB_SERVER_URL'), repository, given('GITHUB_RUN_ID')),
    workflow: workflowPath?.split('/').at(-1),
    workflowPath,
    refName: given('GITHUB_REF_NAME') ?? given('GITHUB_REF')?.replace(/^refs\/(?:heads|tags)\//, ''),
    sha: given('GITHUB_SHA'),
    headSha: textOf(head['sha']) ?? given('GITHUB_SHA'),
    pullNumber: isPull
      ? (numberOf(pull['number']) ?? numberOf(event['number']))
      : issue['pull_request'] === undefined
        ? undefined
        : numberOf(issue['number']),
    // A fork that was deleted has no repository any more.
    isFork: isPull && textOf(recordOf(head['repo'])['full_name'])?.toLowerCase() !== repository.toLowerCase(),
    isDependabot: [given('GITHUB_ACTOR'), textOf(recordOf(pull['user'])['login'])].includes(DEPENDABOT),
    cron: textOf(event['schedule']),
    inputs: inputsOf(recordOf(event['inputs'])),
  };
}

const DEPENDABOT = 'dependabot[bot]';

/**
 * Why the token of this run cannot write, known without asking; `undefined` where it may be able to. GitHub gives runs of pull
 * requests from forks, and those of Dependabot, a token that only reads, and no secrets.
 */
export function writeObstacleOf(facts: EventFacts): string | undefined {
  if (facts.eventName !== 'pull_request') return undefined;
  if (facts.isFork)
    return 'No comment is written: the pull request comes from a fork, so that its token can only read.';
  if (facts.isDependabot)
    return 'No comment is written: the pull request is Dependabot’s, so that its token can only read.';
  return undefined;
}

function workflowPathOf(workflowRef: string | undefined, repository: string): string | undefined {
  const prefix = `${repository}/`;
  if (workflowRef === undefined || !workflowRef.startsWith(prefix)) return undefined;
  const [path = ''] = workflowRef.slice(prefix.length).split('@');
  return path === '' ? undefined : path;
}

function runUrlOf(
  serverUrl: string | undefined,
  repository: string,
  runId: string | undefined,
): string | undefined {
  if (serverUrl === undefined || runId === undefined || repository === '') return undefined;
  return `${serverUrl}/${repository}/actions/runs/${runId}`;
}

function attemptOf(text: string | undefined): number {
  const attempt = Number(text);
  return Number.isInteger(attempt) && attempt > 0 ? attempt : 1;
}

/** GitHub asks for text, whatever the type of an input is. */
function inputsOf(inputs: Readonly<Record<string, unknown>>): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(inputs).flatMap(([name, value]) =>
      ['string', 'number', 'boolean'].includes(typeof value) ? [[name, String(value)]] : [],
    ),
  );
}

function parsed(text: string | undefined): unknown {
  try {
    return JSON.parse(text ?? '{}');
  } catch {
    return undefined;
  }
}

function recordOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {};
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

function numberOf(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isSafeInteger(value) ? value : undefined;
}
