import { z } from 'zod';
import { type GithubAnswer, validationFailed } from './answer.ts';
import { issuesDisabled, missingIssue } from './comment-operations.ts';
import { type IssueView, issueJson, labelJson } from './github-json.ts';
import type { GithubIssue, GithubState } from './github-state.ts';
import {
  type GithubContext,
  isTooLong,
  numberOf,
  type OperationRequest,
  type Operations,
  permissionsFor,
  refusal,
} from './operation.ts';
import { pageAnswer } from './page.ts';

const Name = z.union([z.string(), z.object({ name: z.string() }).transform(({ name }) => name)]);
const Login = z.union([z.string(), z.object({ login: z.string() }).transform(({ login }) => login)]);
const Title = z.union([z.string(), z.number().transform(String)]);

const IssueContent = z.object({
  title: Title.nullish(),
  body: z.string().nullish(),
  labels: z.array(Name).optional(),
  assignees: z.array(Login).optional(),
  state: z.enum(['open', 'closed']).optional(),
  state_reason: z.enum(['completed', 'not_planned', 'duplicate', 'reopened']).nullish(),
});
type IssueContent = z.infer<typeof IssueContent>;

const LabelNames = z.object({ labels: z.array(Name) });

const MAX_TITLE_CHARACTERS = 256;

export function issueOperations(context: GithubContext): Operations {
  const { state, urls, author, collaborators } = context;

  const withIssue = (
    request: OperationRequest,
    level: 'read' | 'write',
    answer: (issue: GithubIssue) => GithubAnswer,
  ): GithubAnswer => {
    const number = numberOf(request, 'issue_number');
    const issue = state.issues.get(number);
    const refused = refusal(context, level, permissionsFor(issue));
    if (refused !== undefined) return refused;
    if (issue === undefined) return missingIssue(state, number);
    return issue.pull === undefined && !state.hasIssues ? issuesDisabled(level) : answer(issue);
  };

  return {
    'issues/list-for-repo': (request) => {
      const refused = refusal(context, 'read', ['issues', 'pull-requests']);
      if (refused !== undefined) return refused;
      if (!state.hasIssues) return issuesDisabled('read');
      const issues = selectIssues([...state.issues.values()], request.query);
      return pageAnswer(request, issues, (page) => page.map((one) => issueJson(urls, viewOf(state, one))));
    },

    'issues/create': (request) => {
      const refused = refusal(context, 'write', ['issues']);
      if (refused !== undefined) return refused;
      if (!state.hasIssues) return issuesDisabled('write');
      const content = IssueContent.parse(request.content);
      const mistake = mistakeIn(content, collaborators);
      if (mistake !== undefined) return mistake;
      const { title, body, labels = [], assignees = [] } = content;
      if (!title) return validationFailed({ resource: 'Issue', code: 'missing_field', field: 'title' });
      const issue = state.addIssue({ author, title, body: body ?? null, labels, assignees });
      return { status: 201, content: issueJson(urls, viewOf(state, issue)) };
    },

    'issues/get': (request) =>
      withIssue(request, 'read', (issue) => ({
        status: 200,
        content: issueJson(urls, viewOf(state, issue)),
      })),

    'issues/update': (request) =>
      withIssue(request, 'write', (issue) => {
        const content = IssueContent.parse(request.content ?? {});
        const mistake = mistakeIn(content, collaborators);
        if (mistake !== undefined) return mistake;
        const updated = state.updateIssue(issue, changeOf(issue, content));
        return { status: 200, content: issueJson(urls, viewOf(state, updated)) };
      }),

    'issues/add-labels': (request) =>
      withIssue(request, 'write', (issue) => {
        const { labels } = LabelNames.parse(request.content);
        const updated = state.updateIssue(issue, { labels: distinct([...issue.labels, ...labels]) });
        return {
          status: 200,
          content: viewOf(state, updated).labels.map((label) => labelJson(urls, label)),
        };
      }),
  };
}

/** An issue with its labels as they are now. */
export function viewOf(state: GithubState, issue: GithubIssue): IssueView {
  return {
    issue,
    labels: issue.labels.map((name) => state.ensureLabel(name)),
    commentCount: state.commentsOf(issue.number).length,
  };
}

function mistakeIn(
  { title, body, assignees = [] }: IssueContent,
  collaborators: readonly string[],
): GithubAnswer | undefined {
  const message = (field: string, characters: number): string =>
    `${field} is too long (maximum is ${characters} characters)`;
  if (title && title.length > MAX_TITLE_CHARACTERS) {
    const text = message('title', MAX_TITLE_CHARACTERS);
    return validationFailed({ resource: 'Issue', code: 'custom', field: 'title', message: text });
  }
  if (body && isTooLong(body)) {
    const text = message('body', 65_536);
    return validationFailed({ resource: 'Issue', code: 'custom', field: 'body', message: text });
  }
  const stranger = assignees.find((login) => !collaborators.includes(login));
  return stranger === undefined
    ? undefined
    : validationFailed({ resource: 'Issue', code: 'invalid', field: 'assignees', value: stranger });
}

function changeOf(issue: GithubIssue, content: IssueContent): Partial<GithubIssue> {
  const { title, body, labels, assignees, state } = content;
  return {
    ...(title ? { title } : {}),
    ...(body === undefined ? {} : { body }),
    ...(labels === undefined ? {} : { labels: distinct(labels) }),
    ...(assignees === undefined ? {} : { assignees }),
    // A reason without a change of state is passed over.
    ...(state === undefined || state === issue.state ? {} : { state, stateReason: reasonOf(state, content) }),
  };
}

function reasonOf(state: 'open' | 'closed', content: IssueContent): GithubIssue['stateReason'] {
  return content.state_reason ?? (state === 'open' ? 'reopened' : 'completed');
}

/** Names compare without case; the first stays. */
function distinct(names: readonly string[]): readonly string[] {
  const keys = names.map((name) => name.toLowerCase());
  return names.filter((_, index) => keys.indexOf(keys[index] ?? '') === index);
}

/** What a list of issues is asked for; pull requests are issues, too. Newest first unless asked otherwise. */
function selectIssues(issues: readonly GithubIssue[], query: URLSearchParams): readonly GithubIssue[] {
  const state = query.get('state') ?? 'open';
  const labels = (query.get('labels') ?? '').split(',').filter((name) => name !== '');
  const creator = query.get('creator');
  const assignee = query.get('assignee');
  const since = query.get('since') ?? '';
  const selected = issues.filter(
    (issue) =>
      (state === 'all' || issue.state === state) &&
      labels.every((name) => issue.labels.some((label) => label.toLowerCase() === name.toLowerCase())) &&
      (creator === null || issue.author.login === creator) &&
      (assignee === null || issue.assignees.includes(assignee)) &&
      issue.updatedAt >= since,
  );
  const sign = query.get('direction') === 'asc' ? 1 : -1;
  const keyOf = (issue: GithubIssue): string =>
    query.get('sort') === 'updated' ? issue.updatedAt : issue.createdAt;
  return selected.toSorted(
    (one, other) => sign * (compare(keyOf(one), keyOf(other)) || one.number - other.number),
  );
}

function compare(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
