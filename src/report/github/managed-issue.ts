import type { IssueKind, IssueVerdict } from '../issue-verdict.ts';
import { fitBody, MAX_BODY_BYTES } from './fit-body.ts';
import type { GithubApi, GithubRefusal, Issue, IssueChange } from './github-api.ts';
import { formatMarker, hashOf, readMarker, textBelowMarker } from './marker.ts';
import { keepOwn } from './own-author.ts';

/** By this label the issues are found. Whoever takes it off an issue takes the issue into their own hands. */
export const ISSUE_LABEL = {
  name: 'tributary',
  color: '0e7c86',
  description: 'Kept up to date by Tributary',
} as const;

export interface IssueSettings {
  /** One line about this very run; it ends every text, and is no reason to write one. */
  readonly header: string;
  /** Labels of a new issue besides our own. */
  readonly labels: readonly string[];
  readonly assignees: readonly string[];
}

/** An issue that is open about something that was raised. */
export interface TendedIssue {
  readonly pipeline: string;
  readonly kind: IssueKind;
  readonly number: number;
  readonly url: string;
}

export interface IssueOutcome {
  /** What is open of what was raised, in the order of the verdicts. */
  readonly open: readonly TendedIssue[];
  /** Why something could not be said, one sentence each, none twice. */
  readonly refusals: readonly string[];
}

/** What is to be done with the one issue of a pipeline and kind. A comment follows its update: lost, it is not made up for, so that nothing is said twice. */
export type IssueDecision =
  | { readonly tag: 'none'; readonly issue: Issue | undefined }
  | { readonly tag: 'open'; readonly title: string; readonly body: string }
  | {
      readonly tag: 'update';
      readonly issue: Issue;
      readonly change: IssueChange;
      readonly comment: string | undefined;
    };

/**
 * Makes the issues of one or several runs say what the verdicts say; asks GitHub nothing if there are none.
 *
 * There is one issue per pipeline and kind, found by our label, its marker and its author. Its body is rewritten when the
 * picture changes, which notifies nobody; a comment is added only when the state changes; recovery closes it with a comment.
 * The same trouble after a recovery opens the same issue again. Where a person has closed an issue, the trouble that it told
 * of is not raised again until it has been over or has become another one.
 */
export async function tendIssues(
  api: GithubApi,
  verdicts: readonly IssueVerdict[],
  settings: IssueSettings,
): Promise<IssueOutcome> {
  if (verdicts.length === 0) return { open: [], refusals: [] };
  const listed = await api.listIssues(ISSUE_LABEL.name);
  if (listed.tag === 'refused') {
    // Without anything to raise nobody misses the issues, and nobody has to hear of a missing grant.
    const isMissed = verdicts.some(({ tag }) => tag === 'raised');
    return { open: [], refusals: isMissed ? [listed.reason] : [] };
  }
  const own = await keepOwn(
    api,
    listed.data.filter(({ body }) => readMarker(body)?.name === 'issue'),
  );
  const open: TendedIssue[] = [];
  const refusals = new Set<string>();
  for (const verdict of verdicts) {
    const { pipeline, kind } = verdict;
    const matches = own.filter((issue) => isAbout(issue, verdict));
    const answer = await carryOut(api, verdict, decideIssue(matches, verdict, settings.header), settings);
    for (const duplicate of surplusOf(matches)) await closeDuplicate(api, duplicate);
    if (answer.issue !== undefined && verdict.tag === 'raised')
      open.push({ pipeline, kind, number: answer.issue.number, url: answer.issue.url });
    if (answer.refusal !== undefined) refusals.add(answer.refusal.reason);
  }
  return { open, refusals: [...refusals] };
}

function isAbout({ body }: Issue, { pipeline, kind }: IssueVerdict): boolean {
  const fields = readMarker(body)?.fields;
  return fields?.['pipeline'] === pipeline && fields['kind'] === kind;
}

/** What stands in a marker in the place of a state's hash. */
const RECOVERED = 'recovered';
const DUPLICATE = 'duplicate';
/** An issue takes 2,500 comments; a closed one that has come near is not opened again. */
const MAX_COMMENTS = 2000;

/** Decides from our own issues of this pipeline and kind, oldest first. `header` ends every text. */
function decideIssue(own: readonly Issue[], verdict: IssueVerdict, header: string): IssueDecision {
  const issue = own.find(({ isOpen }) => isOpen) ?? own.findLast(canReopen);
  return verdict.tag === 'raised'
    ? decideRaised(issue, verdict, header)
    : decideRecovered(issue, verdict, header);
}

function canReopen(issue: Issue): boolean {
  return stateOf(issue) !== DUPLICATE && issue.commentCount < MAX_COMMENTS;
}

type Raised = Extract<IssueVerdict, { readonly tag: 'raised' }>;
type Recovered = Extract<IssueVerdict, { readonly tag: 'recovered' }>;

function decideRaised(issue: Issue | undefined, verdict: Raised, header: string): IssueDecision {
  const { text, accumulates } = verdict;
  if (issue === undefined) return { tag: 'open', title: text.title, body: bodyOf(verdict, header) };
  const isSame = stateOf(issue) === hashOf(verdict.state);
  if (isSame) {
    const isUpToDate = accumulates || !issue.isOpen || pictureOf(issue) === hashOf(text.body);
    if (isUpToDate) return { tag: 'none', issue: issue.isOpen ? issue : undefined };
    return { tag: 'update', issue, change: { body: bodyOf(verdict, header) }, comment: undefined };
  }
  const earlier = accumulates && issue.isOpen ? textBelowMarker(issue.body) : undefined;
  return {
    tag: 'update',
    issue,
    change: {
      title: text.title,
      body: bodyOf(verdict, header, earlier),
      ...(issue.isOpen ? {} : { state: 'open' }),
    },
    comment: commentOf(issue.isOpen ? text.news : text.body, header),
  };
}

function decideRecovered(issue: Issue | undefined, verdict: Recovered, header: string): IssueDecision {
  if (issue === undefined || stateOf(issue) === RECOVERED) return { tag: 'none', issue: undefined };
  const body = withState(issue, RECOVERED);
  // A person has closed it: that it is over now is only noted, for the next time.
  if (!issue.isOpen) return { tag: 'update', issue, change: { body }, comment: undefined };
  return {
    tag: 'update',
    issue,
    change: { body, state: 'closed', stateReason: 'completed' },
    comment: commentOf(`✅ **It is over.** ${verdict.news}`, header),
  };
}

/** Our own open issues about the same thing, but the oldest: two runs have opened them at the same time. */
function surplusOf(own: readonly Issue[]): readonly Issue[] {
  return own.filter(({ isOpen }) => isOpen).slice(1);
}

async function closeDuplicate(api: GithubApi, issue: Issue): Promise<void> {
  const body = withState(issue, DUPLICATE);
  await api.updateIssue(issue.number, { body, state: 'closed', stateReason: 'not_planned' });
}

const CUT_NOTE = '… cut here, because GitHub takes no longer texts: the link below leads to all of it.';

function bodyOf({ pipeline, kind, state, text }: Raised, header: string, earlier?: string): string {
  const fields = { pipeline, kind, state: hashOf(state), picture: hashOf(text.body) };
  const marker = formatMarker({ name: 'issue', fields });
  const end = `\n\n---\n${header}`;
  const maxBytes = MAX_BODY_BYTES - Buffer.byteLength(`${marker}\n${end}`);
  const body = fitBody(text.body, { maxBytes, note: CUT_NOTE }) + end;
  if (earlier === undefined) return `${marker}\n${body}`;
  return `${marker}\n${fitBody(`${body}\n\n${earlier}`, { maxBytes: MAX_BODY_BYTES - Buffer.byteLength(`${marker}\n`), note: EARLIER_NOTE })}`;
}

const EARLIER_NOTE = '… and more before that, which the comments tell.';

function commentOf(text: string, header: string): string {
  const end = `\n\n${header}`;
  return fitBody(text, { maxBytes: MAX_BODY_BYTES - Buffer.byteLength(end), note: CUT_NOTE }) + end;
}

function stateOf({ body }: Issue): string | undefined {
  return readMarker(body)?.fields['state'];
}

function pictureOf({ body }: Issue): string | undefined {
  return readMarker(body)?.fields['picture'];
}

/** The same text with another state in its marker. */
function withState({ body }: Issue, state: string): string {
  const { pipeline = '', kind = '', picture = '' } = readMarker(body)?.fields ?? {};
  const marker = formatMarker({ name: 'issue', fields: { pipeline, kind, state, picture } });
  return `${marker}\n${textBelowMarker(body)}`;
}

interface Carried {
  readonly issue: Issue | undefined;
  readonly refusal: GithubRefusal | undefined;
}

async function carryOut(
  api: GithubApi,
  verdict: IssueVerdict,
  decision: IssueDecision,
  settings: IssueSettings,
): Promise<Carried> {
  switch (decision.tag) {
    case 'none':
      return { issue: decision.issue, refusal: undefined };
    case 'open':
      return await open(api, decision, settings);
    case 'update': {
      const { issue, change, comment } = decision;
      const updated = await api.updateIssue(issue.number, change);
      // Deleted or moved away since it was listed.
      const isGone = updated.tag === 'refused' && (updated.status === 404 || updated.status === 410);
      if (isGone && verdict.tag === 'raised')
        return await open(
          api,
          { title: verdict.text.title, body: bodyOf(verdict, settings.header) },
          settings,
        );
      if (updated.tag === 'refused') return { issue: undefined, refusal: isGone ? undefined : updated };
      return { issue: updated.data, refusal: await addComment(api, issue.number, comment) };
    }
  }
}

async function open(
  api: GithubApi,
  { title, body }: { readonly title: string; readonly body: string },
  { labels, assignees }: IssueSettings,
): Promise<Carried> {
  const label = await api.ensureLabel(ISSUE_LABEL);
  if (label.tag === 'refused') return { issue: undefined, refusal: label };
  const issue = { title, body, labels: [ISSUE_LABEL.name, ...labels], assignees };
  const opened = await api.createIssue(issue);
  if (opened.tag === 'refused') return { issue: undefined, refusal: opened };
  return { issue: opened.data, refusal: undefined };
}

async function addComment(
  api: GithubApi,
  issueNumber: number,
  comment: string | undefined,
): Promise<GithubRefusal | undefined> {
  if (comment === undefined) return undefined;
  const added = await api.createComment({ tag: 'issue', number: issueNumber }, comment);
  return added.tag === 'refused' ? added : undefined;
}
