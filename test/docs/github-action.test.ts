import { describe, expect, it } from 'vitest';
import { ISSUE_LABEL } from '../../src/report/github/managed-issue.ts';
import { formatMarker } from '../../src/report/github/marker.ts';
import { issuesOf } from '../../src/report/issue-verdict.ts';
import { SITUATION_REPORTS } from '../report/sample-situations.ts';
import { readPage } from './pages.ts';

const PAGE = await readPage('docs/github-action.md');

/** The text from a heading to the next one of any level. */
function section(heading: string): string {
  const [, text] = PAGE.split(`\n${heading}\n`);
  if (text === undefined) throw new Error(`no heading "${heading}"`);
  return text.split(/^#+ /m)[0] ?? '';
}

/** What the first cells of a section's table rows hold as code. */
function firstCells(text: string): readonly string[] {
  return [...text.matchAll(/^\| `([^`]+)` \|/gm)].map(([, code = '']) => code);
}

describe('docs/github-action.md', () => {
  it('tells of every command that the Action has, and of no other', async () => {
    const source = await readPage('src/commands/action-inputs.ts');
    const [, list = ''] = /ACTION_COMMANDS = \[([^\]]*)\]/.exec(source) ?? [];
    const commands = [...list.matchAll(/'([a-z]+)'/g)].map(([, name]) => name);
    expect(commands).not.toEqual([]);
    expect(firstCells(section('## The commands')).toSorted()).toEqual(commands.toSorted());
    const headings = [...PAGE.matchAll(/^## ([a-zB]+)$/gm)].map(([, name = '']) => name.toLowerCase());
    expect(headings.toSorted()).toEqual(commands.toSorted());
  });

  it('tells of every kind of finding about migrations', async () => {
    expect(firstCells(section('## Migrations foretold')).toSorted()).toEqual(
      (await diagnosticCodes()).filter((code) => code.startsWith('migration-')).toSorted(),
    );
  });

  it('tells of every kind of issue, and by what it is found', async () => {
    const source = await readPage('src/report/issue-verdict.ts');
    const [, union = ''] = /type IssueKind = ([^;]*);/.exec(source) ?? [];
    const kinds = [...union.matchAll(/'([a-z-]+)'/g)].map(([, kind]) => kind);
    const issues = section('### Issues');
    expect(firstCells(issues).toSorted()).toEqual(kinds.toSorted());
    expect(issues).toContain(`the label \`${ISSUE_LABEL.name}\``);
  });

  it('says when an issue about lateness is raised', () => {
    expect(section('### Issues')).toContain('by four intervals of the `schedule`, and at least an hour');
    const kindsWhenLateBy = (lateMs: number, intervalMs: number | null) =>
      issuesOf(
        {
          ...SITUATION_REPORTS.drift,
          trigger: { event: 'schedule', cron: null, dueAt: null, startedAt: '', lateMs, skipped: 0 },
        },
        { intervalMs, workflow: null },
      ).flatMap(({ tag, kind }) => (tag === 'raised' ? [kind] : []));
    const [minute, hour] = [60_000, 3_600_000];
    expect(kindsWhenLateBy(59 * minute, 5 * minute)).not.toContain('stale');
    expect(kindsWhenLateBy(hour, 5 * minute)).toContain('stale');
    expect(kindsWhenLateBy(4 * hour - 1, hour)).not.toContain('stale');
    expect(kindsWhenLateBy(4 * hour, hour)).toContain('stale');
    expect(kindsWhenLateBy(6 * hour - 1, null)).not.toContain('stale');
    expect(kindsWhenLateBy(6 * hour, null)).toContain('stale');
  });

  it('shows the marker of a comment as it is written', () => {
    const marker = formatMarker({ name: 'plan', fields: { key: 'pipelines/', hash: '' } });
    expect(PAGE).toContain(marker.replace(/hash=/, 'hash=…'));
  });

  it('names the sizes that a load and a round have', async () => {
    const [, rows = ''] = /LOAD_RANGE_ROWS = ([\d_]+);/.exec(await readPage('src/ingest/run.ts')) ?? [];
    expect(section('### Key ranges')).toContain(rows.replaceAll('_', ','));
    const [, minutes = ''] =
      /ROUND_MS = (\d+) \* 60_000;/.exec(await readPage('src/commands/backfill-pipeline.ts')) ?? [];
    expect(minutes).toBe('5');
    expect(section('### Rounds')).toContain('up to five minutes');
  });
});

describe('docs/errors.md', () => {
  it('names every code of a finding', async () => {
    const [, findings = ''] = (await readPage('docs/errors.md')).split('\n## Findings\n');
    const named = [...findings.matchAll(/`([a-z0-9]+(?:-[a-z0-9]+)*)`/g)].map(([, code]) => code);
    const codes = await diagnosticCodes();
    expect(codes.length).toBeGreaterThan(30);
    expect(codes.filter((code) => !named.includes(code))).toEqual([]);
  });
});

async function diagnosticCodes(): Promise<readonly string[]> {
  const source = await readPage('src/model/diagnostic.ts');
  const [, union = ''] = source.split('export type DiagnosticCode');
  return [...union.matchAll(/\| '([a-z0-9-]+)'/g)].map(([, code = '']) => code);
}
