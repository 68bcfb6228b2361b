import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { UNPINNED_ACTION } from '../../src/init/action-reference.ts';
import { type Concurrency, type Job, type Step, stepsOf, type Workflow } from './read-workflow.ts';

/** What a workflow does wrong, in words; empty when it keeps the rule. */
export type WorkflowRule = (workflow: Workflow) => readonly string[];

const manifest = z
  .object({ inputs: z.record(z.string(), z.unknown()), outputs: z.record(z.string(), z.unknown()) })
  .parse(parse(readFileSync(resolve(import.meta.dirname, '../../action.yml'), 'utf8')));

/** Values that inputs of the Action may have, where there are few. */
const INPUT_VALUES: Readonly<Record<string, readonly string[]>> = {
  command: ['run', 'validate', 'plan', 'backfill', 'check', 'status'],
  mode: ['missing', 'refresh'],
  'dry-run': ['true', 'false'],
  'fail-on': ['error', 'warning'],
  comment: ['changes-only', 'always', 'never'],
  issues: ['manage', 'never'],
  skip: ['source', 'target'],
};

const MAX_DISPATCH_INPUTS = 25;
const HOSTED_JOB_MINUTES = 360;

export const WORKFLOW_RULES = {
  'grants nothing at the top, and in each job only what has its reason beside it': (workflow) => [
    ...(JSON.stringify(workflow.permissions) === '{}' ? [] : ['the top level grants permissions']),
    ...jobsOf(workflow, (job) => (job.permissions === undefined ? ['has no permissions'] : [])),
    ...workflow.text
      .split('\n')
      .filter((line) => /^\s+[a-z-]+: (?:read|write)\b/.test(line) && !/ # \S+/.test(line))
      .map((line) => `no reason: ${line.trim()}`),
  ],

  'pins every action by its commit, with the release as a comment': (workflow) =>
    workflow.text
      .split('\n')
      .filter((line) => /^\s*(?:- )?uses:/.test(line))
      .filter((line) => !line.includes(`${UNPINNED_ACTION} # v`))
      .filter((line) => !/uses: (?:\.\/|[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$)/.test(line))
      .map((line) => line.trim()),

  'leaves no token on the disk': (workflow) =>
    stepsOf(workflow)
      .filter(({ uses }) => uses?.startsWith('actions/checkout@') === true)
      .filter((step) => step.with?.['persist-credentials'] !== false)
      .map(() => 'checkout persists its credentials'),

  'gives every job a time to end': (workflow) =>
    jobsOf(workflow, (job) => {
      const minutes = job['timeout-minutes'];
      return minutes === undefined || minutes > HOSTED_JOB_MINUTES ? [`timeout-minutes: ${minutes}`] : [];
    }),

  'ends a run before GitHub would': (workflow) =>
    jobsOf(workflow, (job) =>
      tributarySteps(job.steps)
        .map((step) => String(step.with?.['max-duration'] ?? ''))
        .filter((text) => text !== '' && minutesOf(text) >= (job['timeout-minutes'] ?? 0))
        .map((text) => `max-duration: ${text}`),
    ),

  'gives the Action inputs that it has, with values that it takes': (workflow) =>
    tributarySteps(stepsOf(workflow)).flatMap((step) =>
      Object.entries(step.with ?? {}).flatMap(([name, value]) => [
        ...(Object.hasOwn(manifest.inputs, name) ? [] : [`no input ${name}`]),
        ...wordsOf(String(value))
          .filter((word) => INPUT_VALUES[name]?.includes(word) === false)
          .map((word) => `${name}: ${word}`),
      ]),
    ),

  'offers choices that the Action takes': (workflow) =>
    Object.entries(dispatchInputs(workflow)).flatMap(([name, { options = [] }]) =>
      options.filter((option) => INPUT_VALUES[name]?.includes(option) === false),
    ),

  'asks no more than GitHub lets it': (workflow) =>
    Object.keys(dispatchInputs(workflow)).length > MAX_DISPATCH_INPUTS ? ['too many inputs'] : [],

  'uses every input that it asks for, and asks for every one that it uses': (workflow) => {
    const asked = Object.keys(dispatchInputs(workflow));
    const used = [...workflow.text.matchAll(/\$\{\{[^}]*?\binputs\.([\w-]+)/g)].map(([, name = '']) => name);
    return [
      ...asked.filter((name) => !used.includes(name)).map((name) => `${name} is not used`),
      ...used.filter((name) => !asked.includes(name)).map((name) => `${name} is not asked for`),
    ];
  },

  'never throws a waiting run away that it has promised to keep': (workflow) =>
    concurrenciesOf(workflow)
      .filter((group) => typeof group !== 'string' && group.queue === 'max')
      .filter((group) => typeof group !== 'string' && (group['cancel-in-progress'] ?? false) !== false)
      .map(() => 'queue: max with cancel-in-progress'),

  'never cancels a run of the Action that writes': (workflow) =>
    tributarySteps(stepsOf(workflow)).some((step) =>
      wordsOf(String(step.with?.['command'] ?? '')).some((word) => word === 'run' || word === 'backfill'),
    ) && concurrenciesOf(workflow).some((group) => typeof group !== 'string' && group['cancel-in-progress'])
      ? ['cancel-in-progress']
      : [],

  'starts nothing at the full hour': (workflow) =>
    cronLines(workflow).filter((line) => !/^[1-9]\d?(?:,[1-9]\d?)* /.test(line)),

  'hands values to a script by the environment only, so that none becomes a part of it': (workflow) =>
    stepsOf(workflow)
      .flatMap(({ run = '' }) => [...run.matchAll(/\$\{\{.*?\}\}/gs)])
      .map(([expression]) => expression),

  'never runs a stranger’s code with our rights': (workflow) =>
    Object.hasOwn(workflow.on, 'pull_request_target') ? ['pull_request_target'] : [],

  'asks for an identity token where it signs in to Databricks': (workflow) =>
    jobsOf(workflow, (job) =>
      tributarySteps(job.steps).some((step) => step.env?.['DATABRICKS_CLIENT_ID'] !== undefined) &&
      job.permissions?.['id-token'] !== 'write'
        ? ['no id-token']
        : [],
    ),
} as const satisfies Record<string, WorkflowRule>;

function jobsOf(workflow: Workflow, judge: (job: Job) => readonly string[]): readonly string[] {
  return Object.entries(workflow.jobs).flatMap(([name, job]) => judge(job).map((word) => `${name}: ${word}`));
}

function tributarySteps(steps: readonly Step[]): readonly Step[] {
  return steps.filter(({ uses = '' }) => /\/tributary@/.test(uses) || uses === './');
}

/** The values that an expression can have, as far as they stand in it: `${{ inputs.command || 'run' }}` → `run`. */
function wordsOf(value: string): readonly string[] {
  if (!value.includes('${{')) return [value];
  return [...value.matchAll(/'([^']*)'/g)].map(([, word = '']) => word);
}

function minutesOf(duration: string): number {
  const [, amount = '', unit = ''] = /^(\d+)([mh])$/.exec(duration) ?? [];
  return unit === '' ? Number.NaN : Number(amount) * (unit === 'h' ? 60 : 1);
}

function concurrenciesOf(workflow: Workflow): readonly Concurrency[] {
  return [workflow.concurrency, ...Object.values(workflow.jobs).map((job) => job.concurrency)].filter(
    (group) => group !== undefined,
  );
}

const dispatchSchema = z.object({
  workflow_dispatch: z
    .object({
      inputs: z.record(z.string(), z.object({ options: z.array(z.string()).optional() })).default({}),
    })
    .nullish(),
});

function dispatchInputs({ on }: Workflow) {
  return dispatchSchema.parse(on).workflow_dispatch?.inputs ?? {};
}

const scheduleSchema = z.object({ schedule: z.array(z.object({ cron: z.string() })).default([]) });

function cronLines({ on }: Workflow): readonly string[] {
  return scheduleSchema.parse(on).schedule.map(({ cron }) => cron);
}
