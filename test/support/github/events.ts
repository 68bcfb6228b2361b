import { DEFAULT_BRANCH, FULL_NAME, OWNER, repositoryJson, userJson } from './github-json.ts';

/** What starts a run: GitHub's payload, and what the runner says of it in the environment. */
export interface GithubEvent {
  readonly name: string;
  readonly payload: Readonly<Record<string, unknown>>;
  readonly environment: Readonly<Record<string, string>>;
}

const URLS = { api: 'https://api.github.com', server: 'https://github.com' };
const SHA = 'd'.repeat(40);
const OCTOCAT = 'octocat';

/** Run and repository, as most payloads name them. */
function context(actor: string) {
  return {
    repository: repositoryJson(URLS),
    organization: { login: OWNER, id: 1001 },
    sender: userJson(URLS, actor, actor.endsWith('[bot]') ? 'Bot' : 'User'),
  };
}

interface Occasion {
  readonly name: string;
  /** The file of the workflow. */
  readonly workflow: string;
  readonly actor?: string;
  readonly ref?: string;
  readonly sha?: string;
}

function environmentOf({
  name,
  workflow,
  actor = OCTOCAT,
  ref = `refs/heads/${DEFAULT_BRANCH}`,
  sha = SHA,
}: Occasion): Readonly<Record<string, string>> {
  return {
    GITHUB_EVENT_NAME: name,
    GITHUB_ACTOR: actor,
    GITHUB_TRIGGERING_ACTOR: actor,
    GITHUB_REF: ref,
    GITHUB_REF_NAME: ref.replace(/^refs\/(?:heads|pull|tags)\//, ''),
    GITHUB_REF_TYPE: ref.startsWith('refs/tags/') ? 'tag' : 'branch',
    GITHUB_SHA: sha,
    GITHUB_HEAD_REF: '',
    GITHUB_BASE_REF: '',
    // The file's `name:`, or its path where it has none.
    GITHUB_WORKFLOW: `.github/workflows/${workflow}`,
    GITHUB_WORKFLOW_REF: `${FULL_NAME}/.github/workflows/${workflow}@${ref}`,
    GITHUB_WORKFLOW_SHA: sha,
  };
}

/** A tick of cron, on the default branch. */
export function scheduleEvent({
  schedule = '*/15 * * * *',
  workflow = 'tributary.yml',
}: {
  readonly schedule?: string;
  readonly workflow?: string;
} = {}): GithubEvent {
  const name = 'schedule';
  const payload = { ...context(OCTOCAT), schedule, workflow: `.github/workflows/${workflow}` };
  return { name, payload, environment: environmentOf({ name, workflow }) };
}

/** Somebody starts a workflow by hand. Inputs arrive as text, whatever their type. */
export function dispatchEvent({
  inputs = {},
  workflow = 'tributary-backfill.yml',
  actor = OCTOCAT,
}: {
  readonly inputs?: Readonly<Record<string, string>>;
  readonly workflow?: string;
  /** `github-actions[bot]` where a run has started the next. */
  readonly actor?: string;
} = {}): GithubEvent {
  const name = 'workflow_dispatch';
  const path = `.github/workflows/${workflow}`;
  const payload = { ...context(actor), inputs, ref: `refs/heads/${DEFAULT_BRANCH}`, workflow: path };
  return { name, payload, environment: environmentOf({ name, workflow, actor }) };
}

export interface PullRequestOptions {
  /** 7 by default, as the fake GitHub's. */
  readonly number?: number;
  readonly action?: 'opened' | 'synchronize' | 'reopened' | 'closed';
  readonly headSha?: string;
  readonly headRef?: string;
  readonly baseSha?: string;
  readonly workflow?: string;
  readonly labels?: readonly string[];
}

/** A pull request within the repository, whose run has secrets and whose token may write. */
export function pullRequestEvent(options: PullRequestOptions = {}): GithubEvent {
  return pullRequest(options, { actor: OCTOCAT, headRepository: FULL_NAME });
}

/** A pull request from a fork: no secrets, no ID token, and a token that may only read. */
export function forkPullRequestEvent(options: PullRequestOptions = {}): GithubEvent {
  return pullRequest(options, { actor: 'mallory', headRepository: 'mallory/pipelines' });
}

/** Dependabot's pull request: its branch is the repository's, its run is treated like a fork's. */
export function dependabotPullRequestEvent(options: PullRequestOptions = {}): GithubEvent {
  return pullRequest(
    { headRef: 'dependabot/github_actions/actions/checkout-7', ...options },
    { actor: 'dependabot[bot]', headRepository: FULL_NAME },
  );
}

interface Origin {
  readonly actor: string;
  /** `owner/name`. */
  readonly headRepository: string;
}

function pullRequest(
  {
    number = 7,
    action = 'opened',
    headSha = 'a'.repeat(40),
    headRef = 'add-orders',
    baseSha = 'b'.repeat(40),
    workflow = 'tributary-check.yml',
    labels = [],
  }: PullRequestOptions,
  { actor, headRepository }: Origin,
): GithubEvent {
  const name = 'pull_request';
  const merge = 'e'.repeat(40);
  const url = `${URLS.api}/repos/${FULL_NAME}/pulls/${number}`;
  const [owner = OWNER] = headRepository.split('/');
  const base = context(actor);
  const pull = {
    ...{ url, number, title: 'Add orders', body: null, state: 'open', locked: false, draft: false },
    html_url: `${URLS.server}/${FULL_NAME}/pull/${number}`,
    user: base.sender,
    head: {
      ref: headRef,
      sha: headSha,
      label: `${owner}:${headRef}`,
      repo: repositoryJson(URLS, headRepository),
    },
    base: { ref: DEFAULT_BRANCH, sha: baseSha, label: `${OWNER}:${DEFAULT_BRANCH}`, repo: base.repository },
    labels: labels.map((label) => ({ name: label })),
    merge_commit_sha: merge,
    author_association: owner === OWNER ? 'MEMBER' : 'FIRST_TIME_CONTRIBUTOR',
  };
  return {
    name,
    payload: { ...base, action, number, pull_request: pull },
    environment: {
      ...environmentOf({ name, workflow, actor, ref: `refs/pull/${number}/merge`, sha: merge }),
      GITHUB_HEAD_REF: headRef,
      GITHUB_BASE_REF: DEFAULT_BRANCH,
    },
  };
}

/** A push to the default branch. */
export function pushEvent({
  before = 'b'.repeat(40),
  after = SHA,
  workflow = 'tributary.yml',
}: {
  readonly before?: string;
  readonly after?: string;
  readonly workflow?: string;
} = {}): GithubEvent {
  const name = 'push';
  const ref = `refs/heads/${DEFAULT_BRANCH}`;
  const change = { ...{ added: [], removed: [], modified: ['pipelines/orders.yml'] }, id: after };
  const head = { ...change, message: 'Add orders', timestamp: '2026-11-22T06:00:00Z' };
  const payload = {
    ...context(OCTOCAT),
    ref,
    before,
    after,
    forced: false,
    commits: [head],
    head_commit: head,
  };
  return { name, payload, environment: environmentOf({ name, workflow, sha: after }) };
}

/** Somebody writes below an issue or pull request. Such a run is of the default branch, whatever is discussed. */
export function issueCommentEvent({
  number = 7,
  body = '/tributary plan',
  association = 'MEMBER',
  actor = OCTOCAT,
  isPullRequest = true,
  workflow = 'tributary-command.yml',
}: {
  readonly number?: number;
  readonly body?: string;
  readonly association?: 'OWNER' | 'MEMBER' | 'COLLABORATOR' | 'CONTRIBUTOR' | 'NONE';
  readonly actor?: string;
  readonly isPullRequest?: boolean;
  readonly workflow?: string;
} = {}): GithubEvent {
  const name = 'issue_comment';
  const base = context(actor);
  const url = `${URLS.api}/repos/${FULL_NAME}`;
  const pull = { url: `${url}/pulls/${number}`, html_url: `${URLS.server}/${FULL_NAME}/pull/${number}` };
  const payload = {
    ...base,
    action: 'created',
    issue: {
      ...{ number, title: 'Add orders', state: 'open', locked: false, url: `${url}/issues/${number}` },
      ...(isPullRequest ? { pull_request: pull } : {}),
    },
    comment: { id: 1001, body, user: base.sender, author_association: association },
  };
  return { name, payload, environment: environmentOf({ name, workflow, actor }) };
}
