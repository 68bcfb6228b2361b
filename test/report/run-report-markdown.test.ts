import { describe, expect, it } from 'vitest';
import { formatRunReportsMarkdown } from '../../src/report/run-report-markdown.ts';
import { ORDERS, sampleRunReport } from './sample-run-report.ts';

const MEBIBYTE = 1_048_576;

describe('formatRunReportsMarkdown', () => {
  it('shows a good run as a heading, a verdict and a table', () => {
    expect(formatRunReportsMarkdown([sampleRunReport()])).toMatchInlineSnapshot(`
      "### ✅ orders&#95;to&#95;lake

      **Done in 12.4s: 1 table loaded (50,000 rows), 1,219 changes merged in 2 intervals, 1 schema change followed.**

      - Caught up with the source (before the run it was behind by 1.2 MiB of log, 14m 03s)
      - Checkpoint moved from 0/16B3748 to 0/17C0000; slot lakeflow&#95;slot

      | source | target | loaded | inserted | updated | deleted |
      | --- | --- | ---: | ---: | ---: | ---: |
      | public.orders | lakehouse.postgres&#95;raw.pg&#95;orders | 0 | 12 | 1,204 | 3 |
      | public.customers | lakehouse.postgres&#95;raw.pg&#95;customers | 50,000 | 0 | 0 | 0 |

      #### Schema drift

      **public.orders**: column added: channel text. Added; 1,204 existing rows received the default.

      \`\`\`sql
      ALTER TABLE "lakehouse"."postgres_raw"."pg_orders" ADD COLUMN "channel" VARCHAR
      \`\`\`

      > the slot was created by this run

      <details><summary>Details</summary>

      - Staged: 51,219 rows, 3 files, 3.4 MiB
      - Warehouse: 14 statements, 2.3s busy, 47.1 KiB uploaded
      - Time: preflight 0.1s · load 3.0s · drain 4.0s · stage 2.0s · merge 3.0s · checkpoint 0.2s · acknowledge 0.1s
      - Run: run-1, 2026-01-02T03:04:05.000Z to 2026-01-02T03:04:17.400Z

      </details>
      "
    `);
  });

  it('never lets a name become markup', () => {
    const source = 'public.`x`|<img src=x>[a](http://e) @everyone';
    const text = formatRunReportsMarkdown([sampleRunReport({ tables: [{ ...ORDERS, source }] })]);
    const row = text.split('\n').find((line) => line.includes('img src')) ?? '';
    expect(row).not.toMatch(/[`<>@[\]]/);
    expect(row.match(/\|/g)).toHaveLength(7);
  });

  it('fences an error message that contains a fence', () => {
    const text = formatRunReportsMarkdown([
      sampleRunReport({
        status: 'failed',
        error: { code: 'source-query-failed', message: 'before\n```\nafter', solution: null },
      }),
    ]);
    expect(text).toContain('````text\nbefore\n```\nafter\n````');
  });

  it('stays under the size at which the runner drops a summary, and keeps the verdict', () => {
    const table = { ...ORDERS, source: `public.${'x'.repeat(2000)}` };
    const text = formatRunReportsMarkdown([
      sampleRunReport({ tables: Array.from({ length: 5000 }, () => table) }),
    ]);
    expect(Buffer.byteLength(text)).toBeLessThan(MEBIBYTE);
    expect(text).toContain('### ✅ orders');
  });
});
