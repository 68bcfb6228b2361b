// biome-ignore-all lint/suspicious/noTemplateCurlyInString: `${NAME}` is the syntax under test.
import { inspect } from 'node:util';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { GATEWAY, loadTexts, pipelineText } from './config-text.ts';

/** Every scalar of a set that uses nearly every setting, so that each may come from a variable. */
const SET = `${GATEWAY.replace('cdc:', '  password: secret\ncdc:\n  enabled: true')}---
${pipelineText({
  source:
    '  gateway: main\n  database: appdb\n  sslmode: require\n  cdc:\n    slot_name: slot\n    initial_load: true',
  selection: `  schemas:
    - name: public
      tables:
        - name: orders
        - name: orders
        - name: people
          destination_table: folk
  exclude_columns:
    - table: order
      columns: [id, ssn]
  include_columns:
    - table: people
      columns: [name]`,
  target: `  type: embedded
  path: lake.duckdb
  schema: raw
  memory_limit: 1GB
  table_naming:
    prefix: pg_
    case: lower
  write_mode:
    type: append
    keys:
      orders: [id]
      people: [id]`,
  rest: 'schedule:\n  type: interval\n  every: 15m\nnotifications:\n  on_failure:\n    - type: slack\n      webhook_url: url\n',
})}---
${GATEWAY}---
${pipelineText({ selection: '  schemas:\n    - name: public\n      tables:\n        - name: orders\n' })}---
${pipelineText({
  pipeline: '  name: unity',
  target: `  type: unity_catalog
  catalog: system
  schema: raw
  state_schema: ops
  databricks:
    host: workspace
    http_path: path
    auth:
      type: oauth_m2m
      client_id: app
      client_secret: word
  volume: stage.files
  table_properties:
    delta.appendOnly: true
    delta.columnMapping.mode: id
  clustering: key
  statement_timeout: 3d`,
})}`;

/** Scalars of the text as [start, end): the words after `: `, and those in brackets. */
const SCALARS = [...SET.matchAll(/(?<=[:,[] ?)[A-Za-z0-9_.]+(?=$|[,\]])/gm)].map((match) => ({
  start: match.index,
  end: match.index + match[0].length,
}));

/** Text that no message holds by chance, in the shapes of secrets and of names. */
const value = fc
  .stringMatching(/^[a-z0-9 ._:/@$-]{0,6}$/)
  .map((rest) => `zqx${rest}vjk`)
  .filter((text) => text.trim() === text);

describe('a value from the environment', () => {
  it('is in no diagnostic, whatever is wrong with it', async () => {
    expect(SCALARS.length).toBeGreaterThan(40);
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(fc.nat({ max: SCALARS.length - 1 }), { minLength: 1, maxLength: 20 }),
        fc.array(value, { minLength: 20, maxLength: 20 }),
        fc.boolean(),
        async (chosen, values, isShared) => {
          const environment: Record<string, string> = {};
          let text = SET;
          for (const [order, index] of chosen.toSorted((a, b) => b - a).entries()) {
            const scalar = SCALARS[index] ?? { start: 0, end: 0 };
            const name = `VAR_${order}`;
            environment[name] = values[isShared ? 0 : order] ?? '';
            text = `${text.slice(0, scalar.start)}"\${${name}}"${text.slice(scalar.end)}`;
          }
          const { diagnostics } = await loadTexts({ 'set.yml': text }, { environment });
          expect(diagnostics.length).toBeGreaterThan(0);
          const told = inspect(diagnostics, { depth: 9 }) + JSON.stringify(diagnostics);
          for (const secret of Object.values(environment)) expect(told).not.toContain(secret);
          expect(told).not.toContain('zqx');
        },
      ),
      { numRuns: 300 },
    );
  });

  it('is not shown by the pipeline that holds it as a password', async () => {
    const text = pipelineText({
      source: '  host: db\n  database: d\n  password: ${PW}\n  cdc: {publication_name: p}',
    });
    const { pipelines } = await loadTexts({ 'a.yml': text }, { environment: { PW: 'zqx-secret' } });
    expect(pipelines).toHaveLength(1);
    expect(inspect(pipelines, { depth: 9 }) + JSON.stringify(pipelines)).not.toContain('zqx');
  });
});

describe('any text whatever', () => {
  it('gives diagnostics or pipelines, never an exception', async () => {
    const line = fc.constantFrom(
      ...SET.split('\n'),
      '\t- x',
      '? [a]',
      '{',
      '&a *a',
      '!!tag',
      '"',
      '%YAML',
      '...',
      '|',
    );
    await fc.assert(
      fc.asyncProperty(fc.array(fc.oneof(line, fc.string()), { maxLength: 30 }), async (lines) => {
        const { pipelines, diagnostics } = await loadTexts({ 'a.yml': lines.join('\n') });
        expect(pipelines.length + diagnostics.length).toBeGreaterThan(0);
        for (const { line, column } of diagnostics) {
          expect(line).toBeGreaterThan(0);
          expect(column).toBeGreaterThan(0);
        }
      }),
      { numRuns: 500 },
    );
  });
});
