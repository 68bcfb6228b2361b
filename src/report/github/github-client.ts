import { getOctokit } from '@actions/github';
import { retry } from '@octokit/plugin-retry';
import { throttling } from '@octokit/plugin-throttling';
import type { Redactor } from '../redactor.ts';
import type {
  CommentPlace,
  GithubAnswer,
  GithubApi,
  GithubRefusal,
  Issue,
  IssueChange,
  IssueComment,
  Label,
  NewIssue,
  PullFile,
  WorkflowDispatch,
  WorkflowRun,
} from './github-api.ts';
import { redactBelowMarker } from './marker.ts';
import { isLimit, type RefusalContext, refusalOf } from './refusal.ts';
import { WaitBudget } from './wait-budget.ts';

/** What the client needs to know of the world. */
export interface GithubClientOptions {
  /** Never empty: without a token there is nothing to open. */
  readonly token: string;
  /** `GITHUB_API_URL`: also that of an Enterprise Server. */
  readonly apiUrl: string;
  /** `owner/name`. */
  readonly repository: string;
  /** Stands before every text that is sent. */
  readonly redactor: Redactor;
  readonly nowMs: () => number;
  readonly pace?: GithubPace;
}

/** How patient the client is. */
export interface GithubPace {
  /** How long a second of GitHub's limits and of our repetitions is. */
  readonly secondMs: number;
  /** What all waiting together may take. */
  readonly waitBudgetMs: number;
  /** After this time an attempt counts as unanswered. */
  readonly attemptTimeoutMs: number;
  /** Whether writes keep the distance that GitHub asks for: a second, three where somebody is notified. */
  readonly spaced: boolean;
}

const PACE: GithubPace = { secondMs: 1000, waitBudgetMs: 60_000, attemptTimeoutMs: 10_000, spaced: true };
/** What the plugin waits in all before its three repetitions, in seconds: 1 + 4 + 9. */
const REPETITION_SECONDS = 14;
/** What repeating does not help with; limits have a plugin of their own. */
const NOT_REPEATED = [400, 401, 403, 404, 410, 422, 429, 451];
/** The most that GitHub gives at a time. */
const PER_PAGE = 100;

/**
 * Opens GitHub's REST interface for one repository.
 *
 * What reads, and what says the same when it is repeated, is repeated after a failure; what would create something is sent
 * once, because a lost answer could leave two of it. All waiting together stays within the pace's budget (60 s). Once a
 * limit is reached, or the budget is used up, every further call is refused at once.
 */
export function openGithub(options: GithubClientOptions): GithubApi {
  return new GithubClient(options);
}

type Octokit = ReturnType<typeof getOctokit>;

class GithubClient implements GithubApi {
  readonly #octokit: Octokit;
  readonly #repository: { readonly owner: string; readonly repo: string };
  readonly #redactor: Redactor;
  readonly #nowMs: () => number;
  readonly #budget: WaitBudget;
  #givenUp: GithubRefusal | undefined;
  #personLogin: Promise<string | undefined> | undefined;
  #appLogin: Promise<string | undefined> | undefined;

  constructor({ token, apiUrl, repository, redactor, nowMs, pace = PACE }: GithubClientOptions) {
    const [owner = '', repo = ''] = repository.split('/');
    this.#repository = { owner, repo };
    this.#redactor = redactor;
    this.#nowMs = nowMs;
    this.#budget = new WaitBudget(pace.waitBudgetMs);
    this.#octokit = connect(token, apiUrl, pace, this.#budget);
  }

  async personLogin(): Promise<string | undefined> {
    this.#personLogin ??= this.#told(async () => {
      const { data } = await this.#octokit.rest.users.getAuthenticated();
      return data.login;
    });
    return await this.#personLogin;
  }

  /** The REST interface has no answer for Apps; the other one tells every token whose it is. */
  async appLogin(): Promise<string | undefined> {
    this.#appLogin ??= this.#told(async () => {
      const { viewer } = await this.#octokit.graphql<{ readonly viewer: { readonly login: string } }>(
        'query { viewer { login } }',
      );
      return viewer.login;
    });
    return await this.#appLogin;
  }

  async #told(ask: () => Promise<string>): Promise<string | undefined> {
    const answer = await this.#send({ purpose: 'ask whose token it is', grant: 'metadata: read' }, ask);
    return answer.tag === 'answered' ? answer.data : undefined;
  }

  async listComments(place: CommentPlace): Promise<GithubAnswer<readonly IssueComment[]>> {
    const call = {
      purpose: `read the comments of ${nounOf(place)}`,
      grant: grantOf(place),
    };
    return await this.#send(call, async () => {
      const comments = await this.#octokit.paginate(this.#octokit.rest.issues.listComments, {
        ...this.#repository,
        issue_number: place.number,
        per_page: PER_PAGE,
      });
      return comments.map(commentOf);
    });
  }

  async createComment(place: CommentPlace, body: string): Promise<GithubAnswer<IssueComment>> {
    const call = { purpose: `comment on ${nounOf(place)}`, grant: grantOf(place) };
    return await this.#send(call, async () => {
      const { data } = await this.#octokit.rest.issues.createComment({
        ...this.#repository,
        issue_number: place.number,
        body: this.#redacted(body),
      });
      return commentOf(data);
    });
  }

  async updateComment(commentId: number, body: string): Promise<GithubAnswer<IssueComment>> {
    const call = { purpose: 'update a comment', grant: 'pull-requests: write' };
    return await this.#send(call, async () => {
      const { data } = await this.#octokit.rest.issues.updateComment({
        ...this.#repository,
        comment_id: commentId,
        body: this.#redacted(body),
      });
      return commentOf(data);
    });
  }

  async deleteComment(commentId: number): Promise<GithubAnswer<null>> {
    const call = { purpose: 'delete a comment', grant: 'pull-requests: write' };
    const answer = await this.#send(call, async () => {
      await this.#octokit.rest.issues.deleteComment({ ...this.#repository, comment_id: commentId });
      return null;
    });
    return answer.tag === 'refused' && answer.status === 404 ? { tag: 'answered', data: null } : answer;
  }

  async listIssues(label: string): Promise<GithubAnswer<readonly Issue[]>> {
    const call = { purpose: 'read the issues', grant: 'issues: write' };
    return await this.#send(call, async () => {
      const issues = await this.#octokit.paginate(this.#octokit.rest.issues.listForRepo, {
        ...this.#repository,
        labels: label,
        state: 'all',
        sort: 'created',
        direction: 'asc',
        per_page: PER_PAGE,
      });
      return issues.filter((issue) => issue.pull_request === undefined).map(issueOf);
    });
  }

  async createIssue({ title, body, labels, assignees }: NewIssue): Promise<GithubAnswer<Issue>> {
    const call = { purpose: 'open an issue', grant: 'issues: write' };
    return await this.#send(call, async () => {
      const { data } = await this.#octokit.rest.issues.create({
        ...this.#repository,
        title: this.#redactor.redact(title),
        body: this.#redacted(body),
        labels: [...labels],
        assignees: [...assignees],
      });
      return issueOf(data);
    });
  }

  async updateIssue(issueNumber: number, change: IssueChange): Promise<GithubAnswer<Issue>> {
    const call = { purpose: `update issue #${issueNumber}`, grant: 'issues: write' };
    const { title, body, state, stateReason } = change;
    return await this.#send(call, async () => {
      const { data } = await this.#octokit.rest.issues.update({
        ...this.#repository,
        issue_number: issueNumber,
        ...(title === undefined ? {} : { title: this.#redactor.redact(title) }),
        ...(body === undefined ? {} : { body: this.#redacted(body) }),
        ...(state === undefined ? {} : { state }),
        ...(stateReason === undefined ? {} : { state_reason: stateReason }),
      });
      return issueOf(data);
    });
  }

  async ensureLabel(label: Label): Promise<GithubAnswer<null>> {
    const call = { purpose: `make the label ${label.name}`, grant: 'issues: write' };
    const found = await this.#send(call, async () => {
      await this.#octokit.rest.issues.getLabel({ ...this.#repository, name: label.name });
      return null;
    });
    if (found.tag === 'answered' || found.status !== 404) return found;
    const made = await this.#send(call, async () => {
      await this.#octokit.rest.issues.createLabel({ ...this.#repository, ...label });
      return null;
    });
    // Somebody else was quicker: the label is there.
    return made.tag === 'refused' && made.status === 422 ? { tag: 'answered', data: null } : made;
  }

  async listPullFiles(pullNumber: number): Promise<GithubAnswer<readonly PullFile[]>> {
    const call = {
      purpose: `read which files pull request #${pullNumber} changes`,
      grant: 'pull-requests: read',
    };
    return await this.#send(call, async () => {
      const files = await this.#octokit.paginate(this.#octokit.rest.pulls.listFiles, {
        ...this.#repository,
        pull_number: pullNumber,
        per_page: PER_PAGE,
      });
      return files.map(({ filename, status, previous_filename }) => ({
        path: filename,
        status,
        previousPath: previous_filename ?? null,
      }));
    });
  }

  async dispatchWorkflow({ workflow, ref, inputs }: WorkflowDispatch): Promise<GithubAnswer<null>> {
    const call = { purpose: `dispatch ${workflow}`, grant: 'actions: write' };
    return await this.#send(call, async () => {
      await this.#octokit.rest.actions.createWorkflowDispatch({
        ...this.#repository,
        workflow_id: workflow,
        ref,
        inputs: { ...inputs },
      });
      return null;
    });
  }

  async listWorkflowRuns(workflow: string): Promise<GithubAnswer<readonly WorkflowRun[]>> {
    const call = { purpose: `read the runs of ${workflow}`, grant: 'actions: read' };
    return await this.#send(call, async () => {
      const { data } = await this.#octokit.rest.actions.listWorkflowRuns({
        ...this.#repository,
        workflow_id: workflow,
        per_page: PER_PAGE,
      });
      return data.workflow_runs.map((run) => ({
        id: run.id,
        event: run.event,
        status: run.status,
        conclusion: run.conclusion,
        createdAt: run.created_at,
        url: run.html_url,
      }));
    });
  }

  #redacted(text: string): string {
    return redactBelowMarker(text, this.#redactor);
  }

  /** The one place where a failure becomes a refusal. */
  async #send<T>(context: RefusalContext, act: () => Promise<T>): Promise<GithubAnswer<T>> {
    if (this.#givenUp !== undefined) return this.#givenUp;
    const startedAtMs = this.#nowMs();
    try {
      return { tag: 'answered', data: await act() };
    } catch (error) {
      const refusal = refusalOf(error, context);
      if (refusal.status === null || refusal.status >= 500) this.#budget.spend(this.#nowMs() - startedAtMs);
      if (isLimit(error) || this.#budget.isSpent) this.#givenUp = refusal;
      return refusal;
    }
  }
}

function connect(token: string, apiUrl: string, pace: GithubPace, budget: WaitBudget): Octokit {
  const mayWait = (seconds: number): boolean => budget.takes(seconds * pace.secondMs);
  const limits = {
    retryAfterBaseValue: pace.secondMs,
    onRateLimit: mayWait,
    onSecondaryRateLimit: mayWait,
  };
  const octokit = getOctokit(
    token,
    {
      baseUrl: apiUrl,
      log: { debug: nothing, info: nothing, warn: nothing, error: nothing },
      retry: { doNotRetry: NOT_REPEATED, retryAfterBaseValue: pace.secondMs },
      throttle: pace.spaced ? limits : Object.assign(limits, { write: UNSPACED, notifications: UNSPACED }),
    },
    // Before the others, and so next to the wire: each attempt gets its own time.
    ({ hook }) => {
      hook.before('request', (options) => {
        options.request['signal'] = AbortSignal.timeout(pace.attemptTimeoutMs);
      });
    },
    retry,
    throttling,
  );
  octokit.hook.before('request', (options) => {
    // The plugins keep their counts in there, and it is the same object for all requests: none starts with another's.
    options.request = { ...options.request, retryCount: 0 };
    // Any other number than none would make the plugin repeat refusals, too.
    if (options.method === 'POST' || !budget.has(REPETITION_SECONDS * pace.secondMs))
      options.request['retries'] = 0;
  });
  return octokit;
}

/** Stands for the plugin's queues, and lets everything pass at once. */
const UNSPACED = {
  key: () => ({
    schedule: async (_options: unknown, task: () => Promise<void>) => await task(),
  }),
};

function nothing(): void {}

function nounOf({ tag, number }: CommentPlace): string {
  return `${tag === 'issue' ? 'issue' : 'pull request'} #${number}`;
}

function grantOf({ tag }: CommentPlace): string {
  return tag === 'issue' ? 'issues: write' : 'pull-requests: write';
}

interface SentComment {
  readonly id: number;
  readonly body?: string | undefined;
  readonly html_url: string;
  readonly user: { readonly login: string } | null;
}

function commentOf({ id, body, html_url, user }: SentComment): IssueComment {
  return { id, author: user?.login ?? '', body: body ?? '', url: html_url };
}

interface SentIssue {
  readonly number: number;
  readonly title: string;
  readonly body?: string | null | undefined;
  readonly state: string;
  readonly comments: number;
  readonly html_url: string;
  readonly user: { readonly login: string } | null;
}

function issueOf(sent: SentIssue): Issue {
  return {
    number: sent.number,
    author: sent.user?.login ?? '',
    title: sent.title,
    body: sent.body ?? '',
    isOpen: sent.state === 'open',
    commentCount: sent.comments,
    url: sent.html_url,
  };
}
