import { createHash } from 'node:crypto';
import type {
  GithubAuthor,
  GithubComment,
  GithubIssue,
  GithubLabel,
  GithubPull,
  GithubPullFile,
  GithubRun,
} from './github-state.ts';

/** The one repository there is. */
export const OWNER = 'octo';
const REPOSITORY = 'pipelines';
export const FULL_NAME = `${OWNER}/${REPOSITORY}`;
const REPOSITORY_ID = 4711;
/** The repository's branch of which `schedule` runs. */
export const DEFAULT_BRANCH = 'main';

/** Where things are to be seen, and asked for. */
export interface GithubUrls {
  /** `http://127.0.0.1:1234`, without a slash at the end. */
  readonly api: string;
  /** `https://github.com`. */
  readonly server: string;
}

/** A number that belongs to a name, the same in every run. */
function idOf(name: string): number {
  return createHash('sha256').update(name).digest().readUIntBE(0, 4);
}

function nodeId(prefix: string, id: number): string {
  return `${prefix}_${Buffer.from(String(id)).toString('base64url')}`;
}

/** As `simple-user` in the description. */
export function userJson(urls: GithubUrls, login: string, type: 'User' | 'Bot' | 'Organization' = 'User') {
  const url = `${urls.api}/users/${encodeURIComponent(login)}`;
  const id = idOf(login);
  const page = type === 'Bot' ? `apps/${login.replace(/\[bot\]$/, '')}` : login;
  return {
    login,
    id,
    node_id: nodeId('U', id),
    avatar_url: `https://avatars.githubusercontent.com/u/${id}?v=4`,
    gravatar_id: '',
    url,
    html_url: `${urls.server}/${page}`,
    followers_url: `${url}/followers`,
    following_url: `${url}/following{/other_user}`,
    gists_url: `${url}/gists{/gist_id}`,
    starred_url: `${url}/starred{/owner}{/repo}`,
    subscriptions_url: `${url}/subscriptions`,
    organizations_url: `${url}/orgs`,
    repos_url: `${url}/repos`,
    events_url: `${url}/events{/privacy}`,
    received_events_url: `${url}/received_events`,
    type,
    user_view_type: 'public',
    site_admin: false,
  };
}

/** As `public-user` in the description: what a person's own token is told of its owner. */
export function accountJson(urls: GithubUrls, login: string) {
  const at = '2020-01-01T00:00:00Z';
  return {
    ...userJson(urls, login),
    ...{ name: null, company: null, blog: '', location: null, email: null, hireable: null, bio: null },
    ...{ public_repos: 1, public_gists: 0, followers: 0, following: 0, created_at: at, updated_at: at },
  };
}

function appJson(urls: GithubUrls, slug: string) {
  const id = slug === 'github-actions' ? 15368 : idOf(slug);
  return {
    id,
    slug,
    client_id: `Iv1.${id.toString(16).padStart(16, '0')}`,
    node_id: nodeId('A', id),
    owner: userJson(urls, 'github', 'Organization'),
    name: slug === 'github-actions' ? 'GitHub Actions' : slug,
    description: 'Automate your workflow from idea to production',
    external_url: 'https://help.github.com/en/actions',
    html_url: `${urls.server}/apps/${slug}`,
    created_at: '2018-07-30T09:30:17Z',
    updated_at: '2024-04-10T20:33:16Z',
    permissions: { actions: 'write', issues: 'write', metadata: 'read', pull_requests: 'write' },
    events: ['workflow_dispatch'],
  };
}

function authorship(urls: GithubUrls, { login, type, app }: GithubAuthor) {
  return {
    user: userJson(urls, login, type),
    author_association: type === 'Bot' ? 'NONE' : 'MEMBER',
    performed_via_github_app: app === undefined ? null : appJson(urls, app),
  };
}

/** The page of an issue or pull request. */
function pageOf(urls: GithubUrls, { number, pull }: Pick<GithubIssue, 'number' | 'pull'>): string {
  return `${urls.server}/${FULL_NAME}/${pull === undefined ? 'issues' : 'pull'}/${number}`;
}

function repositoryUrl(urls: GithubUrls): string {
  return `${urls.api}/repos/${FULL_NAME}`;
}

function reactionsJson(url: string) {
  const none = { '+1': 0, '-1': 0, laugh: 0, hooray: 0, confused: 0, heart: 0, rocket: 0, eyes: 0 };
  return { url: `${url}/reactions`, total_count: 0, ...none };
}

export function commentJson(urls: GithubUrls, comment: GithubComment, issue: GithubIssue) {
  const url = `${repositoryUrl(urls)}/issues/comments/${comment.id}`;
  return {
    url,
    html_url: `${pageOf(urls, issue)}#issuecomment-${comment.id}`,
    issue_url: `${repositoryUrl(urls)}/issues/${comment.issueNumber}`,
    id: comment.id,
    node_id: nodeId('IC', comment.id),
    ...authorship(urls, comment.author),
    created_at: comment.createdAt,
    updated_at: comment.updatedAt,
    body: comment.body,
    reactions: reactionsJson(url),
  };
}

export function labelJson(urls: GithubUrls, { id, name, color, description }: GithubLabel) {
  const url = `${repositoryUrl(urls)}/labels/${encodeURIComponent(name)}`;
  return { id, node_id: nodeId('LA', id), url, name, color, default: false, description };
}

/** An issue with what it refers to. */
export interface IssueView {
  readonly issue: GithubIssue;
  readonly labels: readonly GithubLabel[];
  readonly commentCount: number;
}

export function issueJson(urls: GithubUrls, { issue, labels, commentCount }: IssueView) {
  const url = `${repositoryUrl(urls)}/issues/${issue.number}`;
  const page = pageOf(urls, issue);
  const assignees = issue.assignees.map((login) => userJson(urls, login));
  return {
    url,
    repository_url: repositoryUrl(urls),
    labels_url: `${url}/labels{/name}`,
    comments_url: `${url}/comments`,
    events_url: `${url}/events`,
    html_url: page,
    id: issue.id,
    node_id: nodeId('I', issue.id),
    number: issue.number,
    title: issue.title,
    ...authorship(urls, issue.author),
    labels: labels.map((label) => labelJson(urls, label)),
    state: issue.state,
    state_reason: issue.stateReason,
    locked: issue.locked,
    assignee: assignees[0] ?? null,
    assignees,
    milestone: null,
    comments: commentCount,
    created_at: issue.createdAt,
    updated_at: issue.updatedAt,
    closed_at: issue.closedAt,
    active_lock_reason: null,
    body: issue.body,
    reactions: reactionsJson(url),
    timeline_url: `${url}/timeline`,
    ...(issue.pull === undefined
      ? {}
      : {
          draft: issue.pull.draft,
          pull_request: {
            url: `${repositoryUrl(urls)}/pulls/${issue.number}`,
            html_url: page,
            diff_url: `${page}.diff`,
            patch_url: `${page}.patch`,
            merged_at: null,
          },
        }),
  };
}

export function pullFileJson(urls: GithubUrls, file: GithubPullFile, headSha: string) {
  const lines = (file.patch ?? '').split('\n');
  const additions = lines.filter((line) => line.startsWith('+')).length;
  const deletions = lines.filter((line) => line.startsWith('-')).length;
  const path = file.filename.split('/').map(encodeURIComponent).join('/');
  return {
    sha: createHash('sha1').update(file.filename).digest('hex'),
    filename: file.filename,
    status: file.status,
    additions,
    deletions,
    changes: additions + deletions,
    blob_url: `${urls.server}/${FULL_NAME}/blob/${headSha}/${path}`,
    raw_url: `${urls.server}/${FULL_NAME}/raw/${headSha}/${path}`,
    contents_url: `${repositoryUrl(urls)}/contents/${path}?ref=${headSha}`,
    ...(file.patch === undefined ? {} : { patch: file.patch }),
    ...(file.previousFilename === undefined ? {} : { previous_filename: file.previousFilename }),
  };
}

export function pullJson(urls: GithubUrls, view: IssueView & { readonly pull: GithubPull }) {
  const { pull, issue } = view;
  const { performed_via_github_app: _, pull_request: __, ...common } = issueJson(urls, view);
  const page = pageOf(urls, issue);
  const url = `${repositoryUrl(urls)}/pulls/${issue.number}`;
  const statuses = `${repositoryUrl(urls)}/statuses/${pull.headSha}`;
  return {
    ...common,
    url,
    ...{ html_url: page, diff_url: `${page}.diff`, patch_url: `${page}.patch` },
    issue_url: common.url,
    commits_url: `${url}/commits`,
    review_comments_url: `${url}/comments`,
    review_comment_url: `${repositoryUrl(urls)}/pulls/comments{/number}`,
    statuses_url: statuses,
    head: sideJson(urls, pull.headRepository, pull.headRef, pull.headSha),
    base: sideJson(urls, FULL_NAME, pull.baseRef, pull.baseSha),
    _links: {
      self: { href: url },
      html: { href: page },
      issue: { href: common.url },
      comments: { href: common.comments_url },
      review_comments: { href: `${url}/comments` },
      review_comment: { href: `${repositoryUrl(urls)}/pulls/comments{/number}` },
      commits: { href: `${url}/commits` },
      statuses: { href: statuses },
    },
    ...{ merge_commit_sha: null, merged_at: null, merged: false, merged_by: null, auto_merge: null },
    ...{ mergeable: true, rebaseable: true, mergeable_state: 'clean', maintainer_can_modify: false },
    ...{ review_comments: 0, commits: 1, requested_reviewers: [], requested_teams: [] },
    ...{ additions: 1, deletions: 0, changed_files: pull.files.length },
  };
}

function sideJson(urls: GithubUrls, repository: string, ref: string, sha: string) {
  const [owner = OWNER] = repository.split('/');
  return {
    label: `${owner}:${ref}`,
    ref,
    sha,
    user: userJson(urls, owner, owner === OWNER ? 'Organization' : 'User'),
    repo: repositoryJson(urls, repository),
  };
}

/** What a repository has URLs for, each with what stands behind it. */
const REPOSITORY_PARTS: Readonly<Record<string, string>> = {
  forks: '/forks',
  keys: '/keys{/key_id}',
  collaborators: '/collaborators{/collaborator}',
  teams: '/teams',
  hooks: '/hooks',
  issue_events: '/issues/events{/number}',
  events: '/events',
  assignees: '/assignees{/user}',
  branches: '/branches{/branch}',
  tags: '/tags',
  blobs: '/git/blobs{/sha}',
  git_tags: '/git/tags{/sha}',
  git_refs: '/git/refs{/sha}',
  trees: '/git/trees{/sha}',
  statuses: '/statuses/{sha}',
  languages: '/languages',
  stargazers: '/stargazers',
  contributors: '/contributors',
  subscribers: '/subscribers',
  subscription: '/subscription',
  commits: '/commits{/sha}',
  git_commits: '/git/commits{/sha}',
  comments: '/comments{/number}',
  issue_comment: '/issues/comments{/number}',
  contents: '/contents/{+path}',
  compare: '/compare/{base}...{head}',
  merges: '/merges',
  archive: '/{archive_format}{/ref}',
  downloads: '/downloads',
  issues: '/issues{/number}',
  pulls: '/pulls{/number}',
  milestones: '/milestones{/number}',
  notifications: '/notifications{?since,all,participating}',
  labels: '/labels{/name}',
  releases: '/releases{/id}',
  deployments: '/deployments',
};

/** As `repository` in the description, which holds for `minimal-repository`, too. */
export function repositoryJson(urls: GithubUrls, fullName = FULL_NAME) {
  const [owner = OWNER, name = REPOSITORY] = fullName.split('/');
  const isFork = owner !== OWNER;
  const id = isFork ? idOf(fullName) : REPOSITORY_ID;
  const url = `${urls.api}/repos/${fullName}`;
  const page = `${urls.server}/${fullName}`;
  const at = '2026-01-01T00:00:00Z';
  return {
    ...{ id, node_id: nodeId('R', id), name, full_name: fullName, private: !isFork, fork: isFork },
    owner: userJson(urls, owner, isFork ? 'User' : 'Organization'),
    ...{ url, html_url: page, description: null },
    ...Object.fromEntries(
      Object.entries(REPOSITORY_PARTS).map(([part, path]) => [`${part}_url`, url + path]),
    ),
    ...{ git_url: `git://github.com/${fullName}.git`, ssh_url: `git@github.com:${fullName}.git` },
    ...{ clone_url: `${page}.git`, svn_url: page, mirror_url: null, homepage: null, language: null },
    ...{ has_issues: true, has_projects: false, has_downloads: false, has_wiki: false, has_pages: false },
    ...{ archived: false, disabled: false, default_branch: DEFAULT_BRANCH, license: null, size: 1 },
    ...{ forks: 0, forks_count: 0, open_issues: 0, open_issues_count: 0, watchers: 0, watchers_count: 0 },
    ...{ stargazers_count: 0, created_at: at, updated_at: at, pushed_at: at },
  };
}

export function runJson(urls: GithubUrls, run: GithubRun, runNumber: number, workflowId: number) {
  const url = `${repositoryUrl(urls)}/actions/runs/${run.id}`;
  const repository = repositoryJson(urls);
  const name = run.workflow.replace(/\.ya?ml$/, '');
  const actor = userJson(urls, run.actor, run.actor.endsWith('[bot]') ? 'Bot' : 'User');
  const signature = { name: run.actor, email: 'octo@example.com' };
  return {
    ...{ id: run.id, node_id: nodeId('WFR', run.id), name, display_title: name },
    ...{ head_branch: run.headBranch, head_sha: run.headSha, path: `.github/workflows/${run.workflow}` },
    ...{ run_number: runNumber, run_attempt: 1, event: run.event },
    ...{ status: run.status, conclusion: run.conclusion, workflow_id: workflowId },
    ...{ check_suite_id: run.id, check_suite_node_id: nodeId('CS', run.id) },
    ...{ url, html_url: `${urls.server}/${FULL_NAME}/actions/runs/${run.id}`, pull_requests: [] },
    ...{ created_at: run.createdAt, updated_at: run.createdAt, run_started_at: run.startedAt },
    ...{ actor, triggering_actor: actor, referenced_workflows: [], previous_attempt_url: null },
    ...{ jobs_url: `${url}/jobs`, logs_url: `${url}/logs`, artifacts_url: `${url}/artifacts` },
    ...{ cancel_url: `${url}/cancel`, rerun_url: `${url}/rerun` },
    check_suite_url: `${repositoryUrl(urls)}/check-suites/${run.id}`,
    workflow_url: `${repositoryUrl(urls)}/actions/workflows/${workflowId}`,
    head_commit: {
      ...{ id: run.headSha, tree_id: run.headSha, message: 'A commit', timestamp: run.createdAt },
      ...{ author: signature, committer: signature },
    },
    ...{ repository, head_repository: repository },
  };
}
