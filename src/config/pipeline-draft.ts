import type * as z from 'zod';
import type { Diagnostic } from '../model/diagnostic.ts';
import { checkSchema } from './check-schema.ts';
import { type ConfigDocument, valueAt } from './config-document.ts';
import {
  type PipelineDocument,
  type PipelineSourceSection,
  pipelineDocumentSchema,
  pipelineSourceSchema,
} from './schema/pipeline-document.ts';
import { type SelectionSection, selectionSchema } from './schema/selection.ts';
import { type TargetSection, targetSchema } from './schema/target.ts';

/**
 * A pipeline document on its way to a pipeline. A section that is right is there even when another one is wrong, so
 * that everything can be judged at once.
 */
export interface PipelineDraft {
  readonly document: ConfigDocument;
  /** The name as written, also when it is not a good one. */
  readonly name: string | undefined;
  readonly source: PipelineSourceSection | undefined;
  readonly selection: SelectionSection | undefined;
  readonly target: TargetSection | undefined;
  /** `undefined` when anything in the document is against the schema. */
  readonly complete: PipelineDocument | undefined;
}

/** Holds a pipeline document against the schema. */
export function draftPipeline(document: ConfigDocument): {
  readonly draft: PipelineDraft;
  readonly diagnostics: readonly Diagnostic[];
} {
  const { data, settled, diagnostics } = checkSchema(document, pipelineDocumentSchema);
  const name = valueAt(document.value, ['pipeline', 'name']);
  const draft = {
    document,
    name: typeof name === 'string' ? name : undefined,
    source: parseSection(pipelineSourceSchema, settled, 'source'),
    selection: parseSection(selectionSchema, settled, 'selection'),
    target: parseSection(targetSchema, settled, 'target'),
    complete: data,
  };
  return { draft, diagnostics };
}

function parseSection<T>(schema: z.ZodType<T>, settled: unknown, section: string): T | undefined {
  const parsed = schema.safeParse(valueAt(settled, [section]));
  return parsed.success ? parsed.data : undefined;
}
