import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runCli } from '../support/cli-process.ts';
import { temporaryDirectory } from '../support/temporary-directory.ts';
import { parseWorkflow } from '../workflows/read-workflow.ts';
import { WORKFLOW_RULES, type WorkflowRule } from '../workflows/workflow-rules.ts';
import { fencedBlocks, readPage, strayLines } from './pages.ts';

const PROJECT = resolve(import.meta.dirname, '../..');
const MAX_WORKFLOW_LINES = 25;
const README = await readPage('README.md');
const YAML = fencedBlocks(README, 'yaml');

const [workflow = ''] = YAML.filter((block) => /^jobs:/m.test(block));
const [pipeline = ''] = YAML.filter((block) => /^pipeline:/m.test(block));
/** What is shown of the example workflows, in the order of their files. */
const excerpts = YAML.filter((block) => block.includes('# …'));

describe('the workflow of README.md', () => {
  it('is short', () => {
    const lines = workflow.trimEnd().split('\n').length;
    expect(lines).toBeGreaterThan(10);
    expect(lines).toBeLessThanOrEqual(MAX_WORKFLOW_LINES);
  });

  it.each(Object.entries<WorkflowRule>(WORKFLOW_RULES))('%s', (_, rule) => {
    expect(rule(parseWorkflow('README.md', workflow))).toEqual([]);
  });

  it.each(['tributary-check.yml', 'tributary-sync.yml', 'tributary-backfill.yml'])(
    'has beside it what matters in %s, as it stands there',
    async (name) => {
      const own = excerpts.at(
        ['tributary-check.yml', 'tributary-sync.yml', 'tributary-backfill.yml'].indexOf(name),
      );
      expect(own).toMatch(/\S/);
      expect(strayLines(own ?? '', await readPage(`examples/workflows/${name}`))).toEqual([]);
    },
  );
});

describe('the pipeline of README.md', () => {
  it.each([
    ['as it is shown', pipeline, 'lakehouse.postgres_raw'],
    ['with the embedded lakehouse', withEmbeddedTarget(pipeline), 'lakehouse.postgres_raw'],
  ])('is valid %s', async (_, text, target) => {
    await using directory = await temporaryDirectory({ 'pipeline.yml': text });
    const result = await runCli(['validate', '--config', 'pipeline.yml'], {
      directory: directory.path,
      environment: { PG_PASSWORD: 'correct-horse' },
    });
    expect(result).toMatchObject({ exitCode: 0, stderr: '' });
    expect(result.stdout).toContain(`shop: appdb (public.orders, public.customers) → ${target}`);
  });
});

/** The pipeline with the target that the page names for a file of one's own. */
function withEmbeddedTarget(text: string): string {
  const [, target = ''] = /`(target: \{ type: embedded[^`]*)`/.exec(README) ?? [];
  return text.replace(/^target: .*$/m, target);
}

describe('README.md', () => {
  it('shows the set-up of examples/setup.sql', async () => {
    const statements = (sql: string) =>
      sql
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line !== '' && !line.startsWith('--'));
    const [shown = ''] = fencedBlocks(README, 'sql');
    const setup = await readFile(resolve(PROJECT, 'examples/setup.sql'), 'utf8');
    expect(statements(shown)).toEqual(statements(setup));
  });

  it('names every command of the command line, and no other', async () => {
    const { stdout } = await runCli(['--help'], { directory: PROJECT, environment: {} });
    const [, list = ''] = /^Commands:\n([\s\S]*?)\n\n/m.exec(stdout) ?? [];
    const commands = [...list.matchAll(/^ {2}([a-z]+)/gm)].map(([, name]) => name);
    const [, section = ''] = README.split('\n## Command line\n');
    const named = [...section.matchAll(/^\| `tributary ([a-z]+)/gm)].map(([, name]) => name);
    expect(named.toSorted()).toEqual(commands.filter((name) => name !== 'help').toSorted());
  });
});
