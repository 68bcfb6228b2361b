// biome-ignore-all lint/suspicious/noTemplateCurlyInString: `${NAME}` is the syntax of a configuration's variables.
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadConfig } from '../../src/config/load-config.ts';
import { type InitFile, renderInitFiles } from '../../src/init/init-files.ts';
import type { InitPlan } from '../../src/init/init-plan.ts';
import { renderPipelineFile } from '../../src/init/pipeline-file.ts';
import { parseRunEvery } from '../../src/init/run-every.ts';
import { temporaryDirectory } from '../support/temporary-directory.ts';
import { parseWorkflow } from '../workflows/read-workflow.ts';
import { WORKFLOW_RULES, type WorkflowRule } from '../workflows/workflow-rules.ts';
import { EMBEDDED_PLAN, PLAN } from './init-plans.ts';

const EVERY = ['5m', '10m', '15m', '20m', '30m', '1h', '2h', '4h', '1d'];
const environment = { PG_PASSWORD: 'correct horse' };

/** What validation says of the files, together, in a repository of their own. */
async function load(files: readonly InitFile[]) {
  await using directory = await temporaryDirectory({
    '.git/HEAD': 'ref: refs/heads/main\n',
    ...Object.fromEntries(files.map(({ path, text }) => [path, text])),
  });
  return await loadConfig({ paths: ['pipelines/'], environment, workingDirectory: directory.path });
}

describe('the files of init', () => {
  it.each(EVERY)('are valid without a finding, workflows included, every %s', async (every) => {
    const { pipelines, diagnostics } = await load(renderInitFiles({ ...PLAN, every: parseRunEvery(every) }));
    expect(diagnostics).toEqual([]);
    expect(pipelines).toMatchObject([
      { name: 'shop', source: { host: 'db.example.com', publicationName: 'lakeflow_publication' } },
    ]);
  });

  it('are a pipeline alone for an embedded lakehouse, valid without a finding', async () => {
    const files = renderInitFiles(EMBEDDED_PLAN);
    expect(files.map(({ path }) => path)).toEqual(['pipelines/shop.yml']);
    const { pipelines, diagnostics } = await load(files);
    expect(diagnostics).toEqual([]);
    expect(pipelines).toMatchObject([{ target: { tag: 'embedded', schema: 'postgres_raw' } }]);
  });

  it('keep the rules of workflows without migrations, with a known warehouse and a pinned action', () => {
    const action = `acme/tributary@${'0a'.repeat(20)} # v1.2.3`;
    const plan: InitPlan = {
      ...PLAN,
      target: {
        tag: 'unity_catalog',
        catalog: 'lakehouse',
        schema: 'postgres_raw',
        warehousePath: '/sql/1.0/warehouses/0123456789abcdef',
        principal: undefined,
        account: undefined,
      },
      github: { ...PLAN.github, action, migrations: undefined },
    };
    const workflows = renderInitFiles(plan).filter(({ path }) => path.startsWith('.github/'));
    const offences = workflows.flatMap(({ path, text }) =>
      Object.values<WorkflowRule>(WORKFLOW_RULES).flatMap((rule) => rule(parseWorkflow(path, text))),
    );
    expect(workflows).toHaveLength(3);
    expect(offences).toEqual([]);
    expect(workflows.map(({ text }) => text).join()).not.toContain('DATABRICKS_HTTP_PATH');
  });

  it('say every name as it is, however odd', async () => {
    const name = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 15 })
      .filter((text) => !/[*?[]/.test(text));
    await fc.assert(
      fc.asyncProperty(name, name, name, name, async (database, schema, table, column) => {
        const plan: InitPlan = {
          ...EMBEDDED_PLAN,
          source: { ...PLAN.source, database, username: column, publication: schema },
          tables: [
            {
              schema,
              name: table,
              excludeColumns: [column],
              identityIndex: undefined,
              partitioned: false,
              published: false,
            },
          ],
        };
        const { pipelines, diagnostics } = await load([
          { path: 'pipelines/odd.yml', text: renderPipelineFile(plan) },
        ]);
        expect(diagnostics).toEqual([]);
        expect(pipelines).toMatchObject([
          {
            source: { database, username: column, publicationName: schema },
            selection: {
              schemas: [{ name: schema, tables: [{ name: table }] }],
              excludeColumns: [{ table: `${schema}.${table}`, columns: [column] }],
            },
          },
        ]);
      }),
      {
        numRuns: 150,
        examples: [
          ['true', 'null', '${HOME}', '$${x}'],
          ['1e3', '~', "it's", '# no'],
          ['a: b', '- a', '0x1', 'é\u2028'],
        ],
      },
    );
  });

  it('are the examples that the project ships', async () => {
    for (const { path, text } of renderInitFiles(PLAN).filter(({ path: one }) =>
      one.startsWith('.github/'),
    )) {
      const shipped = await readFile(
        resolve(import.meta.dirname, '../../examples/workflows', path.split('/').at(-1) ?? ''),
        'utf8',
      );
      expect(shipped.replaceAll(/# v\d+\.\d+\.\d+$/gm, '')).toBe(text.replaceAll(/# v\d+\.\d+\.\d+$/gm, ''));
    }
  });
});

describe('how often runs are started', () => {
  it.each([
    ['5m', '5m', '2,7,12,17,22,27,32,37,42,47,52,57 * * * *'],
    ['15m', '15m', '7,22,37,52 * * * *'],
    ['60m', '1h', '7 * * * *'],
    ['4h', '4h', '7 */4 * * *'],
    ['1d', '24h', '7 3 * * *'],
  ])('%s is every %s, by %s', (given, every, cron) => {
    expect(parseRunEvery(given)).toMatchObject({ every, cron });
  });

  it.each(['1m', '7m', '45m', '5h', '2d', '0m', 'hourly', '15', ''])(
    '%s is refused with those that are possible',
    (given) => {
      expect(() => parseRunEvery(given)).toThrow(
        expect.objectContaining({ code: 'usage-invalid', solution: expect.stringContaining('15m') }),
      );
    },
  );
});
