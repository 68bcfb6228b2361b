/** What GitHub would not do, or did not answer. Never thrown: words about a run must not change how the run ended. */
export interface GithubRefusal {
  readonly tag: 'refused';
  /** HTTP status; null where no answer came. */
  readonly status: number | null;
  /** One sentence for people. */
  readonly reason: string;
}

export type GithubAnswer<T> = { readonly tag: 'answered'; readonly data: T } | GithubRefusal;

/** Where comments stand. To GitHub a pull request is an issue, too; only the grant that is needed differs. */
export interface CommentPlace {
  readonly tag: 'pull-request' | 'issue';
  readonly number: number;
}

export interface IssueComment {
  readonly id: number;
  /** Login of who wrote it (`github-actions[bot]`); empty where GitHub no longer knows. */
  readonly author: string;
  readonly body: string;
  readonly url: string;
}

export interface Issue {
  readonly number: number;
  readonly author: string;
  readonly title: string;
  readonly body: string;
  readonly isOpen: boolean;
  readonly commentCount: number;
  readonly url: string;
}

export interface NewIssue {
  readonly title: string;
  readonly body: string;
  readonly labels: readonly string[];
  readonly assignees: readonly string[];
}

/** What is to be different; the rest stays. */
export interface IssueChange {
  readonly title?: string;
  readonly body?: string;
  readonly state?: 'open' | 'closed';
  /** Why it is closed. */
  readonly stateReason?: 'completed' | 'not_planned';
}

export interface Label {
  readonly name: string;
  /** Six hex digits without `#`. */
  readonly color: string;
  readonly description: string;
}

/** A file that a pull request changes. */
export interface PullFile {
  readonly path: string;
  readonly status: string;
  /** The path before a renaming; null otherwise. */
  readonly previousPath: string | null;
}

export interface WorkflowDispatch {
  /** File name below `.github/workflows`. */
  readonly workflow: string;
  /** Branch or tag. */
  readonly ref: string;
  readonly inputs: Readonly<Record<string, string>>;
}

/** One run of a workflow. */
export interface WorkflowRun {
  readonly id: number;
  readonly event: string;
  /** `queued`, `in_progress`, `completed`, …; null where GitHub does not say. */
  readonly status: string | null;
  /** `success`, `failure`, `cancelled`, …; null before its end. */
  readonly conclusion: string | null;
  /** ISO 8601, UTC. */
  readonly createdAt: string;
  readonly url: string;
}

/**
 * The part of GitHub's REST interface that Tributary uses, for one repository. No call throws for what GitHub answers or
 * fails to answer. Lists are whole: every page was read. Known secrets are hidden in every text that is sent.
 */
export interface GithubApi {
  /** The login of the person whose token we have, asked once; `undefined` for any other token. */
  personLogin(): Promise<string | undefined>;
  /** The login of the App whose token we have, asked once; `undefined` where GitHub will not say. Not for a person's token. */
  appLogin(): Promise<string | undefined>;
  /** Oldest first. */
  listComments(place: CommentPlace): Promise<GithubAnswer<readonly IssueComment[]>>;
  createComment(place: CommentPlace, body: string): Promise<GithubAnswer<IssueComment>>;
  /** Of a pull request. */
  updateComment(commentId: number, body: string): Promise<GithubAnswer<IssueComment>>;
  /** Of a pull request. That it is gone already is no refusal. */
  deleteComment(commentId: number): Promise<GithubAnswer<null>>;
  /** Issues with a label, open and closed, oldest first; pull requests are left out. */
  listIssues(label: string): Promise<GithubAnswer<readonly Issue[]>>;
  createIssue(issue: NewIssue): Promise<GithubAnswer<Issue>>;
  updateIssue(issueNumber: number, change: IssueChange): Promise<GithubAnswer<Issue>>;
  /** Makes the label unless there is one of that name, which is left as it is. */
  ensureLabel(label: Label): Promise<GithubAnswer<null>>;
  listPullFiles(pullNumber: number): Promise<GithubAnswer<readonly PullFile[]>>;
  dispatchWorkflow(dispatch: WorkflowDispatch): Promise<GithubAnswer<null>>;
  /** The latest runs of a workflow (file name), at most 100, the latest first. */
  listWorkflowRuns(workflow: string): Promise<GithubAnswer<readonly WorkflowRun[]>>;
}
