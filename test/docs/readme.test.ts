import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { runCli } from '../support/cli-process.ts';
import { temporaryDirectory } from '../support/temporary-directory.ts';

const PROJECT = resolve(import.meta.dirname, '../..');
const MAX_WORKFLOW_LINES = 25;

/** The YAML blocks of the README: the pipeline, then the workflow. */
async function readYamlBlocks(): Promise<readonly [pipeline: string, workflow: string]> {
  const text = await readFile(resolve(PROJECT, 'README.md'), 'utf8');
  const blocks = [...text.matchAll(/^```yaml\n([\s\S]*?)^```$/gm)].map(([, block = '']) => block);
  return z.tuple([z.string(), z.string()]).parse(blocks);
}

const workflowSchema = z.object({
  jobs: z.record(
    z.string(),
    z.object({
      steps: z.array(z.object({ uses: z.string(), with: z.record(z.string(), z.unknown()).optional() })),
    }),
  ),
});

const actionSchema = z.object({ inputs: z.record(z.string(), z.unknown()) });

describe('README.md', () => {
  it('shows a pipeline of ten lines that is valid', async () => {
    const [pipeline] = await readYamlBlocks();
    expect(pipeline.trimEnd().split('\n')).toHaveLength(10);
    await using directory = await temporaryDirectory({ 'pipeline.yml': pipeline });
    const result = await runCli(['validate', '--config', 'pipeline.yml'], {
      directory: directory.path,
      environment: { PG_PASSWORD: 'correct-horse' },
    });
    expect(result).toMatchObject({ exitCode: 0, stderr: '' });
    expect(result.stdout).toContain('shop: appdb (public.orders, public.customers) → lakehouse.postgres_raw');
  });

  it('shows a short workflow whose inputs the action has', async () => {
    const [, workflow] = await readYamlBlocks();
    expect(workflow.trimEnd().split('\n').length).toBeLessThanOrEqual(MAX_WORKFLOW_LINES);
    const { jobs } = workflowSchema.parse(parse(workflow));
    const { inputs } = actionSchema.parse(parse(await readFile(resolve(PROJECT, 'action.yml'), 'utf8')));
    const given = Object.values(jobs)
      .flatMap(({ steps }) => steps)
      .filter(({ uses }) => uses.includes('/tributary@'))
      .flatMap((step) => Object.keys(step.with ?? {}));
    expect(given).not.toEqual([]);
    expect(given.filter((name) => !Object.hasOwn(inputs, name))).toEqual([]);
  });

  it('shows the set-up of examples/setup.sql', async () => {
    const statements = (sql: string) =>
      sql
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line !== '' && !line.startsWith('--'));
    const readme = await readFile(resolve(PROJECT, 'README.md'), 'utf8');
    const shown = /^```sql\n([\s\S]*?)^```$/m.exec(readme)?.[1] ?? '';
    const setup = await readFile(resolve(PROJECT, 'examples/setup.sql'), 'utf8');
    expect(statements(shown)).toEqual(statements(setup));
  });
});
