import { describe, expect, it } from 'vitest';
import type { PlanReport } from '../../src/model/plan-report.ts';
import {
  formatPlanMarkdown,
  formatPlansMarkdown,
  planMarkdownBlocks,
} from '../../src/report/plan-markdown.ts';
import { formatPlanText } from '../../src/report/plan-text.ts';
import { PLAN_BLOCKED, PLAN_CHANGES, PLAN_FIRST_RUN, PLAN_STILL, PLANS } from './sample-plan.ts';

describe('a plan', () => {
  // `vitest run test/report --update` renews the files, for a person to read.
  it.each(PLANS)('reads as a comment as the golden file $name.md has it', async ({ name, plan }) => {
    await expect(formatPlanMarkdown(plan)).toMatchFileSnapshot(`golden/${name}.md`);
  });

  it.each(PLANS)('reads in a terminal as the golden file $name.txt has it', async ({ name, plan }) => {
    await expect(formatPlanText(plan, { colours: false })).toMatchFileSnapshot(`golden/${name}.txt`);
  });

  it('of several pipelines begins with a table of them, and has no more of one that stays as it is', async () => {
    const text = formatPlansMarkdown([PLAN_CHANGES, PLAN_BLOCKED, PLAN_STILL]);
    await expect(text).toMatchFileSnapshot('golden/plan-three.md');
    expect(text.match(/billing_to_lake/g) ?? text.match(/billing&#95;to&#95;lake/g)).toHaveLength(1);
  });

  it('of one pipeline reads the same alone and as a set', () => {
    expect(formatPlansMarkdown([PLAN_CHANGES])).toBe(formatPlanMarkdown(PLAN_CHANGES));
  });
});

describe('the Markdown of a plan', () => {
  it('is made of blocks that are whole in themselves', () => {
    for (const { plan } of PLANS) {
      for (const block of planMarkdownBlocks(plan)) {
        expect(block.match(/<details>/g)?.length).toBe(block.match(/<\/details>/g)?.length);
        expect((block.match(/^ *```/gm)?.length ?? 0) % 2).toBe(0);
      }
    }
  });

  it('shows foreign text as it is: no markup, no mention, no second row', () => {
    const text = formatPlanMarkdown(PLAN_BLOCKED);
    const prose = text.replaceAll(/^ *```[\s\S]*?^ *```$/gm, '');
    expect(prose).not.toMatch(/<i>|@here|#1\b/);
    expect(prose.split('\n').filter((line) => line.startsWith('| ❌'))).toHaveLength(1);
  });

  it('has its warnings before many tables, as a comment is cut at its end', () => {
    const [table] = PLAN_FIRST_RUN.tables;
    const [warning] = PLAN_CHANGES.warnings;
    if (table === undefined || warning === undefined) throw new Error('the samples have neither');
    const tables = Array.from({ length: 51 }, (_, index) => ({ ...table, source: `public.t${index}` }));
    const text = formatPlanMarkdown({ ...PLAN_FIRST_RUN, tables, warnings: [warning] });
    expect(text.indexOf('**Worth knowing**')).toBeGreaterThan(0);
    expect(text.indexOf('**Worth knowing**')).toBeLessThan(text.indexOf('| ➕'));
  });

  it('keeps the SQL of four hundred tables within bounds, and says how much it leaves out', () => {
    const [table] = PLAN_FIRST_RUN.tables.slice(1);
    if (table === undefined) throw new Error('the sample has no second table');
    const many: PlanReport = {
      ...PLAN_FIRST_RUN,
      tables: Array.from({ length: 400 }, (_, index) => ({ ...table, source: `public.t${index}` })),
    };
    const text = formatPlanMarkdown(many);
    const [, sql = ''] = /```sql\n([\s\S]*?)\n```/.exec(text) ?? [];
    expect(sql.length).toBeLessThan(25_000);
    expect(text).toMatch(/… and \d+ statements more/);
    expect(text.split('\n').filter((line) => line.startsWith('| ➕'))).toHaveLength(400);
  });
});
