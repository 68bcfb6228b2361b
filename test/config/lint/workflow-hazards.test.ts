// biome-ignore-all lint/suspicious/noTemplateCurlyInString: `${{ … }}` is what the texts hold.
import { describe, expect, it } from 'vitest';
import { markedText, pipelineText } from '../config-text.ts';
import { lintTexts, places } from './lint-texts.ts';
import { actionStep, workflowText } from './workflow-texts.ts';

const WORKFLOW = '.github/workflows/ingest.yml';
const on = (cron: string): string => `on:\n  schedule:\n    - cron: ${cron}`;
const oidc = pipelineText({
  target: '  type: unity_catalog\n  catalog: main\n  schema: shop\n  databricks: {auth: {type: github_oidc}}',
});

type Case = readonly [name: string, marked: string, finding: string, word: string];

const CASES: readonly Case[] = [
  ['a cron with four fields', workflowText({ on: on('«"7 * * *"') }), 'warning workflow-cron', 'five fields'],
  [
    'a cron in a time zone that is none',
    workflowText({ on: `${on('«"7 * * * *"')}\n      timezone: Mars/Base` }),
    'warning workflow-cron',
    'Mars/Base',
  ],
  [
    'a cron that is too often',
    workflowText({ on: on('«"* * * * *"') }),
    'warning workflow-cron',
    '5 minutes',
  ],
  ['a cron at minute 0', workflowText({ on: on('«"*/15 * * * *"') }), 'notice workflow-cron', 'minute 0'],
  [
    'runs that are cancelled, all over the workflow',
    workflowText({ top: 'concurrency:\n  group: x\n  cancel-in-progress: «true\n' }),
    'warning workflow-cancels-runs',
    'waits',
  ],
  [
    'runs that are cancelled, in the job',
    workflowText({ job: '    concurrency: {group: x, cancel-in-progress: «true}\n' }),
    'warning workflow-cancels-runs',
    'catches up',
  ],
  [
    'a job shorter than its run',
    workflowText({ job: '    timeout-minutes: «30\n', step: actionStep('          max-duration: 30m\n') }),
    'warning workflow-timeout',
    '30 minutes',
  ],
  [
    'a step shorter than its run',
    workflowText({
      step: `${actionStep('          max-duration: 1h\n')}        timeout-minutes: «50\n`,
    }),
    'warning workflow-timeout',
    '50 minutes',
  ],
  [
    'a run longer than any job',
    workflowText({ step: actionStep('          max-duration: «6h\n') }),
    'warning workflow-timeout',
    'GitHub’s own limit',
  ],
  [
    'a run of the command line that is longer than its job',
    workflowText({
      job: '    timeout-minutes: «10\n',
      step: '      - run: tributary run -c pipelines/ --max-duration 15m',
    }),
    'warning workflow-timeout',
    '15m',
  ],
];

const OIDC_CASES: readonly Case[] = [
  ['no permissions at all', workflowText().replace('  ingest:', '  «ingest:'), '', ''],
  ['permissions of the job', workflowText({ job: '    «permissions:\n      contents: read\n' }), '', ''],
  ['permissions of the workflow', workflowText({ top: '«permissions: {}\n' }), '', ''],
  [
    'permissions that the job takes back',
    workflowText({ top: 'permissions: {id-token: write}\n', job: '    «permissions: read-all\n' }),
    '',
    '',
  ],
];

describe('a workflow that starts a pipeline', () => {
  it.each(CASES)('is warned of %s, on its line', async (_, marked, finding, word) => {
    const { text, line, column } = markedText(marked);
    const found = await lintTexts({ 'pipelines/shop.yml': pipelineText() }, { [WORKFLOW]: text });
    expect(places(found)).toEqual([`${WORKFLOW}:${line}:${column} ${finding}`]);
    expect(`${found[0]?.message} ${found[0]?.hint}`).toContain(word);
  });

  it.each(OIDC_CASES)('needs its own token where the pipeline logs in with it: %s', async (_, marked) => {
    const { text, line, column } = markedText(marked);
    const found = await lintTexts({ 'pipelines/shop.yml': oidc }, { [WORKFLOW]: text });
    expect(places(found)).toEqual([`${WORKFLOW}:${line}:${column} warning workflow-permission`]);
    expect(found[0]?.hint).toContain('id-token: write');
  });

  it('needs its own token where the environment asks for it', async () => {
    const text = workflowText({ top: 'env: {DATABRICKS_AUTH_TYPE: github-oidc}\n' });
    const found = await lintTexts({ 'pipelines/shop.yml': pipelineText() }, { [WORKFLOW]: text });
    expect(found.map(({ code }) => code)).toEqual(['workflow-permission']);
  });

  it.each([
    ['of the job', workflowText({ job: '    permissions: {contents: read, id-token: write}\n' })],
    ['of the workflow', workflowText({ top: 'permissions:\n  id-token: write\n' })],
    ['that are everything', workflowText({ top: 'permissions: write-all\n' })],
  ])('has its own token by permissions %s', async (_, text) => {
    expect(await lintTexts({ 'pipelines/shop.yml': oidc }, { [WORKFLOW]: text })).toEqual([]);
  });

  it.each([
    [
      'a job that is long enough',
      workflowText({ job: '    timeout-minutes: 60\n', step: actionStep('          max-duration: 50m\n') }),
    ],
    [
      'a time that an expression gives',
      workflowText({
        job: '    timeout-minutes: 60\n',
        step: actionStep('          max-duration: ${{ inputs.time }}\n'),
      }),
    ],
    [
      'a job’s time that an expression gives',
      workflowText({
        job: '    timeout-minutes: ${{ fromJSON(vars.T) }}\n',
        step: actionStep('          max-duration: 50m\n'),
      }),
    ],
    [
      'a cancellation that an expression decides',
      workflowText({
        top: 'concurrency: {group: x, cancel-in-progress: "${{ github.event_name == \'pull_request\' }}"}\n',
      }),
    ],
    [
      'a cancelled check',
      workflowText({
        on: 'on: pull_request',
        top: 'concurrency: {group: x, cancel-in-progress: true}\n',
        step: actionStep().replace('run', 'validate'),
      }),
    ],
    [
      'a workflow for something else',
      workflowText({
        on: on('"0 * * * *"'),
        top: 'concurrency: {group: x, cancel-in-progress: true}\n',
        step: '      - run: echo',
      }),
    ],
    [
      'a workflow for another set',
      workflowText({ on: on('"* * * * *"'), step: actionStep().replace('pipelines/', 'others/') }),
    ],
  ])('is left in peace with %s', async (_, text) => {
    expect(await lintTexts({ 'pipelines/shop.yml': pipelineText() }, { [WORKFLOW]: text })).toEqual([]);
  });
});
