import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type EmbeddedJob, openEmbeddedJob } from '../support/embedded-job.ts';
import type { ActionResult } from '../support/runner-emulator.ts';
import { REPLICATION_USER } from '../support/test-server.ts';

/** What a runner, GitHub's pages or a reader's mailbox would take for more than a name. */
const NAMES = ['::error::x', '##[group]y', '<!-- z', '@everyone', 'a|b`c', '::add-mask::preflight', '#1 <b>'];

/** Everything that GitHub was sent, as it came. */
function sentTo({ github }: EmbeddedJob): string {
  return github.calls.map(({ path, text }) => `${path}\n${text}`).join('\n');
}

/** No name does anything: no mark, no group but the stages, no mask. */
function expectNoCommand(result: ActionResult): void {
  expect(result.annotations).toEqual([]);
  const stages = result.groups.map(({ title }) => title.split(':')[0]);
  expect(stages).not.toContain('y');
  for (const stage of stages)
    expect(['preflight', 'load', 'drain', 'stage', 'merge', 'checkpoint', 'acknowledge']).toContain(stage);
  expect([...result.masks]).not.toContain('preflight');
}

/** Markdown in which a name is nothing but a name. Code blocks show text as it is, so they may hold it. */
function expectHarmless(markdown: string): void {
  const prose = markdown.replaceAll(/^(`{3,})[\s\S]*?^\1$/gm, '').replace(/^<!-- tributary:.* -->$/m, '');
  expect(prose).not.toContain('<!--');
  expect(prose).not.toContain('@everyone');
  expect(prose).not.toContain('<b>');
  expect(prose).not.toMatch(/(?<!&)#1\b/);
}

describe('names from a database', () => {
  it('are text and nothing else in log, summary and issue', async () => {
    const create = NAMES.map(
      (name) => `CREATE TABLE "${name}" (id int PRIMARY KEY); INSERT INTO "${name}" VALUES (1);`,
    );
    await using job = await openEmbeddedJob({ setup: create.join('\n') });
    const first = await job.run();
    expect(first.exitCode).toBe(0);
    expectNoCommand(first);
    expectHarmless(first.summary);
    for (const name of NAMES) {
      await job.database.sql(
        `ALTER TABLE "${name}" ADD COLUMN "${name}" text; INSERT INTO "${name}" VALUES (2)`,
      );
    }
    const drifted = await job.run();
    expect(drifted.exitCode).toBe(0);
    expectNoCommand(drifted);
    expectHarmless(drifted.summary);
    const { body, title } = job.github.issue(1);
    expect(title).toBe("orders_to_lake: the source's schema has changed");
    expectHarmless(body ?? '');
    expect(body?.match(/column added/g)).toHaveLength(NAMES.length);
  });
});

describe('what is nobody’s business', () => {
  it('is in no log, summary, request or report: excluded columns, rows, and passwords in any form', async () => {
    await using job = await openEmbeddedJob({
      setup: `
        CREATE TABLE people (id int PRIMARY KEY, name text, ssn text, amount numeric(9,2));
        INSERT INTO people VALUES (1, 'Ada Confidential', 'SSN-4711-0815', 1);`,
      configuration: '  special_values: error\n',
    });
    const configuration = job.configuration.replace(
      "        - name: '*'\n",
      "        - name: '*'\n  exclude_columns:\n    - {table: people, columns: [ssn]}\n",
    );
    await writeFile(join(job.directory, 'pipeline.yml'), configuration);
    const wrong = 'wrong-password:/42';
    const hidden = [REPLICATION_USER.password, wrong].flatMap((password) => [
      password,
      encodeURIComponent(password),
      Buffer.from(password).toString('base64'),
    ]);
    const expectHidden = async (result: ActionResult): Promise<void> => {
      const shown = [
        result.log,
        result.summary,
        ...result.outputs.values(),
        await job.reportText(),
        sentTo(job),
      ];
      for (const secret of ['SSN-4711', 'Ada Confidential', ...hidden])
        expect(shown.join('\n')).not.toContain(secret);
      const lakehouse = await readFile(join(job.directory, 'lakehouse.duckdb'), 'latin1');
      expect(lakehouse).toContain('Ada Confidential');
      expect(lakehouse).not.toContain('SSN-4711');
    };
    const loaded = await job.run();
    expect(loaded.exitCode).toBe(0);
    await expectHidden(loaded);
    // WHEN a change has nowhere to go, so that the run fails at its very row
    await job.database.sql("INSERT INTO people VALUES (2, 'Ada Confidential', 'SSN-4711-0816', 'NaN')");
    const failed = await job.run();
    expect(failed.outputs.get('failure-code')).toBe('value-unrepresentable');
    expect(job.github.issue(1).title).toBe('orders_to_lake fails: value-unrepresentable');
    await expectHidden(failed);
    // WHEN the database does not let the run in
    const refused = await job.run({}, { env: { PG_PASSWORD: wrong }, secrets: hidden });
    expect(refused.outputs.get('failure-code')).toBe('source-authentication-failed');
    await expectHidden(refused);
  });
});
