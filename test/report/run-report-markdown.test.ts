import { describe, expect, it } from 'vitest';
import { formatFailureMarkdown, formatRunReportsMarkdown } from '../../src/report/run-report-markdown.ts';
import { ORDERS, sampleRunReport } from './sample-run-report.ts';
import { SITUATION_REPORTS, SITUATIONS } from './sample-situations.ts';

const MAX_BYTES = 900 * 1024;

/** As long as text of each kind can get, and all of it wants escaping. */
const LONG = '<|&`@a>\n'.repeat(20_000);

describe('formatRunReportsMarkdown', () => {
  // `vitest run test/report --update` renews the files, for a person to read.
  it.each(SITUATIONS)('tells $name as its golden file has it', async ({ name, reports, options }) => {
    await expect(formatRunReportsMarkdown(reports, options)).toMatchFileSnapshot(`golden/${name}.md`);
  });

  it('says in its first lines whether it worked, what changed, and how far behind the target is', () => {
    const [heading, , verdict, , lag] = formatRunReportsMarkdown([sampleRunReport()]).split('\n');
    expect(heading).toMatch(/^### ✅ orders/);
    expect(verdict).toContain('**Done in 12.4s**: 1 table loaded (50,000 rows), 1,219 changes merged');
    expect(lag).toMatch(/^- Caught up with the source/);
  });

  it('never lets a name become markup', () => {
    const source = 'public.`x`|<img src=x>[a](http://e) @everyone';
    const text = formatRunReportsMarkdown([sampleRunReport({ tables: [{ ...ORDERS, source }] })]);
    const row = text.split('\n').find((line) => line.includes('img src')) ?? '';
    expect(row).not.toMatch(/[`<>@[\]]/);
    expect(row.match(/\|/g)).toHaveLength(6);
  });

  it('fences an error message that contains a fence', () => {
    const text = formatRunReportsMarkdown([
      sampleRunReport({
        status: 'failed',
        error: { code: 'source-query-failed', message: 'before\n```\nafter', solution: null },
      }),
    ]);
    expect(text).toContain('> ````text\n> before\n> ```\n> after\n> ````');
  });

  it('lists the tables that changed, the most rows first, and counts the others', () => {
    const named = (source: string, changes: number) => ({
      ...ORDERS,
      source,
      changes,
      insertedRows: changes,
    });
    const quiet = { ...named('public.quiet', 0), updatedRows: 0, deletedRows: 0 };
    const text = formatRunReportsMarkdown([
      sampleRunReport({ tables: [named('public.small', 1), quiet, named('public.large', 9)], notices: [] }),
    ]);
    expect(text.match(/public\.\w+/g)?.slice(0, 2)).toEqual(['public.large', 'public.small']);
    expect(text).not.toContain('public.quiet');
    expect(text).toContain('1 more table had no changes.');
    expect(text).not.toContain('loaded |');
  });

  it('says nothing of a cost without a price, and of an idle run that there was none', () => {
    expect(formatRunReportsMarkdown([sampleRunReport()])).toContain(
      '**Warehouse**: 14 statements, busy 2.3s.',
    );
    expect(formatRunReportsMarkdown([SITUATION_REPORTS.idle])).toContain(
      '**Warehouse**: not contacted, so this run cost nothing there.',
    );
  });

  it('stays quiet about a start that is as late as starts are', () => {
    const trigger = {
      event: 'schedule',
      cron: '*/15 * * * *',
      dueAt: '2026-01-02T03:00:00.000Z',
      startedAt: '2026-01-02T03:04:05.000Z',
      skipped: 0,
    };
    const verdictFor = (lateMs: number): string =>
      formatRunReportsMarkdown([sampleRunReport({ trigger: { ...trigger, lateMs } })]).split(
        '<details>',
      )[0] ?? '';
    expect(verdictFor(4 * 60_000)).not.toContain('late');
    expect(verdictFor(40 * 60_000)).toContain('⏰ Started 40m 00s late');
  });

  it('tells a pipeline that has no report, because the program was told to stop', () => {
    const text = formatRunReportsMarkdown([sampleRunReport()], { unfinished: ['later_to_lake'] });
    expect(text).toContain('## ⏸️ 1 of 2 pipelines not caught up');
    expect(text).toMatch(/\| ⏸️ \| \*\*later.+not begun or not finished/);
  });

  it('folds the pipelines that have nothing to say when another one has', () => {
    const text = formatRunReportsMarkdown([SITUATION_REPORTS.idle, SITUATION_REPORTS.failed]);
    expect(text.indexOf('### ❌')).toBeLessThan(text.indexOf('### ✅'));
    expect(text).toMatch(/<summary>✅ orders.+nothing to do/);
  });

  it('stays under 900 KiB with 5,000 tables of long names, and keeps verdict and remedy', () => {
    const table = { ...ORDERS, source: `public.${LONG}` };
    const report = sampleRunReport({
      status: 'failed',
      tables: Array.from({ length: 5000 }, () => table),
      drift: Array.from({ length: 5000 }, () => ({
        table: LONG,
        kind: 'column-added' as const,
        column: LONG,
        type: LONG,
        statements: [LONG],
        outcome: LONG,
      })),
      notices: Array.from({ length: 5000 }, () => LONG),
      error: { code: 'source-query-failed', message: LONG, solution: LONG },
    });
    const text = formatRunReportsMarkdown([report]);
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(MAX_BYTES);
    expect(text).toContain('### ❌ orders');
    expect(text).toContain('#### What to do');
    expect(text).toContain('Left out because of its length');
  });

  it('stays under 900 KiB with 2,000 pipelines, the failed ones first', () => {
    const failed = { ...SITUATION_REPORTS.failed, pipeline: 'the_failed_one' };
    const others = Array.from({ length: 2000 }, () => ({ ...SITUATION_REPORTS.drift, pipeline: LONG }));
    const text = formatRunReportsMarkdown([...others, failed]);
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(MAX_BYTES);
    expect(text).toContain('## ❌ 1 of 2,001 pipelines failed');
    expect(text.indexOf('### ')).toBe(text.indexOf('### ❌ the'));
  });
});

describe('formatFailureMarkdown', () => {
  it('says what kept everything from running, and what to do', () => {
    const text = formatFailureMarkdown({
      code: 'source-permission-denied',
      message: 'User "reader" may not use replication.',
      solution: 'ALTER ROLE reader REPLICATION;',
    });
    expect(text).toMatch(/^### ❌ Nothing was run\n/);
    expect(text).toContain('```sql\nALTER ROLE reader REPLICATION;\n```');
  });
});
