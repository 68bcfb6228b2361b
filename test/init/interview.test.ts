import { PassThrough } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { drawUpPlan } from '../../src/init/draw-up-plan.ts';
import type { InitFlags } from '../../src/init/init-flags.ts';
import { silentInterviewer, TerminalInterviewer } from '../../src/init/interviewer.ts';
import { repositoryOf } from '../../src/init/repository-facts.ts';
import type { SourceSurvey, SurveyedTable } from '../../src/model/source-survey.ts';

const table = (name: string, changes: Partial<SurveyedTable> = {}): SurveyedTable => ({
  schema: 'public',
  name,
  partitioned: false,
  unlogged: false,
  published: false,
  estimatedRows: 1200,
  sizeBytes: 65_536,
  keyColumns: ['id'],
  uniqueIndex: undefined,
  columns: ['id', 'note'],
  unsupportedColumns: [],
  ...changes,
});

const SURVEY: SourceSurvey = {
  serverMajor: 17,
  walLevel: 'logical',
  hasPublication: false,
  role: 'missing',
  tables: [
    table('customers', { columns: ['id', 'email', 'ssn', 'email_verified'] }),
    table('orders', { columns: ['id', 'place'], unsupportedColumns: ['place'] }),
    table('log_lines', { keyColumns: [] }),
    table('session_cache', { unlogged: true }),
    table('tickets', { keyColumns: [], uniqueIndex: 'tickets_no_key' }),
  ],
};

interface Asked {
  readonly password: string | undefined;
  readonly username: string;
}

/** Draws up a plan from what a person types, line by line. */
async function draw(typed: readonly string[], flags: InitFlags = {}) {
  const input = new PassThrough();
  input.end(typed.map((line) => `${line}\n`).join(''));
  const said: string[] = [];
  const asked: Asked[] = [];
  using interviewer = new TerminalInterviewer({
    input,
    output: { write: (text) => said.push(text) },
    isTerminal: false,
  });
  const drawn = await drawUpPlan({
    flags,
    interviewer,
    facts: { repository: 'acme/pipelines', migrations: undefined },
    look: async ({ password, username }) => {
      asked.push({ password: password?.reveal(), username });
      return SURVEY;
    },
    environment: {},
    version: '1.2.3',
  });
  return { ...drawn, said: said.join(''), asked };
}

const ANSWERS = {
  source: ['db.example.com', '', 'appdb', 'tributary'],
  look: ['', 'postgres', 'hunter2-is-secret'],
  tables: ['', ''],
  target: ['', 'lakehouse', '', ''],
  rest: ['', '', '', ''],
} as const;

describe('the questions of init', () => {
  it('are few, and make a plan whose open parts have sensible values', async () => {
    const { plan, asked } = await draw(Object.values(ANSWERS).flat());
    expect(asked).toEqual([{ username: 'postgres', password: 'hunter2-is-secret' }]);
    expect(plan).toMatchObject({
      pipeline: 'appdb',
      source: {
        host: 'db.example.com',
        username: 'tributary',
        port: 5432,
        sslmode: 'verify-full',
        passwordVariable: 'PG_PASSWORD',
      },
      target: {
        tag: 'unity_catalog',
        catalog: 'lakehouse',
        schema: 'postgres_raw',
        warehousePath: undefined,
      },
      every: { every: '15m' },
      github: { repository: 'acme/pipelines', environment: 'production', postgresMajor: 17 },
    });
    expect(Object.values(ANSWERS).flat().length).toBeLessThanOrEqual(17);
  });

  it('take what has a key, leave out what looks personal or has no place, and say so', async () => {
    const { plan, notes, said } = await draw(Object.values(ANSWERS).flat());
    expect(plan.tables).toMatchObject([
      { name: 'customers', excludeColumns: ['email', 'ssn'] },
      { name: 'orders', excludeColumns: ['place'] },
      { name: 'tickets', identityIndex: 'tickets_no_key' },
    ]);
    expect(notes.join('\n')).toMatch(/log_lines is left out: it has no primary key/);
    expect(notes.join('\n')).toMatch(/session_cache is left out: it is unlogged/);
    expect(notes.join('\n')).toMatch(
      /public\.customers\.ssn is excluded: it looks like a national id number/,
    );
    expect(said).toContain('public.customers');
    expect(said).not.toContain('hunter2-is-secret');
  });

  it('are asked again, with the reason, where an answer will not do', async () => {
    const { plan, said } = await draw([
      ...ANSWERS.source,
      ...ANSWERS.look,
      'log_lines',
      'custmers',
      'customers',
      'ssn',
      'none',
      ...ANSWERS.target,
      '7m',
      '',
      '',
      '',
      '',
    ]);
    expect(plan.tables).toMatchObject([{ name: 'customers', excludeColumns: [] }]);
    expect(said).toContain('public.log_lines cannot be read: it has no primary key');
    expect(said).toContain('Did you mean customers?');
    expect(said).toContain('Runs cannot be started every "7m"');
  });

  it('are left out where a flag has answered', async () => {
    const { plan } = await draw([...ANSWERS.look.slice(1)], {
      host: 'db.example.com',
      port: '6432',
      database: 'appdb',
      user: 'tributary',
      schema: 'public',
      tables: 'public.customers',
      exclude: 'public.customers.ssn',
      target: 'embedded',
      targetSchema: 'raw',
      every: '1h',
      pipeline: 'shop',
    });
    expect(plan).toMatchObject({
      pipeline: 'shop',
      source: { port: 6432 },
      tables: [{ name: 'customers', excludeColumns: ['ssn'] }],
      target: { tag: 'embedded', schema: 'raw' },
      every: { every: '1h' },
    });
  });

  it('end with a word, and with nothing done, when nobody answers any more', async () => {
    await expect(draw(['db.example.com'])).rejects.toMatchObject({ code: 'interrupted' });
  });

  it.each([
    [{}, '--host is not given.'],
    [{ host: 'db', database: 'appdb', port: 'high' }, '--port: It is a number from 1 to 65535.'],
    [{ host: 'db', database: 'appdb', passwordVariable: 'hunter2' }, '--password-variable: '],
    [{ host: 'db', database: 'appdb' }, 'Without a look at the database, tables have to be named.'],
    [{ host: 'db', database: 'appdb', tables: 'orders', catalog: 'a.b' }, '--catalog: '],
    [{ host: 'db', database: 'appdb', tables: 'orders', catalog: 'a', repository: 'acme' }, '--repository: '],
    [
      {
        host: 'db',
        database: 'appdb',
        tables: 'orders',
        catalog: 'a',
        repository: 'acme/x',
        action: 'acme/tributary@v1',
      },
      '"acme/tributary@v1" does not name a commit of the Action.',
    ],
  ] as const)('that nobody can be asked and no flag answers rightly end it: %j', async (flags, message) => {
    using interviewer = silentInterviewer();
    const drawing = drawUpPlan({
      flags,
      interviewer,
      facts: { repository: undefined, migrations: undefined },
      look: undefined,
      environment: {},
      version: '1.2.3',
    });
    await expect(drawing).rejects.toMatchObject({
      code: 'usage-invalid',
      message: expect.stringContaining(message),
      solution: expect.stringMatching(/\S/),
    });
  });
});

describe('the repository', () => {
  it.each([
    ['https://github.com/acme/pipelines.git', 'acme/pipelines'],
    ['git@github.com:acme/pipe.lines.git', 'acme/pipe.lines'],
    ['ssh://git@github.com/acme/pipelines', 'acme/pipelines'],
    ['https://gitlab.com/acme/pipelines.git', undefined],
  ])('of %s is %s', (url, repository) => {
    const config = `[core]\n\tbare = false\n[remote "upstream"]\n\turl = /srv/other\n[remote "origin"]\n\turl = ${url}\n\tfetch = +refs/heads/*:refs/remotes/origin/*\n`;
    expect(repositoryOf(config)).toBe(repository);
  });
});
