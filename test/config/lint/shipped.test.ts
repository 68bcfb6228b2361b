// biome-ignore-all lint/suspicious/noTemplateCurlyInString: `${NAME}` is what the examples hold.
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadConfig } from '../../../src/config/load-config.ts';
import { pipelineText } from '../config-text.ts';
import { lintTexts } from './lint-texts.ts';

const root = path.resolve(import.meta.dirname, '../../..');
const environment = { PG_PASSWORD: 'correct horse', SLACK_WEBHOOK_URL: 'https://hooks.example.com/T0' };

async function exampleWorkflows(): Promise<Readonly<Record<string, string>>> {
  const directory = path.join(root, 'examples/workflows');
  const names = (await readdir(directory)).filter((name) => name.endsWith('.yml'));
  const texts = names.map(async (name) => [
    `.github/workflows/${name}`,
    await readFile(path.join(directory, name), 'utf8'),
  ]);
  return Object.fromEntries(await Promise.all(texts));
}

describe('what is shipped', () => {
  it('has nothing for a reviewer to say of the examples, but what has no effect yet', async () => {
    const { diagnostics } = await loadConfig({
      paths: ['examples'],
      environment,
      workingDirectory: root,
      lint: true,
    });
    expect(diagnostics.map(({ file, code }) => `${file} ${code}`)).toEqual([
      'examples/pipeline.yml not-acted-on',
      'examples/pipeline.yml not-acted-on',
    ]);
  });

  it('starts a pipeline as its schedule says by the example workflows, which are right in all else', async () => {
    const workflows = await exampleWorkflows();
    const shop = (length: string): string =>
      pipelineText({
        target:
          '  type: unity_catalog\n  catalog: main\n  schema: shop\n  databricks: {auth: {type: github_oidc}}',
        rest: `schedule: {type: interval, every: ${length}}\n`,
      });
    expect(await lintTexts({ 'pipelines/shop.yml': shop('15m') }, workflows)).toEqual([]);
    const [found] = await lintTexts({ 'pipelines/shop.yml': shop('5m') }, workflows);
    expect(found?.message).toContain('tributary-sync.yml');
  });
});
