import { fitBody, MAX_BODY_BYTES } from './fit-body.ts';
import type { GithubApi, GithubRefusal, IssueComment } from './github-api.ts';
import { formatMarker, hashOf, type MarkerName, readMarker } from './marker.ts';
import { keepOwn } from './own-author.ts';

/** When a pull request gets a comment: when something would change, with every run, or never. */
export const COMMENT_MODES = ['changes-only', 'always', 'never'] as const;
export type CommentMode = (typeof COMMENT_MODES)[number];

/** What a pull request's one comment of its kind and key should say. */
export interface WantedComment {
  readonly name: Extract<MarkerName, 'plan' | 'run'>;
  /** What tells this comment from others of its kind: the configuration's path, an environment. */
  readonly key: string;
  /** One line about this very run, outside of the hash: a comment is not touched for its sake. */
  readonly header: string;
  /** Markdown of our own blocks, of any length. */
  readonly body: string;
  /**
   * What has to change for the comment to be touched; the whole text unless told. For texts with figures of the moment in them,
   * such as estimates, for whose sake nobody wants to be shown another comment.
   */
  readonly essence?: string;
  /** Whether there is anything to tell; if not, an earlier comment is marked as resolved, and no new one is written. */
  readonly hasChanges: boolean;
  /** Where the whole text is, for one that has to be cut. */
  readonly summaryUrl: string;
}

/** What is to be done, decided from what there is. `surplus` are ids of our own comments that say the same twice. */
export type CommentDecision =
  | { readonly tag: 'none' }
  | { readonly tag: 'keep'; readonly comment: IssueComment; readonly surplus: readonly number[] }
  | { readonly tag: 'create'; readonly body: string }
  | {
      readonly tag: 'update';
      readonly comment: IssueComment;
      readonly body: string;
      readonly surplus: readonly number[];
    };

export type CommentOutcome =
  | { readonly tag: 'none' }
  | { readonly tag: 'kept' | 'created' | 'updated'; readonly commentId: number; readonly url: string }
  | GithubRefusal;

/**
 * Makes a pull request's comment say what is wanted: one comment, whatever happens. Unchanged text makes no call that writes,
 * changed text an update, which notifies nobody. A comment that somebody deleted meanwhile is written anew.
 */
export async function tendComment(
  api: GithubApi,
  pullNumber: number,
  wanted: WantedComment,
  mode: CommentMode,
): Promise<CommentOutcome> {
  if (mode === 'never') return { tag: 'none' };
  const place = { tag: 'pull-request', number: pullNumber } as const;
  const comments = await api.listComments(place);
  if (comments.tag === 'refused') return comments;
  const own = await keepOwn(api, matchesOf(comments.data, wanted));
  const decision = decideComment(own, wanted, mode);
  const outcome = await carryOut(api, pullNumber, decision);
  if (decision.tag === 'keep' || decision.tag === 'update')
    for (const id of decision.surplus) await api.deleteComment(id);
  return outcome;
}

/** Comments with the wanted one's marker, by anybody. */
function matchesOf(comments: readonly IssueComment[], { name, key }: WantedComment): readonly IssueComment[] {
  return comments.filter(({ body }) => {
    const marker = readMarker(body);
    return marker?.name === name && marker.fields['key'] === key;
  });
}

/** Decides from our own comments of this kind and key, oldest first. The oldest one stays. */
export function decideComment(
  own: readonly IssueComment[],
  wanted: WantedComment,
  mode: Exclude<CommentMode, 'never'>,
): CommentDecision {
  const [comment, ...others] = own;
  const isResolved = !wanted.hasChanges && mode === 'changes-only';
  const text = isResolved ? `${RESOLVED}\n\n${wanted.body}` : wanted.body;
  if (comment === undefined)
    return isResolved ? { tag: 'none' } : { tag: 'create', body: bodyOf(wanted, text) };
  const surplus = others.map(({ id }) => id);
  if (readMarker(comment.body)?.fields['hash'] === hashOfComment(wanted, text))
    return { tag: 'keep', comment, surplus };
  return { tag: 'update', comment, body: bodyOf(wanted, text), surplus };
}

const RESOLVED = '✅ **Resolved:** nothing is left of what stood here.';

/** The marker holds the hash of the whole text, so that what was cut counts, too. */
function bodyOf(wanted: WantedComment, text: string): string {
  const { name, key, header, summaryUrl } = wanted;
  const head = `${formatMarker({ name, fields: { key, hash: hashOfComment(wanted, text) } })}\n${header}\n\n`;
  const note = `… cut here, because GitHub takes no longer comments: [the run's summary](${summaryUrl}) has all of it.`;
  return head + fitBody(text, { maxBytes: MAX_BODY_BYTES - Buffer.byteLength(head), note });
}

function hashOfComment({ essence, hasChanges }: WantedComment, text: string): string {
  return hashOf(essence === undefined ? text : `${hasChanges} ${essence}`);
}

async function carryOut(
  api: GithubApi,
  pullNumber: number,
  decision: CommentDecision,
): Promise<CommentOutcome> {
  switch (decision.tag) {
    case 'none':
      return decision;
    case 'keep':
      return { tag: 'kept', commentId: decision.comment.id, url: decision.comment.url };
    case 'create':
      return await create(api, pullNumber, decision.body);
    case 'update': {
      const updated = await api.updateComment(decision.comment.id, decision.body);
      if (updated.tag === 'answered')
        return { tag: 'updated', commentId: updated.data.id, url: updated.data.url };
      return updated.status === 404 ? await create(api, pullNumber, decision.body) : updated;
    }
  }
}

async function create(api: GithubApi, pullNumber: number, body: string): Promise<CommentOutcome> {
  const created = await api.createComment({ tag: 'pull-request', number: pullNumber }, body);
  if (created.tag === 'refused') return created;
  return { tag: 'created', commentId: created.data.id, url: created.data.url };
}
