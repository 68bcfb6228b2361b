// biome-ignore-all lint/suspicious/noTemplateCurlyInString: `${{ … }}` is what the texts hold.
import { describe, expect, it } from 'vitest';
import { markedText, pipelineText } from '../config-text.ts';
import { lintTexts, places } from './lint-texts.ts';
import { actionStep, workflowText } from './workflow-texts.ts';

const WORKFLOW = '.github/workflows/ingest.yml';
const on = (...crons: readonly string[]): string =>
  ['on:', '  schedule:', ...crons.map((cron) => `    - cron: "${cron}"`)].join('\n');
const every = (length: string): string =>
  pipelineText({ rest: `schedule:\n  type: interval\n  every: ${length}\n` });
const shop = { 'pipelines/shop.yml': every('«15m') };
const other = pipelineText({
  pipeline: '  name: other',
  target: '  type: embedded\n  schema: other',
  rest: 'schedule: {type: interval, every: «15m}\n',
});

/** Findings about a pipeline whose text has a mark, and whether they stand at the mark. */
async function lint(
  pipelines: Readonly<Record<string, string>>,
  workflow: string,
  directory = '/work',
): Promise<{ readonly codes: readonly string[]; readonly told: string; readonly atMark: boolean }> {
  const texts = Object.fromEntries(
    Object.entries(pipelines).map(([file, text]) => [file, text.replace('«', '')]),
  );
  const found = (await lintTexts(texts, { [WORKFLOW]: workflow }, { directory })).filter(
    ({ code }) => code === 'schedule-contradicted',
  );
  const marks = Object.entries(pipelines).map(([file, text]) => {
    const { line, column } = markedText(text);
    return `${`/work/${file}`.slice(directory.length + 1)}:${line}:${column}`;
  });
  return {
    codes: found.map(({ severity }) => severity),
    told: found.map(({ message, hint }) => `${message} ${hint}`).join(' '),
    atMark: found.every(({ file, line, column }) => marks.includes(`${file}:${line}:${column}`)),
  };
}

describe('an interval and the cron that starts it', () => {
  it.each([
    ['15m', ['7 * * * *'], 'only every 1h'],
    ['15m', ['*/20 * * * *'], 'only every 20m'],
    ['15m', ['7,22 * * * *'], 'only every 45m'],
    ['1m', ['*/5 * * * *'], 'at most'],
    ['1h', ['*/15 * * * *'], 'starts `shop` every 15m'],
    ['1h', ['*/30 * * * *'], 'starts `shop` every 30m'],
    ['1d', ['7 6 * * 1'], 'only every 7d'],
    ['7d', ['7 6 1 * *'], 'only every 28d'],
    ['10m', ['7,37 * * * *', '22,52 * * * *'], 'only every 15m'],
  ])('contradict each other: every %s, %s', async (length, crons, words) => {
    const found = await lint(
      { 'pipelines/shop.yml': every(`«${length}`) },
      workflowText({ on: on(...crons) }),
    );
    expect(found).toMatchObject({ codes: ['warning'], atMark: true });
    expect(found.told).toContain(words);
    expect(found.told).toContain(`${WORKFLOW}:4`);
  });

  it.each([
    ['15m', ['7,22,37,52 * * * *']],
    ['15m', ['7,37 * * * *', '22,52 * * * *']],
    ['15m', ['7,22,37,52 8-18 * * 1-5']],
    ['7m', ['*/7 * * * *']],
    ['45m', ['*/45 * * * *']],
    ['1h', ['7 * * * *']],
    ['1d', ['30 2 * * *']],
    ['30d', ['7 3 1 * *']],
    ['5m', ['*/5 * * * *']],
  ])('agree: every %s, %s', async (length, crons) => {
    const found = await lint(
      { 'pipelines/shop.yml': every(`«${length}`) },
      workflowText({ on: on(...crons) }),
    );
    expect(found.told).toBe('');
  });

  it('agree in the workflow’s own time zone, clocks moved or not', async () => {
    const lines = `${on('30 2 * * *')}\n      timezone: Europe/Berlin`;
    expect((await lint({ 'pipelines/shop.yml': every('«1d') }, workflowText({ on: lines }))).told).toBe('');
  });

  it('are held together for a default schedule, at its own place', async () => {
    const found = await lint(
      {
        'pipelines/shop.yml': pipelineText(),
        'pipelines/z.yml': 'schedule: {type: interval, every: «15m}\n',
      },
      workflowText({ on: on('7 * * * *') }),
    );
    expect(found).toMatchObject({ codes: ['warning'], atMark: true });
    expect(found.told).toContain('`shop`');
  });
});

describe('another schedule than an interval', () => {
  const schedule = (type: string): string => pipelineText({ rest: `schedule: {type: «${type}}\n` });

  it('contradicts a cron when it is manual', async () => {
    const found = await lint({ 'pipelines/shop.yml': schedule('manual') }, workflowText());
    expect(found).toMatchObject({ codes: ['warning'], atMark: true });
    expect(found.told).toContain('`every: 15m`');
  });

  it('is told what it amounts to when it is continuous', async () => {
    const found = await lint({ 'pipelines/shop.yml': schedule('continuous') }, workflowText());
    expect(found).toMatchObject({ codes: ['notice'], atMark: true });
    expect(found.told).toContain('every 15m');
  });

  it('is not judged where the pipeline says nothing of one', async () => {
    expect((await lint({ 'pipelines/shop.yml': pipelineText() }, workflowText())).told).toBe('');
  });
});

describe('what a workflow starts', () => {
  const hourly = on('7 * * * *');

  it.each([
    ['the action by its name', actionStep()],
    ['the repository’s own action', actionStep('', './')],
    ['the pipeline by its name', actionStep('          pipeline: shop\n')],
    ['an input that a cron leaves empty', actionStep('          pipeline: ${{ inputs.pipeline }}\n')],
    [
      'an input with a default',
      actionStep().replace('command: run', "command: ${{ inputs.command || 'run' }}"),
    ],
    ['the command line', '      - run: tributary run --config pipelines/ --pipeline shop'],
    [
      'the command line by npx',
      '      - run: |\n          npx tributary@1 run \\\n            -c pipelines/shop.yml',
    ],
    ['a file by a glob', '      - run: tributary run --config="pipelines/*.yml"'],
    [
      'from a directory',
      '      - run: ../node_modules/.bin/tributary run -c shop.yml\n        working-directory: pipelines',
    ],
  ])('is understood as %s', async (_, step) => {
    expect(await lint(shop, workflowText({ on: hourly, step }))).toMatchObject({
      codes: ['warning'],
      atMark: true,
    });
  });

  it('is followed through a matrix', async () => {
    const job =
      '    strategy:\n      matrix:\n        pipeline: [shop]\n        include: [{pipeline: other}]\n';
    const step = actionStep('          pipeline: ${{ matrix.pipeline }}\n');
    const texts = { ...shop, 'pipelines/other.yml': other };
    expect((await lint(texts, workflowText({ on: hourly, job, step }))).codes).toHaveLength(2);
  });

  it.each([
    ['an expression names the pipeline', actionStep('          pipeline: ${{ vars.PIPELINE }}\n'), ''],
    [
      'an expression makes the matrix',
      actionStep('          pipeline: ${{ matrix.p }}\n'),
      '    strategy: {matrix: "${{ fromJSON(x) }}"}\n',
    ],
    ['the shell names the pipeline', '      - run: tributary run -c pipelines/ -p "$PIPELINE"', ''],
    ['a condition looks at the event', actionStep(), "    if: github.event.schedule == '7 * * * *'\n"],
    ['only other events start it', actionStep(), "    if: github.event_name != 'schedule'\n"],
    ['an expression chooses the command', actionStep().replace('command: run', 'command: ${{ vars.C }}'), ''],
    ['it only validates', actionStep().replace('command: run', 'command: validate'), ''],
    ['another configuration is run', actionStep().replace('pipelines/', 'elsewhere/'), ''],
    ['another pipeline is run, which the set does not have', actionStep('          pipeline: others\n'), ''],
    ['a comment names the command', '      - run: "# tributary run -c pipelines/"', ''],
    ['it is another action', actionStep('', 'acme/distributary@v1'), ''],
  ])('is left alone where %s', async (_, step, job) => {
    expect((await lint(shop, workflowText({ on: hourly, step, job }))).told).toBe('');
  });

  it('is told where it starts one pipeline of the set and forgets another', async () => {
    const step = actionStep('          pipeline: shop\n');
    const texts = { 'pipelines/shop.yml': every('15m'), 'pipelines/other.yml': other };
    const found = await lint(texts, workflowText({ step }));
    expect(found).toMatchObject({ codes: ['warning'], atMark: true });
    expect(found.told).toContain('No workflow starts `other`');
  });

  it('is found from a directory within the repository, and named from there', async () => {
    const found = await lint(shop, workflowText({ on: hourly }), '/work/pipelines');
    expect(found).toMatchObject({ codes: ['warning'], atMark: true });
    expect(found.told).toContain(`\`../${WORKFLOW}:4\``);
  });
});

describe('a workflow that cannot be read', () => {
  const good = pipelineText();

  it('is a warning at the parser’s place, whatever it is for', async () => {
    const { text, line, column } = markedText('name: x\non:\n«\tpush:\n');
    const found = await lintTexts({ 'pipelines/shop.yml': good }, { '.github/workflows/x.yaml': text });
    expect(places(found)).toEqual([`.github/workflows/x.yaml:${line}:${column} warning yaml-syntax`]);
    expect(found[0]?.hint).toContain('GitHub starts nothing');
  });

  it.each([
    ['no workflow', 'just text'],
    ['a list', '- a\n- b\n'],
    ['empty', ''],
    ['a workflow without jobs', 'on: push\n'],
    ['jobs of another kind', 'on: [schedule]\njobs: [a]\n'],
    ['steps of another kind', 'on: {schedule: 5}\njobs: {a: {steps: [1, null, {uses: 5}]}}\n'],
    ['a schedule without cron', 'on: {schedule: [{}, 7, {cron: 5}]}\njobs: {a: {uses: ./x.yml}}\n'],
  ])('is nothing to speak of when it is %s', async (_, text) => {
    expect(await lintTexts({ 'pipelines/shop.yml': good }, { [WORKFLOW]: text })).toEqual([]);
  });

  it('does not hide the others, nor keep the pipelines from being valid', async () => {
    const refused = Object.assign(new Error('no'), { code: 'EACCES' });
    const found = await lintTexts(
      { 'pipelines/shop.yml': every('15m') },
      { '.github/workflows/a.yml': refused, [WORKFLOW]: workflowText({ on: on('7 * * * *') }) },
    );
    expect(found.map(({ severity, code }) => `${severity} ${code}`)).toEqual([
      'warning file-unreadable',
      'warning schedule-contradicted',
    ]);
  });
});
