import type { Diagnostic } from '../../model/diagnostic.ts';
import type { ConfigDocument } from '../config-document.ts';
import type { ConfigFiles } from '../config-files.ts';
import type { PipelineDraft } from '../pipeline-draft.ts';
import { withoutAllowed } from './allowed-findings.ts';
import { noteIncompleteKeys } from './incomplete-keys.ts';
import { locateStep, startsPipeline } from './pipeline-starts.ts';
import { checkSchedules } from './schedule-against-workflows.ts';
import { warnOfPersonalData } from './selected-personal-data.ts';
import { readWorkflows } from './workflow-files.ts';
import { checkStep } from './workflow-hazards.ts';
import { tributarySteps } from './workflow-step.ts';

/** A set of configuration documents, for what a reviewer would say about it. */
export interface LintOptions {
  readonly drafts: readonly PipelineDraft[];
  readonly scheduleDocument: ConfigDocument | undefined;
  /** Absolute. */
  readonly workingDirectory: string;
  readonly files: ConfigFiles;
}

/**
 * Warnings and notices beyond what the schema says: personal data that is selected, forgotten keys, and workflows of the
 * repository that do not fit the pipelines. Reads files and nothing else; never throws, and finds no errors.
 */
export async function lintSet({
  drafts,
  scheduleDocument,
  workingDirectory,
  files,
}: LintOptions): Promise<readonly Diagnostic[]> {
  const workflows = await readWorkflows(workingDirectory, files);
  const { root } = workflows;
  const found = root === undefined ? [] : workflows.documents.flatMap(tributarySteps);
  const steps = await Promise.all(found.map((step) => locateStep(step, root ?? workingDirectory, files)));
  const ofWorkflows = [
    ...workflows.diagnostics,
    ...steps.flatMap((step) => {
      const started = drafts.filter((draft) => startsPipeline(step, draft, workingDirectory) !== 'no');
      return started.length === 0 ? [] : checkStep(step, started);
    }),
  ];
  return [
    ...drafts.flatMap((draft) => [...warnOfPersonalData(draft), ...noteIncompleteKeys(draft)]),
    ...checkSchedules({ drafts, scheduleDocument, steps, workingDirectory }),
    ...withoutAllowed(ofWorkflows, workflows.texts),
  ];
}
