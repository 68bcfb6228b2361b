import { readdir, readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';

const PROJECT = resolve(import.meta.dirname, '../..');
/** The project's own, and those that it gives to others. */
const DIRECTORIES = ['.github/workflows', 'examples/workflows'];

const scalar = z.union([z.string(), z.number(), z.boolean()]);
const concurrency = z.union([
  z.string(),
  z.strictObject({
    group: z.string(),
    queue: z.enum(['single', 'max']).optional(),
    'cancel-in-progress': z.union([z.boolean(), z.string()]).optional(),
  }),
]);
const permissions = z.record(z.string(), z.enum(['read', 'write', 'none']));

const stepSchema = z.object({
  uses: z.string().optional(),
  run: z.string().optional(),
  with: z.record(z.string(), scalar).optional(),
  env: z.record(z.string(), scalar).optional(),
});

const jobSchema = z.object({
  permissions: permissions.optional(),
  'timeout-minutes': z.number().optional(),
  concurrency: concurrency.optional(),
  steps: z.array(stepSchema),
});

const workflowSchema = z.object({
  name: z.string(),
  on: z.record(z.string(), z.unknown()),
  permissions: permissions.optional(),
  concurrency: concurrency.optional(),
  jobs: z.record(z.string(), jobSchema),
});

export type Step = z.output<typeof stepSchema>;
export type Job = z.output<typeof jobSchema>;
export type Concurrency = z.output<typeof concurrency>;

export interface Workflow extends z.output<typeof workflowSchema> {
  readonly path: string;
  readonly text: string;
}

/** Every workflow file, by its path relative to the project. */
export async function readWorkflows(): Promise<readonly Workflow[]> {
  const workflows: Workflow[] = [];
  for (const directory of DIRECTORIES)
    for (const name of (await readdir(resolve(PROJECT, directory))).toSorted())
      workflows.push(
        parseWorkflow(`${directory}/${name}`, await readFile(resolve(PROJECT, directory, name), 'utf8')),
      );
  return workflows;
}

export function parseWorkflow(path: string, text: string): Workflow {
  return { ...workflowSchema.parse(parse(text)), path, text };
}

export function stepsOf(workflow: Workflow): readonly Step[] {
  return Object.values(workflow.jobs).flatMap(({ steps }) => steps);
}
