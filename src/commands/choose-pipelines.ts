import { nearestWord } from '../config/did-you-mean.ts';
import { IngestError } from '../model/ingest-error.ts';
import type { Pipeline } from '../model/pipeline.ts';

/** The pipelines to run: the one of that name, or all. Throws IngestError `usage-invalid` for a name that no pipeline has. */
export function choosePipelines(
  pipelines: readonly Pipeline[],
  name: string | undefined,
): readonly Pipeline[] {
  if (name === undefined) return pipelines;
  const chosen = pipelines.filter((pipeline) => pipeline.name === name);
  if (chosen.length > 0) return chosen;
  const names = pipelines.map((pipeline) => pipeline.name);
  const nearest = nearestWord(name, names);
  throw new IngestError('usage-invalid', `No pipeline is called "${name}".`, {
    solution: [
      ...(nearest === undefined ? [] : [`Did you mean "${nearest}"?`]),
      `The configuration defines: ${names.join(', ')}`,
    ].join('\n'),
  });
}
