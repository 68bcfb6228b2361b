/** Who writes: a person, or an App's bot. */
export interface GithubAuthor {
  readonly login: string;
  readonly type: 'User' | 'Bot';
  /** The App behind a bot, as `performed_via_github_app` names it. */
  readonly app?: string;
}

/** The author of what a job's own token writes. */
export const ACTIONS_BOT: GithubAuthor = { login: 'github-actions[bot]', type: 'Bot', app: 'github-actions' };

export interface GithubComment {
  readonly id: number;
  readonly issueNumber: number;
  readonly author: GithubAuthor;
  readonly body: string;
  /** ISO 8601. */
  readonly createdAt: string;
  readonly updatedAt: string;
}

export interface GithubLabel {
  readonly id: number;
  readonly name: string;
  /** Six hexadecimal digits. */
  readonly color: string;
  readonly description: string | null;
}

export type StateReason = 'completed' | 'not_planned' | 'duplicate' | 'reopened';

/** An issue, or the half of a pull request that is an issue. */
export interface GithubIssue {
  readonly id: number;
  readonly number: number;
  readonly author: GithubAuthor;
  readonly title: string;
  readonly body: string | null;
  readonly state: 'open' | 'closed';
  readonly stateReason: StateReason | null;
  /** Names, in the order of their addition. */
  readonly labels: readonly string[];
  readonly assignees: readonly string[];
  readonly locked: boolean;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly closedAt: string | null;
  /** What makes it a pull request. */
  readonly pull: GithubPull | undefined;
}

export interface GithubPull {
  readonly headSha: string;
  readonly headRef: string;
  /** `owner/name` of the head: another one than the base's for a fork. */
  readonly headRepository: string;
  readonly baseSha: string;
  readonly baseRef: string;
  readonly draft: boolean;
  readonly files: readonly GithubPullFile[];
}

export interface GithubPullFile {
  readonly filename: string;
  readonly status: 'added' | 'removed' | 'modified' | 'renamed';
  readonly patch?: string;
  readonly previousFilename?: string;
}

export interface GithubWorkflow {
  readonly id: number;
  /** As in `.github/workflows/`: `tributary-backfill.yml`. */
  readonly file: string;
  /** Whether it has `on: workflow_dispatch`. */
  readonly dispatchable: boolean;
  /** The inputs that it declares; `undefined` takes any. */
  readonly inputs: readonly string[] | undefined;
}

export interface GithubDispatch {
  /** The file of the workflow. */
  readonly workflow: string;
  readonly ref: string;
  readonly inputs: Readonly<Record<string, unknown>>;
  readonly runId: number;
}

export interface GithubRun {
  readonly id: number;
  /** The file of the workflow. */
  readonly workflow: string;
  readonly event: string;
  readonly headBranch: string;
  readonly headSha: string;
  readonly actor: string;
  readonly status: 'queued' | 'in_progress' | 'completed';
  readonly conclusion: 'success' | 'failure' | 'cancelled' | 'skipped' | 'neutral' | 'timed_out' | null;
  readonly createdAt: string;
  readonly startedAt: string;
}

/** The color that GitHub gives to a label that it makes by itself. */
export const DEFAULT_COLOR = 'ededed';

/**
 * One repository: what it holds, and how it changes. Whether a change is allowed is not asked here.
 *
 * Numbers and times are the same in every run: ids count from 1001, issues and pull requests from 1 in common.
 */
export class GithubState {
  readonly comments = new Map<number, GithubComment>();
  readonly issues = new Map<number, GithubIssue>();
  /** By name in lower case: GitHub's labels differ by more than case. */
  readonly labels = new Map<string, GithubLabel>();
  readonly workflows: GithubWorkflow[] = [];
  readonly runs: GithubRun[] = [];
  readonly dispatches: GithubDispatch[] = [];
  /** Numbers of issues that somebody has deleted. */
  readonly deletedIssues = new Set<number>();
  /** Whether the repository has issues at all. */
  hasIssues = true;
  readonly #now: () => Date;
  #lastId = 1000;

  constructor(now: () => Date) {
    this.#now = now;
  }

  now(): string {
    return this.#now()
      .toISOString()
      .replace(/\.\d{3}Z$/, 'Z');
  }

  nextId(): number {
    this.#lastId += 1;
    return this.#lastId;
  }

  /** The next number for an issue or a pull request. */
  nextNumber(): number {
    return Math.max(0, ...this.issues.keys(), ...this.deletedIssues) + 1;
  }

  addComment(comment: Pick<GithubComment, 'issueNumber' | 'author' | 'body'>): GithubComment {
    const at = this.now();
    const added = { ...comment, id: this.nextId(), createdAt: at, updatedAt: at };
    this.comments.set(added.id, added);
    return added;
  }

  commentsOf(issueNumber: number): readonly GithubComment[] {
    return [...this.comments.values()].filter((comment) => comment.issueNumber === issueNumber);
  }

  updateComment(comment: GithubComment, body: string): GithubComment {
    const updated = { ...comment, body, updatedAt: this.now() };
    this.comments.set(comment.id, updated);
    return updated;
  }

  /** Labels that do not exist yet are made, as GitHub does. */
  addIssue(issue: Pick<GithubIssue, 'author' | 'title'> & Partial<GithubIssue>): GithubIssue {
    const at = this.now();
    const added: GithubIssue = {
      id: this.nextId(),
      number: this.nextNumber(),
      body: null,
      state: 'open',
      stateReason: null,
      labels: [],
      assignees: [],
      locked: false,
      createdAt: at,
      updatedAt: at,
      closedAt: null,
      pull: undefined,
      ...issue,
    };
    for (const name of added.labels) this.ensureLabel(name);
    this.issues.set(added.number, added);
    return added;
  }

  updateIssue(issue: GithubIssue, change: Partial<GithubIssue>): GithubIssue {
    const at = this.now();
    const isClosed = (change.state ?? issue.state) === 'closed';
    const updated: GithubIssue = {
      ...issue,
      ...change,
      updatedAt: at,
      closedAt: isClosed ? (issue.closedAt ?? at) : null,
    };
    for (const name of updated.labels) this.ensureLabel(name);
    this.issues.set(issue.number, updated);
    return updated;
  }

  deleteIssue(number: number): void {
    this.issues.delete(number);
    this.deletedIssues.add(number);
    for (const { id } of this.commentsOf(number)) this.comments.delete(id);
  }

  /** A run of the default branch, queued and created now unless told otherwise. */
  addRun(run: Pick<GithubRun, 'workflow' | 'event'> & Partial<GithubRun>): GithubRun {
    const at = run.createdAt ?? this.now();
    const added: GithubRun = {
      id: this.nextId(),
      headBranch: 'main',
      headSha: '0'.repeat(40),
      actor: 'octocat',
      status: 'queued',
      conclusion: null,
      createdAt: at,
      startedAt: at,
      ...run,
    };
    this.runs.push(added);
    return added;
  }

  label(name: string): GithubLabel | undefined {
    return this.labels.get(name.toLowerCase());
  }

  addLabel(label: Omit<GithubLabel, 'id'>): GithubLabel {
    const added = { ...label, id: this.nextId() };
    this.labels.set(label.name.toLowerCase(), added);
    return added;
  }

  ensureLabel(name: string): GithubLabel {
    return this.label(name) ?? this.addLabel({ name, color: DEFAULT_COLOR, description: null });
  }
}
