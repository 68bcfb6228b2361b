import { describe, expect, it } from 'vitest';
import {
  dependabotPullRequestEvent,
  forkPullRequestEvent,
  type GithubEvent,
  pullRequestEvent,
} from '../support/github/events.ts';
import { startGithub } from '../support/github/fake-github.ts';
import { type GithubPermissions, READ_ONLY } from '../support/github/operation.ts';
import { type ActionResult, runAction } from '../support/runner-emulator.ts';
import { sampleConfig } from '../support/sample-config.ts';
import { temporaryDirectory } from '../support/temporary-directory.ts';

/** What a checked-out repository holds, by path. */
type Files = Readonly<Record<string, string>>;

interface Occasion {
  readonly event?: GithubEvent;
  readonly env?: Readonly<Record<string, string>>;
  readonly inputs?: Readonly<Record<string, string>>;
  /** What the token may; everything unless told. */
  readonly permissions?: GithubPermissions;
}

/** Runs a command for a pull request, and counts how often GitHub was called. */
async function check(
  files: Files,
  { event = pullRequestEvent(), env = {}, inputs = {}, permissions }: Occasion = {},
): Promise<ActionResult & { readonly calls: number }> {
  await using repository = await temporaryDirectory(files);
  await using github = await startGithub(permissions === undefined ? {} : { permissions });
  github.addPull();
  const result = await runAction({
    inputs: { config: 'pipeline.yml', ...inputs },
    workspace: repository.path,
    event,
    env,
    github,
    secrets: Object.values(env),
  });
  return { ...result, calls: github.calls.length };
}

/** A mark as `path:line:column-endColumn level title`. */
function marks({ annotations }: ActionResult): readonly string[] {
  return annotations.map(
    ({ file, line, column, endColumn, level, title }) =>
      `${file}:${line}:${column}-${endColumn} ${level} ${title}`,
  );
}

/** Where a word stands in a text, as a mark on the whole of it says. */
function placeOf(text: string, word: string): string {
  const before = text.slice(0, text.indexOf(word)).split('\n');
  const column = (before.at(-1) ?? '').length + 1;
  return `${before.length}:${column}-${column + word.length - 1}`;
}

const WITH_SECRET = sampleConfig({ passwordVariable: 'PG_PASSWORD', target: 'unity_catalog' });

/** Columns are below the table that they are of. */
const WITH_FINDINGS = `${sampleConfig({ passwordVariable: 'PG_PASSWORD' }).replace(
  'target:',
  '  include_columns:\n    - table: orders\n      columns: [order_id, phone_number]\ntarget:',
)}schedule:
  type: interval
  every: 5m
`;

const WORKFLOW = `name: ingest
on:
  schedule:
    - cron: '17 * * * *'
jobs:
  ingest:
    runs-on: ubuntu-24.04
    steps:
      - uses: acme/tributary@0123456789012345678901234567890123456789
        with:
          command: run
          config: pipeline.yml
`;

describe('a pull request, validated', () => {
  it.each([
    ['of the same repository', pullRequestEvent(), undefined],
    ['from a fork', forkPullRequestEvent(), READ_ONLY],
    ['of Dependabot', dependabotPullRequestEvent(), READ_ONLY],
  ] as const)('%s asks GitHub for nothing, and needs no secret', async (_, event, permissions) => {
    const result = await check(
      { 'pipeline.yml': WITH_SECRET },
      permissions === undefined ? { event } : { event, permissions },
    );
    expect(result.calls).toBe(0);
    expect(result.failed).toBe(false);
    expect(marks(result)).toEqual([
      `pipeline.yml:${placeOf(WITH_SECRET, '$' + '{PG_PASSWORD}')} warning Tributary: variable-missing`,
    ]);
    expect(Object.fromEntries(result.outputs)).toMatchObject({ status: 'valid', 'comment-id': '' });
    expect(result.summary).toContain('1 warning');
  });

  it('has a finding of the linter on its line and column, where the text is right and a reader would wonder', async () => {
    const result = await check(
      {
        'pipeline.yml': WITH_FINDINGS,
        '.github/workflows/ingest.yml': WORKFLOW,
      },
      { env: { PG_PASSWORD: 'correct-horse' } },
    );
    expect(result.failed).toBe(false);
    expect(marks(result)).toEqual([
      `pipeline.yml:${placeOf(WITH_FINDINGS, 'phone_number')} warning Tributary: personal-data-selected`,
      `pipeline.yml:${placeOf(WITH_FINDINGS, '5m')} warning Tributary: schedule-contradicted`,
    ]);
    expect(result.annotations[1]?.message).toContain('.github/workflows/ingest.yml:4');
  });

  it('fails for warnings where it is told to', async () => {
    const files = { 'pipeline.yml': WITH_FINDINGS };
    const env = { PG_PASSWORD: 'correct-horse' };
    const strict = await check(files, { env, inputs: { 'fail-on': 'warning' } });
    expect(strict.exitCode).toBe(2);
    expect(Object.fromEntries(strict.outputs)).toMatchObject({
      status: 'invalid',
      'failure-code': 'config-invalid',
    });
    expect(strict.log).toContain('fail-on is warning');
    const clean = await check({ 'pipeline.yml': WITH_SECRET }, { env, inputs: { 'fail-on': 'warning' } });
    expect(clean.outputs.get('status')).toBe('valid');
  });

  it('warns of a workflow file that is no YAML, where it breaks, and fails nothing for it', async () => {
    const result = await check(
      { 'pipeline.yml': sampleConfig(), '.github/workflows/broken.yml': 'on: [push\njobs:\n  a: {\n' },
      { inputs: { 'fail-on': 'error' } },
    );
    expect(result.failed).toBe(false);
    expect(result.annotations).toContainEqual(
      expect.objectContaining({
        level: 'warning',
        title: 'Tributary: yaml-syntax',
        file: '.github/workflows/broken.yml',
        line: expect.any(Number),
        message: expect.stringContaining('GitHub starts nothing of a workflow that it cannot read'),
      }),
    );
  });

  it('lists 400 errors of one file in the summary, marks ten, and says so once', async () => {
    const mistakes = Array.from({ length: 400 }, (_, index) => `mistake_${index}: 1`).join('\n');
    const result = await check({ 'pipeline.yml': `${sampleConfig()}${mistakes}\n` });
    expect(result.exitCode).toBe(2);
    const levels = Map.groupBy(result.annotations, ({ level }) => level);
    expect(levels.get('error')).toHaveLength(10);
    expect(levels.get('notice')?.map(({ message }) => message)).toEqual([
      expect.stringContaining('10 of 400 errors'),
    ]);
    expect(result.droppedAnnotations).toEqual([]);
    expect(new Set(result.summary.match(/mistake&#95;\d+/g)).size).toBe(400);
    expect(new Set(result.log.match(/mistake_\d+/g)).size).toBe(400);
    expect(result.outputs.get('failure-code')).toBe('config-invalid');
  });

  it('says how many it left out where notices alone would take all places', async () => {
    const pipelines = Array.from({ length: 12 }, (_, index) => [
      `pipelines/${index}.yml`,
      `${sampleConfig({ name: `orders_${index}` })}schedule:\n  type: continuous\n`,
    ]);
    const workflow = WORKFLOW.replace('pipeline.yml', 'pipelines/');
    const result = await check(
      { ...Object.fromEntries(pipelines), '.github/workflows/ingest.yml': workflow },
      { inputs: { config: 'pipelines/' } },
    );
    expect(result.droppedAnnotations).toEqual([]);
    expect(result.annotations.at(-1)?.message).toContain('9 of 12 notices');
  });

  it('marks files of a monorepo by their path in the repository, wherever the workflow files are', async () => {
    const result = await check(
      {
        'teams/shop/pipelines/orders.yml': WITH_FINDINGS,
        '.github/workflows/ingest.yml': WORKFLOW.replace(
          'config: pipeline.yml',
          'config: pipelines/\n          working-directory: teams/shop',
        ),
      },
      {
        env: { PG_PASSWORD: 'correct-horse' },
        inputs: { config: 'pipelines/', 'working-directory': 'teams/shop' },
      },
    );
    expect(marks(result)).toEqual([
      `teams/shop/pipelines/orders.yml:${placeOf(WITH_FINDINGS, 'phone_number')} warning Tributary: personal-data-selected`,
      `teams/shop/pipelines/orders.yml:${placeOf(WITH_FINDINGS, '5m')} warning Tributary: schedule-contradicted`,
    ]);
  });
});

describe('a pull request without secrets, planned', () => {
  it.each([
    ['from a fork', forkPullRequestEvent()],
    ['of Dependabot', dependabotPullRequestEvent()],
  ])('%s is validated instead, without a call of GitHub and without a failure', async (_, event) => {
    const result = await check(
      { 'pipeline.yml': WITH_SECRET },
      { event, permissions: READ_ONLY, inputs: { command: 'plan' } },
    );
    expect(result.calls).toBe(0);
    expect(result.failed).toBe(false);
    expect(result.log).toContain('has no access to secrets');
    expect(result.outputs.get('status')).toBe('valid');
    expect(result.annotations.map(({ level, title }) => `${level} ${title}`)).toEqual([
      'warning Tributary: variable-missing',
    ]);
  });

  it('fails for errors of the configuration, as with them', async () => {
    const text = WITH_SECRET.replace('selection:', 'selektion:');
    const result = await check(
      { 'pipeline.yml': text },
      { event: forkPullRequestEvent(), permissions: READ_ONLY, inputs: { command: 'plan' } },
    );
    expect(result.exitCode).toBe(2);
    expect(result.outputs.get('status')).toBe('invalid');
    const withSecrets = await check({ 'pipeline.yml': text }, { inputs: { command: 'plan' } });
    expect(withSecrets.exitCode).toBe(2);
    expect(withSecrets.summary).toContain('| pipeline.yml:');
    expect(withSecrets.calls).toBe(0);
  });
});

describe('the inputs', () => {
  it('that another action would have are refused with the name that is meant', async () => {
    const result = await check({ 'pipeline.yml': sampleConfig() }, { inputs: { 'config-file': 'a.yml' } });
    expect(result.exitCode).toBe(2);
    expect(result.inputWarnings).toEqual([expect.stringContaining('config-file')]);
    expect(result.annotations.map(({ message }) => message)).toEqual([
      'There is no input "config-file".\nWrite config instead.',
    ]);
    expect(result.outputs.get('failure-code')).toBe('usage-invalid');
  });

  it('that nothing is called like have no effect, and are told', async () => {
    const result = await check({ 'pipeline.yml': sampleConfig() }, { inputs: { colour: 'blue' } });
    expect(result.failed).toBe(false);
    expect(result.annotations.map(({ level, message }) => `${level}: ${message}`)).toEqual([
      'warning: There is no input "colour"; it has no effect.',
    ]);
  });

  it.each([
    ['fail-on', 'warnings', 'Did you mean warning?'],
    ['comment', 'on', 'changes-only, always or never'],
    ['dry-run', 'yes', 'false or true'],
  ])('with a wrong value are answered with the right ones: %s', async (name, value, words) => {
    const result = await check({ 'pipeline.yml': sampleConfig() }, { inputs: { [name]: value } });
    expect(result.exitCode).toBe(2);
    expect(result.annotations[0]?.message).toContain(words);
  });

  it('come from the environment where the step gives none, and from the step where both do', async () => {
    await using repository = await temporaryDirectory({ 'pipeline.yml': sampleConfig() });
    const run = (inputs: Readonly<Record<string, string>>) =>
      runAction({
        inputs,
        workspace: repository.path,
        env: { TRIBUTARY_CONFIG: 'pipeline.yml', TRIBUTARY_PIPELINE: 'orders_to_lake' },
      });
    expect((await run({})).outputs.get('status')).toBe('valid');
    expect((await run({ config: 'elsewhere.yml' })).outputs.get('status')).toBe('invalid');
  });
});

describe('the outputs', () => {
  const DEFAULTS = {
    status: 'failed',
    'caught-up': 'false',
    changes: '0',
    'rows-merged': '0',
    'lag-bytes': '',
    drift: 'false',
    'checkpoint-lsn': '',
    'plan-hash': '',
    'report-path': '',
    'comment-id': '',
    'issue-number': '',
  };

  it.each([
    ['an input is wrong', { command: 'pan' }, 'usage-invalid'],
    ['no configuration is given', { config: '' }, 'usage-invalid'],
    ['the configuration cannot be used', { command: 'run', config: 'missing.yml' }, 'config-invalid'],
  ])('are all there when %s', async (_, inputs, code) => {
    const result = await check({ 'pipeline.yml': sampleConfig() }, { inputs });
    expect(Object.fromEntries(result.outputs)).toEqual({ ...DEFAULTS, 'failure-code': code });
    expect(result.summary).not.toBe('');
  });
});
