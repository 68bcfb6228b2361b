import { describe, expect, it } from 'vitest';
import { runCommentOf } from '../../../src/report/github/run-comment.ts';
import { tendComment } from '../../../src/report/github/sticky-comment.ts';
import { issuesOf } from '../../../src/report/issue-verdict.ts';
import { sampleRunReport } from '../sample-run-report.ts';
import { openPull } from './client-of.ts';

const FACTS = { intervalMs: null, workflow: null };
const PLACE = { key: 'pipelines', header: 'Commit 1a2b3c4', summaryUrl: 'https://example.com' };
const ERROR = { code: 'slot-missing', message: 'There is no slot "s".', solution: 'Run again.' } as const;

describe('a run on a pull request', () => {
  it('tells in one comment what it would raise in issues, and takes it back', async () => {
    await using open = await openPull();
    const bad = issuesOf(sampleRunReport({ status: 'failed', error: ERROR }), FACTS);
    await tendComment(open.api, 7, runCommentOf(bad, PLACE), 'changes-only');
    const body = open.github.commentsOf(7)[0]?.body ?? '';
    expect(body).toContain('fails.**');
    expect(body).toContain('followed in the target.**');
    const good = issuesOf(sampleRunReport({ drift: [] }), FACTS);
    await tendComment(open.api, 7, runCommentOf(good, PLACE), 'changes-only');
    expect(open.github.commentsOf(7)).toHaveLength(1);
    expect(open.github.commentsOf(7)[0]?.body).toMatch(/✅ \*\*Resolved:\*\* .*\n\nThe run ended well/);
  });
});
