import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { STATE_COLUMNS } from '../../src/checkpoint/checkpoint-sql.ts';
import { loadConfig } from '../../src/config/load-config.ts';
import { CHECK_POINTS } from '../../src/model/check-report.ts';
import { ERROR_CODES } from '../../src/model/ingest-error.ts';
import type { VolumeName } from '../../src/model/pipeline.ts';
import type { PgType } from '../../src/model/source-table.ts';
import { buildCreateTargetTable } from '../../src/schema/ddl.ts';
import type { TargetColumn } from '../../src/schema/target-table.ts';
import { mapType } from '../../src/schema/type-mapping.ts';
import { principalOf, resolveConnection } from '../../src/warehouse/databricks/connection.ts';
import { databricksDialect } from '../../src/warehouse/databricks/databricks-dialect.ts';
import { FAILURE_POLICIES } from '../../src/warehouse/databricks/failure-policy.ts';
import { refusedExchangeProblem } from '../../src/warehouse/databricks/federation-help.ts';
import { buildGrants } from '../../src/warehouse/databricks/missing-grants.ts';
import type { StatementAction } from '../../src/warehouse/databricks/statement-subject.ts';
import { volumeUnmade } from '../../src/warehouse/databricks/volume-error.ts';
import { temporaryDirectory } from '../support/temporary-directory.ts';
import { readPage, strayLines } from './pages.ts';

const PROJECT = resolve(import.meta.dirname, '../..');
const PAGE = await readFile(resolve(PROJECT, 'docs/databricks.md'), 'utf8');

const PRINCIPAL = '11111111-2222-3333-4444-555555555555';
const ACCOUNT = '00000000-aaaa-bbbb-cccc-dddddddddddd';
const VOLUME: VolumeName = { catalog: 'lakehouse', schema: 'ops', volume: 'tributary' };
const DIALECT = databricksDialect({
  volumePath: '/Volumes/c/s/v',
  clustering: 'key',
  tableProperties: new Map(),
});

/** The text from a heading to the next one of the same level. */
function section(heading: string): string {
  const [, text] = PAGE.split(`\n${heading}\n`);
  if (text === undefined) throw new Error(`no heading "${heading}"`);
  const level = heading.replace(/ .*/, '');
  return text.split(new RegExp(`^${level} `, 'm'))[0] ?? '';
}

function blocks(text: string, language: string): readonly string[] {
  const fences = new RegExp(`^ *\`\`\`${language}\\n([\\s\\S]*?)^ *\`\`\`$`, 'gm');
  return [...text.matchAll(fences)].map(([, block = '']) => block.trimEnd());
}

/** The cells of a section's table rows, head and rule apart. */
function rows(text: string): readonly (readonly string[])[] {
  return text
    .split('\n')
    .filter((line) => /^\| /.test(line))
    .filter((line, index, lines) => !line.startsWith('| ---') && !lines[index + 1]?.startsWith('| ---'))
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );
}

const codes = (cell = ''): readonly string[] => [...cell.matchAll(/`([^`]+)`/g)].map(([, code = '']) => code);

describe('the pipeline of docs/databricks.md', () => {
  it('is valid, and names what the grants are for', async () => {
    const [yaml = ''] = blocks(section('## 6. The pipeline'), 'yaml');
    await using directory = await temporaryDirectory({ 'shop.yml': yaml });
    const { pipelines, diagnostics } = await loadConfig({
      paths: ['shop.yml'],
      environment: { PG_PASSWORD: 'correct horse' },
      workingDirectory: directory.path,
    });
    expect(diagnostics).toEqual([]);
    expect(pipelines).toMatchObject([
      {
        name: 'shop',
        source: { slotName: 'tributary_shop' },
        target: { catalog: 'lakehouse', schema: 'postgres_raw', stateSchema: 'ops', volume: VOLUME },
        naming: { prefix: 'pg_' },
      },
    ]);
  });
});

const jobSchema = z.object({
  environment: z.string(),
  permissions: z.record(z.string(), z.string()),
  steps: z.array(z.object({ uses: z.string(), env: z.record(z.string(), z.string()).default({}) })),
});

describe('the workflow of docs/databricks.md', () => {
  const [yaml = ''] = blocks(section('## 7. The workflow'), 'yaml');
  const job = jobSchema.parse(parse(yaml));
  const step = job.steps.find(({ uses }) => uses.includes('/tributary@'));

  it('is the job of the example', async () => {
    expect(strayLines(yaml, await readPage('examples/workflows/tributary-sync.yml'))).toEqual([]);
  });

  it('gives the permission and the variables by which a run signs in', () => {
    const { environment, permissions } = job;
    expect(permissions).toEqual({ contents: 'read', 'id-token': 'write', issues: 'write' });
    expect(section('## 2. A federation policy')).toContain(`:environment:${environment}"`);
    const values: Readonly<Record<string, string>> = {
      DATABRICKS_HOST: 'dbc-a1b2c3d4-e5f6.cloud.databricks.com',
      DATABRICKS_HTTP_PATH: '/sql/1.0/warehouses/0123456789abcdef',
      DATABRICKS_CLIENT_ID: PRINCIPAL,
      DATABRICKS_TOKEN_AUDIENCE: ACCOUNT,
      ACTIONS_ID_TOKEN_REQUEST_URL: 'https://example.com/token?v=1',
      ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'request-token',
    };
    for (const value of Object.values(values).slice(0, 4)) expect(PAGE).toContain(value);
    const passed = Object.entries(values).filter(
      ([name]) => name.startsWith('ACTIONS_') || Object.hasOwn(step?.env ?? {}, name),
    );
    const connection = resolveConnection(
      { host: undefined, httpPath: undefined, auth: undefined },
      Object.fromEntries(passed),
    );
    expect(connection).toMatchObject({
      warehouseId: '0123456789abcdef',
      auth: { tag: 'github-oidc', audience: ACCOUNT },
    });
    expect(principalOf(connection.auth)).toBe(PRINCIPAL);
  });
});

describe('the federation policy of docs/databricks.md', () => {
  it.each([
    'repo:acme/pipelines:environment:production',
    'repo:acme@4711/pipelines@815:environment:production',
  ])('is the one that a refused exchange asks for: %s', (subject) => {
    const { solution } = refusedExchangeProblem({
      host: 'dbc-a1b2c3d4-e5f6.cloud.databricks.com',
      clientId: PRINCIPAL,
      answer: 'HTTP 400',
      claims: {
        issuer: 'https://token.actions.githubusercontent.com',
        audiences: [ACCOUNT],
        subject,
        repositoryId: '815',
        ownerId: '4711',
      },
      facts: {
        inActions: true,
        repository: 'acme/pipelines',
        repositoryId: '815',
        ownerId: '4711',
        ref: 'refs/heads/main',
        eventName: 'schedule',
      },
    });
    const command = /^databricks .*$/m
      .exec(solution)?.[0]
      .replace('SERVICE_PRINCIPAL_ID', '5581763342009999');
    const shown = blocks(section('## 2. A federation policy'), 'sh').map((block) => block.trim());
    expect(shown).toContain(command);
  });
});

describe('the grants of docs/databricks.md', () => {
  const [least = '', ownMaking = '', adopted = ''] = blocks(section('## 3. Grants'), 'sql');

  /** One privilege a statement. */
  const single = (sql: string): readonly string[] =>
    sql.split('\n').flatMap((line) => {
      const [, privileges = '', rest = ''] = /^GRANT (.+?) ON (.*;)/.exec(line) ?? [];
      return privileges === '' ? [line] : privileges.split(', ').map((one) => `GRANT ${one} ON ${rest}`);
    });

  const needed = (action: StatementAction, schema: string, table?: string): readonly string[] =>
    buildGrants({ action, verb: '', object: { catalog: 'lakehouse', schema, table } }, undefined, {
      volume: VOLUME,
      principal: PRINCIPAL,
    });

  it('hold everything that a run asks for when it makes tables and stages files', () => {
    const volume = volumeUnmade(VOLUME, PRINCIPAL).solution?.split('\n').slice(1) ?? [];
    expect(volume.length).toBeGreaterThan(2);
    const asked = [
      ...needed('create-table', 'postgres_raw', 'pg_orders'),
      ...needed('create-table', 'ops', '_tributary_checkpoint'),
      ...volume.flatMap(single),
    ];
    expect(single(least)).toEqual(expect.arrayContaining([...new Set(asked)]));
  });

  it('hold what making schemas asks for', () => {
    const asked = needed('create-schema', 'postgres_raw');
    expect(single(ownMaking)).toEqual(asked);
  });

  it('hold what a table of somebody else asks for', () => {
    const asked = [
      ...needed('write', 'postgres_raw', 'pg_orders'),
      ...needed('alter', 'postgres_raw', 'pg_orders'),
    ];
    const onTable = asked.filter((grant) => grant.includes(' ON TABLE '));
    expect(single(adopted)).toEqual([...new Set(onTable)]);
  });
});

describe('the costs of docs/databricks.md', () => {
  it('are what the formula gives', () => {
    const MINUTES_A_MONTH = 30 * 24 * 60;
    const PRICE_A_MINUTE = (4 * 0.7) / 60;
    const BUSY_MINUTES = 0.5;
    const table = rows(section('## 4. A SQL warehouse'));
    expect(table).toHaveLength(5);
    for (const [every = '', ...costs] of table) {
      const interval = Number.parseInt(every, 10) * (every.endsWith('h') ? 60 : 1);
      const computed = [10, 5, 1].map((autoStop) => {
        const minutes = (MINUTES_A_MONTH / interval) * Math.min(interval, BUSY_MINUTES + autoStop);
        return `$${Math.round(minutes * PRICE_A_MINUTE)}`;
      });
      expect([every, ...costs]).toEqual([every, ...computed]);
    }
  });
});

describe('the tables of docs/databricks.md', () => {
  it('tell what every point of a check proves, in its order', () => {
    expect(rows(section('## 8. Check')).flatMap(([point]) => codes(point))).toEqual([...CHECK_POINTS]);
  });

  it('give each PostgreSQL type the column type that it gets', () => {
    const table = rows(section('## Types'));
    expect(table.length).toBeGreaterThan(10);
    for (const [types = '', column = ''] of table)
      for (const type of codes(types)) expect([type, columnTypeOf(type)]).toEqual([type, codes(column)[0]]);
  });

  it('name every code that a statement can end a run with', () => {
    const named = rows(section('## Troubleshooting')).flatMap(([code]) => codes(code));
    expect(named.filter((code) => !Object.hasOwn(ERROR_CODES, code))).toEqual([]);
    const possible = Object.values(FAILURE_POLICIES).map(({ code }) => code);
    expect(possible.filter((code) => !named.includes(code))).toEqual([]);
  });

  it('say how often and how long it is tried again', () => {
    const [starting = '', lost = '', conflict = '', , host = '', never = ''] = rows(
      section('## What is repeated'),
    ).map((cells) => cells.join(' '));
    const minutes = (ms: number): string => `${ms / 60_000} minutes`;
    const { starting: start, 'answer-lost': blip, conflict: clash, 'host-unknown': doubt } = FAILURE_POLICIES;
    expect(starting).toContain(minutes(start.patience.limitMs));
    expect(lost).toContain(`${blip.patience.maxRepetitions} times within ${minutes(blip.patience.limitMs)}`);
    expect(conflict).toContain(`${clash.patience.maxRepetitions} times`);
    expect(host).toContain(`${doubt.patience.maxRepetitions} times`);
    expect(never).toContain('never repeated');
  });

  it('name everything that is left out of a statement for Spark', async () => {
    const switchText = await readFile(resolve(PROJECT, 'test/support/spark/dialect-switch.ts'), 'utf8');
    const [, union = ''] = /export type DatabricksOnly =([\s\S]*?);\n/.exec(switchText) ?? [];
    const items = [...union.matchAll(/\| '([^']+)'/g)].map(([, item = '']) => item);
    const named = rows(section('## What is proved, and what is not')).flatMap(([first]) => codes(first));
    expect(items).not.toEqual([]);
    expect(items.filter((item) => !named.includes(item))).toEqual([]);
  });
});

/** `numeric(10,2)` and the like, as the type mapping and the dialect have it. */
function columnTypeOf(type: string): string {
  const [, name = '', precision, scale] = /^(\w+)(?:\((\d+),(-?\d+)\))?$/.exec(type) ?? [];
  const typmod = precision === undefined ? -1 : ((Number(precision) << 16) | (Number(scale) & 0x7ff)) + 4;
  const pgType: PgType = {
    oid: 1,
    name,
    schema: 'pg_catalog',
    kind: 'base',
    displayName: type,
    typmod,
    element: undefined,
  };
  const mapped = mapType(pgType);
  return mapped.tag === 'mapped' ? DIALECT.typeName(mapped.mapping.type) : mapped.reason;
}

describe('the SQL of docs/databricks.md', () => {
  it('shows a table as it is made', () => {
    const [shown] = blocks(section('## Tables'), 'sql');
    const column = (
      name: string,
      sourceType: string,
      type: TargetColumn['mapping']['type'],
      isKey = false,
    ): TargetColumn => ({
      name,
      attributeNumber: 1,
      mapping: { type, form: { tag: 'plain' } },
      sourceType,
      isKey,
      toastable: false,
    });
    const made = buildCreateTargetTable(DIALECT, {
      name: { catalog: 'lakehouse', schema: 'postgres_raw', table: 'pg_orders' },
      source: 'public.orders',
      columns: [
        column('customer_id', 'bigint', { tag: 'int64' }),
        column('order_id', 'bigint', { tag: 'int64' }, true),
        column('amount', 'numeric(10,2)', { tag: 'decimal', precision: 10, scale: 2 }),
      ],
      keyColumns: ['order_id'],
      deletedRows: 'remove',
    });
    expect(shown).toBe(made);
  });

  it('asks the history for columns that it has', () => {
    const [history = ''] = blocks(section('## Looking at runs and costs'), 'sql');
    const [, list = ''] = /^SELECT ([\s\S]*?)\nFROM /.exec(history) ?? [];
    const asked = list.split(',').map((name) => name.trim());
    const known = STATE_COLUMNS.map(({ name }) => name);
    expect(asked.length).toBeGreaterThan(5);
    expect(asked.filter((name) => !known.includes(name))).toEqual([]);
  });
});
