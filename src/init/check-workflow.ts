import { type InitPlan, PIPELINES_DIRECTORY, planEnvironment } from './init-plan.ts';
import { checkoutStep, connectionEnvironment, indent, tributaryStep } from './workflow-lines.ts';
import { workflowText } from './yaml-text.ts';

/** A merge's parents are what a pull request's lines are told by. */
const FETCH_DEPTH = 'fetch-depth: 2 # the change, too: findings on its lines are marked before others';

const SCRATCH_URL = 'postgresql://postgres:scratch@localhost:5432/postgres';

/** The workflow of pull requests: `validate` for everybody, `plan` where there are credentials. */
export function renderCheckWorkflow(plan: InitPlan): string {
  const { migrations } = plan.github;
  return `${[
    `name: Tributary check`,
    ``,
    `on:`,
    `  pull_request:`,
    `    paths:`,
    `      - ${PIPELINES_DIRECTORY}/**`,
    `      - .github/workflows/tributary-*.yml # what starts runs is held against what the pipelines say`,
    ...(migrations === undefined ? [] : [`      - ${workflowText(migrations)}`]),
    ``,
    `permissions: {}`,
    ``,
    `concurrency:`,
    `  group: tributary-pr-\${{ github.event.pull_request.number }}`,
    `  cancel-in-progress: true # only the newest commit matters`,
    ``,
    `jobs:`,
    ...indent(2, validateJob(plan)),
    ``,
    ...indent(2, planJob(plan)),
  ].join('\n')}\n`;
}

/** Forks and Dependabot have no secrets: this job needs none, and no network. */
function validateJob(plan: InitPlan): readonly string[] {
  return [
    `# Without secrets and without a network, so it is there for forks and Dependabot, too.`,
    `validate:`,
    `  runs-on: ubuntu-24.04`,
    `  timeout-minutes: 5`,
    `  permissions:`,
    `    contents: read # to check the repository out`,
    `  steps:`,
    ...indent(4, checkoutStep(FETCH_DEPTH)),
    ...indent(4, tributaryStep(plan, { inputs: [`command: validate`], environment: [] })),
  ];
}

function planJob(plan: InitPlan): readonly string[] {
  const { migrations } = plan.github;
  return [
    `# From a look at database and target, which needs credentials: forks and Dependabot do not get any.`,
    `plan:`,
    `  needs: validate`,
    `  if: >-`,
    `    github.event.pull_request.head.repo.full_name == github.repository &&`,
    `    github.event.pull_request.user.login != 'dependabot[bot]'`,
    `  runs-on: ubuntu-24.04`,
    `  timeout-minutes: 15`,
    `  # A pull request may change where a pipeline connects to. So this environment is one of its own: give it principals`,
    `  # that may only read, or reviewers who look at the change before it gets the credentials.`,
    `  environment: ${workflowText(planEnvironment(plan.github))}`,
    `  permissions:`,
    `    contents: read # to check the repository out`,
    `    id-token: write # to sign in to Databricks`,
    `    pull-requests: write # to comment, and to see which files the pull request changes`,
    ...(migrations === undefined ? [] : scratchService(plan)),
    `  steps:`,
    ...indent(4, checkoutStep(FETCH_DEPTH)),
    ...indent(
      4,
      tributaryStep(plan, {
        inputs: [
          `command: plan`,
          ...(migrations === undefined
            ? []
            : [`migrations: ${workflowText(migrations)}`, `scratch-url: ${SCRATCH_URL}`]),
        ],
        environment: connectionEnvironment(plan),
      }),
    ),
  ];
}

/** Waits until PostgreSQL answers; it is gone with the job, and so is what the migrations did to it. */
function scratchService({ github }: InitPlan): readonly string[] {
  return [
    `  services:`,
    `    scratch: # migrations are tried out here; gone with the job`,
    `      image: postgres:${github.postgresMajor}`,
    `      env:`,
    `        POSTGRES_PASSWORD: scratch`,
    `      ports:`,
    `        - 5432:5432`,
    `      options: --health-cmd pg_isready --health-interval 2s --health-retries 30`,
  ];
}
