import { renderBackfillWorkflow } from './backfill-workflow.ts';
import { renderCheckWorkflow } from './check-workflow.ts';
import { type InitPlan, pipelinePath } from './init-plan.ts';
import { renderPipelineFile } from './pipeline-file.ts';
import { renderSyncWorkflow } from './sync-workflow.ts';

/** A file to write; its path is relative to the repository, with `/`. */
export interface InitFile {
  readonly path: string;
  readonly text: string;
}

/**
 * The files of a plan. An embedded lakehouse gets no workflows: the packaged Action cannot write one, and a hosted
 * runner would throw it away with the job.
 */
export function renderInitFiles(plan: InitPlan): readonly InitFile[] {
  const pipeline = { path: pipelinePath(plan), text: renderPipelineFile(plan) };
  if (plan.target.tag === 'embedded') return [pipeline];
  return [pipeline, ...renderWorkflows(plan)];
}

/** The three workflows alone. */
export function renderWorkflows(plan: InitPlan): readonly InitFile[] {
  return [
    { path: '.github/workflows/tributary-check.yml', text: renderCheckWorkflow(plan) },
    { path: '.github/workflows/tributary-sync.yml', text: renderSyncWorkflow(plan) },
    { path: '.github/workflows/tributary-backfill.yml', text: renderBackfillWorkflow(plan) },
  ];
}
