import type { ForetoldColumn, ForetoldPipeline } from '../model/foretold.ts';
import type { Effect } from './pipeline-effects.ts';

/** What a pipeline's next run meets in the end, beyond what it would have met before. */
export function concludePipeline(
  pipeline: string,
  before: readonly Effect[],
  after: readonly Effect[],
  rows: ReadonlyMap<string, number>,
): ForetoldPipeline {
  const had = new Set(before.map(({ key }) => key));
  const met = after.filter(({ key }) => !had.has(key));
  const stop = met.find(({ tag, severity }) => tag === 'stops' && severity === 'error');
  const loads = met.filter(({ tag }) => tag === 'first-load' || tag === 'loaded-anew');
  return {
    pipeline,
    verdict: stop !== undefined ? 'stops' : met.length > 0 ? 'changes' : 'unaffected',
    code: stop?.code ?? null,
    addedColumns: columnsOf(met, 'column-added'),
    droppedColumns: columnsOf(met, 'column-dropped'),
    loads: loads.map(({ table, sentence }) => ({
      table: table ?? '',
      reason: sentence,
      rows: rows.get(table ?? '') ?? null,
    })),
  };
}

function columnsOf(effects: readonly Effect[], tag: Effect['tag']): readonly ForetoldColumn[] {
  return effects
    .filter((effect) => effect.tag === tag)
    .map(({ table, column }) => ({ table: table ?? '', column: column ?? '' }));
}
