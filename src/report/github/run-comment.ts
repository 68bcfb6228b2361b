import type { IssueVerdict } from '../issue-verdict.ts';
import type { WantedComment } from './sticky-comment.ts';

/**
 * What a run has to tell on a pull request, where a comment stands in for issues: they are about the default branch. The same
 * texts, one under the other; without any the comment is resolved.
 */
export function runCommentOf(
  verdicts: readonly IssueVerdict[],
  place: Pick<WantedComment, 'key' | 'header' | 'summaryUrl'>,
): WantedComment {
  const raised = verdicts.filter((verdict) => verdict.tag === 'raised');
  return {
    ...place,
    name: 'run',
    hasChanges: raised.length > 0,
    body:
      raised.length > 0
        ? raised.map(({ text }) => text.body).join('\n\n---\n\n')
        : 'The run ended well, and nothing has drifted.',
  };
}
