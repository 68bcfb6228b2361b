import { describe, expect, it } from 'vitest';
import { scheduleEvent } from '../support/github/events.ts';
import { startGithub } from '../support/github/fake-github.ts';
import { type ActionResult, type RunActionOptions, runAction } from '../support/runner-emulator.ts';
import { parseKeyValueFile } from '../support/runner-files.ts';
import { RunnerLog } from '../support/runner-log.ts';
import { temporaryDirectory } from '../support/temporary-directory.ts';

const MANIFEST = `
inputs:
  github-token: { default: '\${{ github.token }}' }
  plain text: {}
runs: { using: node24, main: main.mjs }
`;

/** Runs a script as if it were a packaged action. */
async function runScript(script: string, options: Partial<RunActionOptions> = {}): Promise<ActionResult> {
  await using action = await temporaryDirectory({ 'action.yml': MANIFEST, 'main.mjs': script });
  return await runAction({ inputs: {}, workspace: action.path, actionDirectory: action.path, ...options });
}

const print = (...lines: readonly string[]): string =>
  lines.map((line) => `console.log(${JSON.stringify(line)});`).join('\n');

/** The log of these lines, without a process. */
function logOf(...lines: readonly string[]): RunnerLog {
  const log = new RunnerLog('/workspace');
  for (const line of lines) log.read(line);
  return log;
}

describe('the runner emulator', () => {
  it('hands inputs over by name, with defaults, and warns of unknown ones (RUN-2, RUN-3)', async () => {
    const result = await runScript(
      'console.log(JSON.stringify([process.env["INPUT_GITHUB-TOKEN"], process.env["INPUT_PLAIN_TEXT"]]));',
      {
        inputs: { 'Plain Text': 'x', other: 'y' },
      },
    );
    expect(result.log).toBe('["ghs_emulated","x"]');
    expect(result.inputWarnings).toEqual([expect.stringContaining("'other'")]);
  });

  it.each([
    ['one of its own', { token: 'ghs_own' }, 'ghs_own'],
    ['none', { token: '' }, ''],
    ['none that the workflow wants to be used', { inputs: { 'github-token': '' } }, ''],
  ])('gives the job a token: %s', async (_, options, token) => {
    const result = await runScript('console.log(process.env["INPUT_GITHUB-TOKEN"] + ".");', options);
    expect(result.log).toBe(`${token}.`);
  });

  it('tells the job what has started it, and the step may not say otherwise (RUN-4)', async () => {
    const print = ['EVENT_NAME', 'REF', 'WORKFLOW_REF', 'HEAD_REF'].map(
      (name) => `process.env.GITHUB_${name}`,
    );
    const result = await runScript(`console.log([${print}].join(' '));`, {
      event: scheduleEvent(),
      env: { GITHUB_REF: 'refs/heads/other' },
    });
    const workflow = 'octo/pipelines/.github/workflows/tributary.yml@refs/heads/main';
    expect(result.log).toBe(`schedule refs/heads/main ${workflow} `);
  });

  it('starts Node 24 in the workspace, without a GITHUB_TOKEN (RUN-5, RUN-7)', async () => {
    const result = await runScript(
      'console.log(process.version.split(".")[0], process.cwd() === process.env.GITHUB_WORKSPACE, process.env.GITHUB_TOKEN);',
    );
    expect(result.log).toBe('v24 true undefined');
  });

  it('reads outputs, and refuses what it cannot read (RUN-19)', async () => {
    const append = (text: string): string =>
      `require('node:fs').appendFileSync(process.env.GITHUB_OUTPUT, ${JSON.stringify(text)});`;
    const script = `import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);`;
    const result = await runScript(`${script}${append('a=1\nb<<E\nx\ny\nE\na=2\n')}`);
    expect(Object.fromEntries(result.outputs)).toEqual({ a: '2', b: 'x\ny' });
    expect(() => parseKeyValueFile('b<<E\nx')).toThrow('no end delimiter');
    expect(() => parseKeyValueFile('no value')).toThrow('not a value');
  });

  it('fails a step by its exit code (RUN-8)', async () => {
    expect((await runScript('process.exitCode = 3;')).failed).toBe(true);
  });

  it.each([
    ['a visible secret', print('the secret is s3cret'), /a secret is visible/],
    ['an open group', print('::group::a'), /a group stays open/],
    ['nested groups', print('::group::a', '::group::b', '::endgroup::'), /starts within another/],
    ['a deprecated command', print('::set-output name=a::1'), /deprecated command set-output/],
    ['a refused command', print('##[set-env name=A]1'), /set-env is refused/],
    [
      'a summary that would be lost',
      "import { writeFileSync } from 'node:fs'; writeFileSync(process.env.GITHUB_STEP_SUMMARY, 'x'.repeat(1048576));",
      /summary is too large/,
    ],
    ['an action that has to be killed', "process.kill(process.pid, 'SIGKILL');", /ended by SIGKILL/],
  ])('does not let %s pass', async (_, script, fault) => {
    await expect(runScript(script, { secrets: ['s3cret'] })).rejects.toThrow(fault);
  });

  it('cancels by SIGINT (RUN-22)', async () => {
    const script =
      "process.once('SIGINT', () => { console.log('stopping'); clearInterval(timer); }); const timer = setInterval(() => {}, 1000); console.log('at work');";
    const result = await runScript(script, { cancelAtLine: /at work/ });
    expect(result.log).toContain('stopping');
    expect(result.exitCode).toBe(0);
  });
});

describe('the runner emulator, with a GitHub', () => {
  const comment = (body: string): string => `
    const response = await fetch(process.env.GITHUB_API_URL + '/repos/octo/pipelines/issues/7/comments', {
      method: 'POST',
      headers: {
        authorization: 'token ' + process.env['INPUT_GITHUB-TOKEN'],
        'content-type': 'application/json',
        'user-agent': 'test',
      },
      body: JSON.stringify(${body}),
    });
    console.log(response.status);`;

  it('lets the job talk to it, by the token of the job', async () => {
    await using github = await startGithub({ token: 'ghs_fake' });
    github.addPull();
    const result = await runScript(comment('{ body: "x" }'), { github });
    expect(result.log).toBe('201');
    expect(github.commentsOf(7)).toMatchObject([{ body: 'x' }]);
    const stranger = await runScript(comment('{ body: "x" }'), { github, token: 'ghs_other' });
    expect(stranger.log).toBe('401');
  });

  it.each([
    ['a secret', '{ body: "the secret is s3cret" }', /a secret is sent/],
    ['its own token', '{ body: process.env["INPUT_GITHUB-TOKEN"] }', /a secret is sent/],
    ['what GitHub does not understand', '{ text: "x" }', /'body'/],
  ])('does not let it be sent %s', async (_, body, fault) => {
    const github = await startGithub();
    github.addPull();
    await expect(runScript(comment(body), { github, secrets: ['s3cret'] })).rejects.toThrow(fault);
    github.takeViolations();
    github.forgetCalls();
    await github[Symbol.asyncDispose]();
  });

  it('lets nobody out to the real one', async () => {
    const script =
      'await fetch(process.env.GITHUB_API_URL).catch((error) => console.log(error.cause.message));';
    expect((await runScript(script)).log).toBe('bad port');
  });
});

describe('the emulated log', () => {
  it('keeps ten annotations of a type and drops the rest (RUN-15)', () => {
    const log = logOf(...Array.from({ length: 12 }, (_, index) => `::error::${index}`), '::warning::w');
    expect(log.annotations).toHaveLength(11);
    expect(log.droppedAnnotations.map(({ message }) => message)).toEqual(['10', '11']);
  });

  it('decodes data and properties (RUN-10)', () => {
    const [annotation] = logOf('  ::error file=a%2Cb.yml,title=x%3Ay,line=3,col=4::one%0Atwo%25').annotations;
    expect(annotation).toMatchObject({
      file: 'a,b.yml',
      title: 'x:y',
      line: 3,
      column: 4,
      message: 'one\ntwo%',
    });
  });

  it.each([
    ['line=3,endLine=2,col=1', undefined, undefined],
    ['line=3,endLine=4,col=1', 3, undefined],
    ['line=3,col=5,endColumn=4', 3, undefined],
    ['col=5', undefined, undefined],
    ['endLine=7', 7, undefined],
  ])('repairs the range %s as the runner does (RUN-16)', (properties, line, column) => {
    expect(logOf(`::error ${properties}::x`).annotations[0]).toMatchObject({ line, column });
  });

  it('makes paths in the workspace relative (RUN-17)', () => {
    expect(logOf('::error file=/workspace/a/b.yml::x').annotations[0]?.file).toBe('a/b.yml');
  });

  it('masks from the command on, each line of a value by itself (RUN-18)', () => {
    const log = logOf('s3cret', '::add-mask::s3cret%0Aother', 'a s3cret b', 'other', '::add-mask::');
    expect(log.lines).toEqual(['s3cret', 'a *** b', '***']);
  });

  it('obeys no command between stop and go (RUN-13)', () => {
    const log = logOf('::stop-commands::token-1', '::error::x', '##[error]y', '::token-1::', '::error::z');
    expect(log.annotations.map(({ message }) => message)).toEqual(['z']);
  });

  it('takes an unregistered name for text (RUN-9)', () => {
    expect(logOf('::nonsense::x', 'see ##[nonsense]').lines).toEqual(['::nonsense::x', 'see ##[nonsense]']);
  });
});
