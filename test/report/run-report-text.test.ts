import { describe, expect, it } from 'vitest';
import { formatRunReportText } from '../../src/report/run-report-text.ts';
import { sampleRunReport } from './sample-run-report.ts';
import { SITUATION_REPORTS } from './sample-situations.ts';

const plain = { colours: false };
const NO_TIMES = { preflight: 0, load: 0, drain: 0, stage: 0, merge: 0, checkpoint: 0, acknowledge: 0 };

describe('formatRunReportText', () => {
  it('shows a good run: verdict, lag and checkpoint first, then tables, drift, notices and facts', () => {
    expect(formatRunReportText(sampleRunReport(), plain)).toMatchInlineSnapshot(`
      "✔ orders_to_lake: done in 12.4s: 1 table loaded (50,000 rows), 1,219 changes merged in 2 intervals, 1 schema change followed
        caught up with the source (before the run it was behind by 1.2 MiB of log, 14m 03s)
        checkpoint moved from 0/16B3748 to 0/17C0000; slot lakeflow_slot

        source            target                               loaded  inserted  updated  deleted
        ────────────────  ───────────────────────────────────  ──────  ────────  ───────  ───────
        public.orders     lakehouse.postgres_raw.pg_orders          0        12    1,204        3
        public.customers  lakehouse.postgres_raw.pg_customers  50,000         0        0        0

      Schema drift
        public.orders: column added: channel text
          Added; 1,204 existing rows received the default.
          ALTER TABLE "lakehouse"."postgres_raw"."pg_orders" ADD COLUMN "channel" VARCHAR

      Notices
        the slot was created by this run
        public.customers: 2 values without a place in the target type became NULL

        staged     51,219 rows in 3 files, 3.4 MiB
        warehouse  14 statements, 2.3s busy
        time       preflight 0.1s · load 3.0s · drain 4.0s · stage 2.0s · merge 3.0s · checkpoint 0.2s · acknowledge 0.1s
        run        run-1, 2026-01-02T03:04:05.000Z to 2026-01-02T03:04:17.400Z
      "
    `);
  });

  it('says that an idle run never opened the lakehouse', () => {
    const report = sampleRunReport({
      status: 'nothing-to-do',
      durationMs: 300,
      checkpoint: { from: '0/17C0000', to: '0/17C0000' },
      lag: { before: { bytes: 0, seconds: 0 }, after: { bytes: 0, seconds: 0 } },
      intervals: 0,
      tables: [],
      drift: [],
      staged: { files: 0, bytes: 0, rows: 0 },
      stageDurationsMs: NO_TIMES,
      warehouse: { opened: false, statements: 0, busyMs: 0, uploadedBytes: 0 },
      notices: [],
    });
    expect(formatRunReportText(report, plain)).toMatchInlineSnapshot(`
      "✔ orders_to_lake: nothing to do (0.3s): no change of the selected tables was pending, and the lakehouse was not opened
        caught up with the source
        checkpoint unchanged at 0/17C0000; slot lakeflow_slot

        warehouse  not opened
        run        run-1, 2026-01-02T03:04:05.000Z to 2026-01-02T03:04:17.400Z
      "
    `);
  });

  it('says of a failure what happened, what to do, and where the next run goes on', () => {
    const report = sampleRunReport({
      status: 'failed',
      caughtUp: false,
      notCaughtUp: 'the run failed',
      checkpoint: { from: null, to: null },
      lag: { before: { bytes: null, seconds: null }, after: { bytes: null, seconds: null } },
      tables: [],
      drift: [],
      staged: { files: 0, bytes: 0, rows: 0 },
      stageDurationsMs: { ...NO_TIMES, preflight: 40 },
      warehouse: { opened: false, statements: 0, busyMs: 0, uploadedBytes: 0 },
      notices: [],
      error: {
        code: 'source-unreachable',
        message: 'Cannot connect to pg-prod.internal:5432: connection refused.',
        solution: 'Check that PostgreSQL is running and listens on that address.',
      },
    });
    expect(formatRunReportText(report, plain)).toMatchInlineSnapshot(`
      "✘ orders_to_lake: failed after 12.4s; nothing was written
        not caught up: the run failed; behind by an unknown amount
        no checkpoint was read or written; slot lakeflow_slot

      What happened (source-unreachable)
        Cannot connect to pg-prod.internal:5432: connection refused.
      What to do
        Check that PostgreSQL is running and listens on that address.
        Run it again: the next run goes on from the checkpoint. Nothing is lost.

        warehouse  not opened
        run        run-1, 2026-01-02T03:04:05.000Z to 2026-01-02T03:04:17.400Z
      "
    `);
  });

  it('names the reason when a run stopped before it was caught up', () => {
    const text = formatRunReportText(
      sampleRunReport({ status: 'stopped', caughtUp: false, notCaughtUp: 'max_duration was reached' }),
      plain,
    );
    expect(text).toContain('stopped after 12.4s before it was caught up');
    expect(text).toContain('not caught up: max_duration was reached');
  });

  it('does not call another active run a failure', () => {
    const text = formatRunReportText(sampleRunReport({ status: 'another-run-active' }), plain);
    expect(text).toMatch(/^• orders_to_lake: another run is active on slot lakeflow_slot/);
  });

  it('shows escapes in foreign text instead of obeying them', () => {
    const report = sampleRunReport({ pipeline: 'a\u001b[2Jb', notices: ['line one\r\nline two'] });
    const text = formatRunReportText(report, plain);
    expect(text).not.toContain('\u001b');
    expect(text).toContain('a\\u001b[2Jb');
    expect(text).toContain('line one line two');
  });

  it('paints only when colours are wanted', () => {
    expect(formatRunReportText(sampleRunReport(), plain)).not.toContain('\u001b[');
    expect(formatRunReportText(sampleRunReport(), { colours: true })).toContain('\u001b[32m✔\u001b[39m');
  });

  it('tells loads under way, a slot in danger, a late start, and what it cost', () => {
    const text = formatRunReportText(SITUATION_REPORTS.danger, plain);
    expect(text).toContain(
      '  started 42m 10s late (due at 2026-01-02 03:00 UTC by cron */15 * * * *); no run began at 6',
    );
    expect(text).toContain('\nThe slot is in danger\n  The slot keeps 12.3 GiB of log of at most 16.0 GiB');
    expect(text).toContain('1 table loaded in part (4,100,000 rows)');
    expect(text).toContain(
      'Loads under way\n  public.events: 4,100,000 rows of about 10,000,000 (41%); the next run goes on\n  audit.log: 120,000 rows; the next backfill goes on',
    );
    expect(text).toContain('warehouse  61 statements, 11m 21s busy, ≈ 0.53 USD');
  });

  it('says nothing of a slot and of a start that are as they should be', () => {
    expect(formatRunReportText(SITUATION_REPORTS.idle, plain)).not.toMatch(/slot is|slot wants|late/);
  });
});
