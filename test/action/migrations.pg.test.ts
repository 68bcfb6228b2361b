import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { scratchUrl } from '../foretell/foretell-changes.ts';
import { openPullRequestJob, type PullRequestJob } from '../support/pull-request-job.ts';
import type { ActionResult } from '../support/runner-emulator.ts';

const START = `CREATE TABLE orders (order_id bigint PRIMARY KEY, amount numeric(12,2), notes text, spare int);
CREATE TABLE items (item_id bigint PRIMARY KEY);
`;

/** A pipeline that has run, so that nothing is left to plan but the migrations. */
async function openMigrated(): Promise<PullRequestJob> {
  const job = await openPullRequestJob(
    `${START} INSERT INTO orders SELECT i, i FROM generate_series(1, 10) i;
     INSERT INTO items SELECT generate_series(1, 5000); ANALYZE;`,
  );
  await job.write('pipeline.yml', job.config(['orders', 'items']));
  await job.run({ command: 'run', issues: 'never' }, { event: { name: 'workflow_dispatch', payload: {} } });
  await job.write('db/V1__start.sql', START);
  job.github.forgetCalls();
  return job;
}

/** Plans with the migrations of `db`, on the test server. Its URL is a secret. */
async function planMigrations(
  job: PullRequestJob,
  inputs: Readonly<Record<string, string>> = {},
): Promise<ActionResult> {
  const url = scratchUrl().reveal();
  return await job.run(
    { migrations: 'db/*.sql', 'scratch-url': url, ...inputs },
    { secrets: [url, new URL(url).password] },
  );
}

/** Adds a migration, and lets GitHub say so. */
async function add(job: PullRequestJob, path: string, text: string): Promise<void> {
  await job.write(path, text);
  job.changes([{ filename: path, status: 'added' }]);
}

function marks({ annotations }: ActionResult): readonly string[] {
  return annotations.map(
    ({ file, line, column, level, title }) => `${file}:${line}:${column} ${level} ${title}`,
  );
}

describe('the migrations of a pull request', () => {
  it('are foretold on their lines and in the comment, each kind in its way', async () => {
    await using job = await openMigrated();
    await job.write(
      'db/V2__add.sql',
      `-- What a customer pays for.\nALTER TABLE orders ADD COLUMN priority int NOT NULL DEFAULT 3;\n`,
    );
    await job.write('db/V3__drop.sql', '\n  ALTER TABLE orders DROP COLUMN spare;\n');
    await job.write(
      'db/V4__rewrite.sql',
      'SELECT 1;\nALTER TABLE items ADD COLUMN token uuid DEFAULT gen_random_uuid();\n',
    );
    job.changes(
      ['db/V2__add.sql', 'db/V3__drop.sql', 'db/V4__rewrite.sql', 'pipeline.yml'].map((filename) => ({
        filename,
        status: 'added',
      })),
    );
    const result = await planMigrations(job);
    expect(result.exitCode).toBe(0);
    expect(marks(result)).toEqual([
      'db/V4__rewrite.sql:2:1 warning Tributary: migration-needs-load',
      'db/V2__add.sql:2:1 notice Tributary: migration-changes-target',
      'db/V3__drop.sql:2:3 notice Tributary: migration-changes-target',
      'db/V4__rewrite.sql:2:1 notice Tributary: migration-changes-target',
    ]);
    expect(result.annotations[0]?.message).toContain('about 5,000 rows');
    expect(result.annotations[1]?.message).toContain('the default that they have at the source');
    const [comment] = job.comments();
    for (const text of [comment?.body ?? '', result.summary]) {
      expect(text).toContain('### ⚠️ Migrations: ');
      expect(text).toContain('db/V2&#95;&#95;add.sql:2');
      expect(text).toContain('about 5,000 rows');
    }
    const report = JSON.parse(await readFile(result.outputs.get('report-path') ?? '', 'utf8'));
    expect(report).toMatchObject({ migrations: { base: { files: ['db/V1__start.sql'], failure: null } } });

    // Estimates are no news.
    job.github.forgetCalls();
    await job.database.sql('INSERT INTO items SELECT generate_series(5001, 9000); ANALYZE items');
    const grown = await planMigrations(job);
    expect(grown.annotations[0]?.message).toContain('about 9,000 rows');
    expect(job.github.writes).toEqual([]);
    expect((await planMigrations(job, { 'fail-on': 'warning' })).exitCode).toBe(2);
  });

  it('fail the check where a run after them would stop', async () => {
    await using job = await openMigrated();
    await add(job, 'db/V2__rename.sql', 'ALTER TABLE orders RENAME COLUMN notes TO remarks;\n');
    const result = await planMigrations(job);
    expect(result.exitCode).toBe(2);
    expect(marks(result)).toEqual(['db/V2__rename.sql:1:1 error Tributary: migration-stops-pipeline']);
    expect(result.outputs.get('failure-code')).toBe('config-invalid');
    expect(job.comments()[0]?.body).toContain('### ❌ Migrations: 1 pipeline would stop');
  });

  it('that PostgreSQL refuses are marked where they break', async () => {
    await using job = await openMigrated();
    await add(job, 'db/V2__broken.sql', 'SELECT 1;\n\nALTER TABLE orders DROP COLUMN spear;\n');
    const result = await planMigrations(job);
    expect(result.exitCode).toBe(2);
    expect(marks(result)).toEqual(['db/V2__broken.sql:3:1 error Tributary: migration-fails']);
    expect(job.comments()[0]?.body).toContain('SQLSTATE 42703');
  });

  it('are told of in the comment even where their base cannot be made', async () => {
    await using job = await openMigrated();
    await job.write('db/V0__before.sql', 'CREATE TABLE orders (;\n');
    await add(job, 'db/V2__add.sql', 'ALTER TABLE orders ADD COLUMN priority int;\n');
    const result = await planMigrations(job);
    expect(result.exitCode).toBe(2);
    expect(marks(result)).toEqual([
      expect.stringMatching(/^db\/V0__before\.sql:1:\d+ error .*migration-fails$/),
    ]);
    expect(job.comments()[0]?.body).toContain('the base schema cannot be made');
  });

  it('that were there before are told from new ones, from renamed ones and from those that are gone', async () => {
    await using job = await openMigrated();
    await job.write('db/V2__add.sql', 'ALTER TABLE orders ADD COLUMN priority int;\n');
    job.changes([
      { filename: 'db/V1__start.sql', status: 'modified' },
      { filename: 'db/V2__add.sql', status: 'renamed', previousFilename: 'db/V02__add.sql' },
      { filename: 'db/V0__gone.sql', status: 'removed' },
    ]);
    const result = await planMigrations(job);
    expect(marks(result)).toEqual([
      'db/V1__start.sql:1:1 warning Tributary: migration-edited',
      'db/V2__add.sql:1:1 notice Tributary: migration-changes-target',
    ]);
  });

  it('are found behind a hundred other files, and marked by their path in the repository', async () => {
    await using job = await openMigrated();
    await job.write('shop/pipeline.yml', job.config(['orders', 'items']));
    await job.write('shop/db/V1__start.sql', START);
    await job.write('shop/db/V2__drop.sql', 'ALTER TABLE orders DROP COLUMN spare;\n');
    const others = Array.from({ length: 130 }, (_, index) => `web/page-${index}.html`);
    job.changes([...others, 'shop/db/V2__drop.sql'].map((filename) => ({ filename, status: 'added' })));
    const result = await planMigrations(job, { 'working-directory': 'shop' });
    expect(marks(result)).toEqual(['shop/db/V2__drop.sql:1:1 notice Tributary: migration-changes-target']);
    expect(job.github.callsNamed('pulls/list-files')).toHaveLength(2);
  });

  it('want no server where none is changed, and are left out where nobody knows which are', async () => {
    await using job = await openMigrated();
    // Nothing listens on port 1.
    const nowhere = { 'scratch-url': 'postgres://nobody:nothing@127.0.0.1:1/scratch' };
    const unchanged = await job.run({ migrations: 'db/*.sql', ...nowhere });
    expect(unchanged).toMatchObject({ exitCode: 0, annotations: [] });
    job.github.permit({ 'pull-requests': 'none' });
    const unknown = await job.run({ migrations: 'db/*.sql', ...nowhere });
    expect(unknown.exitCode).toBe(0);
    expect(unknown.annotations.map(({ level, message }) => `${level}: ${message}`)).toEqual([
      expect.stringMatching(/^warning: What the migrations will do is not foretold.*pull-requests: read/),
    ]);
  });

  it('cannot be foretold without a server, or on one that does not answer, and say so', async () => {
    await using job = await openMigrated();
    await add(job, 'db/V2__drop.sql', 'ALTER TABLE orders DROP COLUMN spare;\n');
    const without = await job.run({ migrations: 'db/*.sql' });
    expect(without.exitCode).toBe(2);
    expect(without.outputs.get('failure-code')).toBe('usage-invalid');
    expect(without.annotations.map(({ message }) => message)).toEqual([
      expect.stringContaining('Give the input scratch-url'),
    ]);
    expect(without.summary).toContain('scratch-url');
    const url = 'postgres://nobody:correct-horse@127.0.0.1:1/scratch';
    const silent = await job.run(
      { migrations: 'db/*.sql', 'scratch-url': url },
      { secrets: [url, 'correct-horse'] },
    );
    expect(silent.exitCode).toBe(1);
    expect(silent.annotations[0]?.message).toContain('127.0.0.1:1');
  });
});
