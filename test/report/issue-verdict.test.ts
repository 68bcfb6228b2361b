import { describe, expect, it } from 'vitest';
import type { RunReport } from '../../src/model/run-report.ts';
import { issuesOf } from '../../src/report/issue-verdict.ts';
import { sampleRunReport } from './sample-run-report.ts';
import { SITUATION_REPORTS } from './sample-situations.ts';

const MINUTE_MS = 60_000;
const FACTS = { intervalMs: 15 * MINUTE_MS, workflow: 'tributary.yml' };
const TRIGGER = {
  event: 'schedule',
  cron: '*/15 * * * *',
  dueAt: '2026-01-02T03:00:00.000Z',
  startedAt: '2026-01-02T03:04:05.000Z',
  lateMs: 245_000,
  skipped: 0,
} as const;
const DROPPED = {
  table: 'public.orders',
  kind: 'column-dropped',
  column: 'fax',
  type: 'text',
  statements: [],
  outcome: 'Kept.',
} as const;

/** What a report says to each kind of issue: `+` raised, `-` recovered. */
function said(changes: Partial<RunReport>, facts = FACTS): readonly string[] {
  const report = sampleRunReport({ drift: [], ...changes });
  return issuesOf(report, facts).map(({ tag, kind }) => `${tag === 'raised' ? '+' : '-'}${kind}`);
}

function stateOf(changes: Partial<RunReport>): string | undefined {
  const [first] = issuesOf(sampleRunReport({ drift: [], ...changes }), FACTS);
  return first?.tag === 'raised' ? first.state : undefined;
}

function failed(message: string): Partial<RunReport> {
  return { status: 'failed', error: { code: 'target-timeout', message, solution: null } };
}

const BEHIND = { caughtUp: false, notCaughtUp: 'max_duration', status: 'stopped' } as const;
const behindBy = (seconds: number | null) => ({
  ...BEHIND,
  lag: { before: { bytes: 1, seconds }, after: { bytes: 1, seconds } },
});
const wal = (risk: 'none' | 'watch' | 'danger') => ({ ...WAL, risk });
const WAL = {
  retainedBytes: 12_884_901_888,
  limitBytes: 17_179_869_184,
  safeBytes: 4_294_967_296,
  bytesPerHour: 1_073_741_824,
  hoursLeft: 4,
  sentence: 'The slot keeps 12 GiB of log.',
} as const;

describe('what a run says to the issues of its pipeline', () => {
  it.each<[string, Partial<RunReport>, readonly string[]]>([
    ['a good run', {}, ['-failing', '-stale']],
    ['a run with nothing to do', { status: 'nothing-to-do' }, ['-failing', '-stale']],
    ['a failed run', failed('Too slow.'), ['+failing']],
    ['a run that found another one active', { status: 'another-run-active', wal: wal('none') }, []],
    [
      'a run that was fenced',
      { status: 'failed', error: { code: 'checkpoint-fenced', message: '', solution: null } },
      [],
    ],
    [
      'a run that was interrupted',
      { status: 'failed', error: { code: 'interrupted', message: '', solution: null } },
      [],
    ],
    ['a run that was told to stop', behindBy(60), []],
    ['a run that was told to stop and is hours behind', behindBy(7200), ['+stale']],
    ['a run that does not know how far it is behind', behindBy(null), []],
    ['a run that followed a schema change', { drift: [DROPPED] }, ['-failing', '+drift', '-stale']],
    [
      'a failed run that had followed a schema change',
      { ...failed('x'), drift: [DROPPED] },
      ['+failing', '+drift'],
    ],
    ['a run in time', { trigger: TRIGGER }, ['-failing', '-stale']],
    ['a run hours late', { trigger: { ...TRIGGER, lateMs: 2 * 3_600_000 } }, ['-failing', '+stale']],
    ['a run that stands in for many', { trigger: { ...TRIGGER, skipped: 4 } }, ['-failing', '+stale']],
    ['a run that stands in for a few', { trigger: { ...TRIGGER, skipped: 3 } }, ['-failing', '-stale']],
    ['a slot far from its limit', { wal: wal('none') }, ['-failing', '-stale', '-slot-at-risk']],
    ['a slot near its limit', { wal: wal('watch') }, ['-failing', '-stale']],
    ['a slot in danger', { wal: wal('danger') }, ['-failing', '-stale', '+slot-at-risk']],
    [
      'a failed run whose slot is in danger',
      { ...failed('x'), wal: wal('danger') },
      ['+failing', '+slot-at-risk'],
    ],
  ])('%s', (_, changes, expected) => {
    expect(said(changes)).toEqual(expected);
  });

  it('allows more lateness where runs are rare, and six hours where nobody knows', () => {
    const late = { trigger: { ...TRIGGER, lateMs: 5 * 3_600_000, skipped: 9 } };
    expect(said(late, { ...FACTS, intervalMs: 24 * 3_600_000 })).toContain('+stale');
    expect(
      said({ trigger: { ...TRIGGER, lateMs: 5 * 3_600_000 } }, { ...FACTS, intervalMs: 86_400_000 }),
    ).toContain('-stale');
    const facts = { intervalMs: null, workflow: null };
    expect(
      issuesOf(sampleRunReport(late), facts).some(({ kind, tag }) => kind === 'stale' && tag === 'raised'),
    ).toBe(false);
  });

  it('takes a failure for the same while only numbers differ', () => {
    expect(
      stateOf(failed('orders: stopped at 0/16B3748 after 61 s (01f0c1d2-0000-4000-8000-00ab00cd00ef).')),
    ).toBe(stateOf(failed('orders: stopped at 1/FFAB9C8 after 7 s (01f0c1d3-0000-4000-8000-00ab00cd00ee).')));
    expect(stateOf(failed('orders: stopped.'))).not.toBe(stateOf(failed('customers: stopped.')));
  });

  it('takes a slot in danger for the same while only the amounts differ', () => {
    const states = [4, 3].map((hoursLeft) =>
      issuesOf(sampleRunReport({ wal: { ...WAL, hoursLeft, risk: 'danger' } }), FACTS).find(
        ({ kind }) => kind === 'slot-at-risk',
      ),
    );
    expect(states[0]).toMatchObject({ tag: 'raised', state: 'danger' });
    expect(states[1]).toMatchObject({ tag: 'raised', state: 'danger' });
  });
});

const ISSUES = [
  { name: 'failing', kind: 'failing', report: SITUATION_REPORTS.failed },
  {
    name: 'failing-for-a-while',
    kind: 'failing',
    report: sampleRunReport({
      status: 'failed',
      checkpoint: { from: '0/16B3748', to: '0/16B3748' },
      drift: [],
      error: {
        code: 'source-unreachable',
        message: 'db.example.com:5432 does not answer.',
        solution: 'Check that the server runs, and that the runner’s address may connect.',
      },
    }),
  },
  { name: 'drift', kind: 'drift', report: SITUATION_REPORTS.drift },
  { name: 'stale', kind: 'stale', report: SITUATION_REPORTS.danger },
  {
    name: 'late',
    kind: 'stale',
    report: sampleRunReport({ trigger: { ...TRIGGER, lateMs: 5 * 3_600_000, skipped: 19 } }),
  },
  { name: 'slot-at-risk', kind: 'slot-at-risk', report: SITUATION_REPORTS.danger },
] as const;

describe('the texts of issues', () => {
  // `vitest run test/report --update` renews the files, for a person to read.
  it.each(ISSUES)('are those of the golden file: $name', async ({ name, kind, report }) => {
    const verdict = issuesOf(report, FACTS).find((one) => one.kind === kind);
    const text = verdict?.tag === 'raised' ? verdict.text : undefined;
    const page = [
      `<!-- title: ${text?.title} -->`,
      text?.body,
      '<!-- the comment on a change of state -->',
      text?.news,
      '',
    ].join('\n\n');
    await expect(page).toMatchFileSnapshot(`golden/issue-${name}.md`);
  });

  it('show foreign text as it is', () => {
    const report = sampleRunReport({
      pipeline: '@octo/team <b>#12</b>',
      status: 'failed',
      drift: [{ ...DROPPED, column: '<!-- x -->', table: 'public.`a`|b' }],
      error: { code: 'table-missing', message: 'No <img src=x> for @octocat, see #3.', solution: null },
    });
    for (const verdict of issuesOf(report, FACTS)) {
      const text = verdict.tag === 'raised' ? `${verdict.text.body}${verdict.text.news}` : verdict.news;
      expect(text).not.toMatch(/<(?!\/?(?:details|summary)\b)|@o|(?<!&)#\d/);
    }
  });

  it('have a title that GitHub takes, however long the names are', () => {
    const [verdict] = issuesOf(sampleRunReport({ ...failed('x'), pipeline: `${'é'.repeat(400)}\n` }), FACTS);
    const title = verdict?.tag === 'raised' ? verdict.text.title : '';
    expect(title).toHaveLength(200);
    expect(title).not.toContain('\n');
  });
});
