import { STATE_TABLE } from '../checkpoint/checkpoint-sql.ts';
import type { Pipeline } from '../model/pipeline.ts';
import { quoteTargetForPeople } from './sql-for-people.ts';

/** What an operator does when the log no longer holds what the pipeline needs: begin anew, from a first load. */
export function reloadSolution(pipeline: Pipeline): string {
  const { catalog, stateSchema } = pipeline.target;
  const state = [catalog, stateSchema, STATE_TABLE]
    .map((name) => quoteTargetForPeople(pipeline.target, name))
    .join('.');
  return [
    'Load the tables anew (the target keeps its tables; their rows are brought up to date):',
    `1. at the source, if the slot is there: SELECT pg_drop_replication_slot(${literal(pipeline.source.slotName)});`,
    `2. in the target: DELETE FROM ${state} WHERE pipeline = ${literal(pipeline.name)} AND entry = 'checkpoint';`,
    pipeline.source.initialLoad
      ? '3. run.'
      : '3. run with --reload for every table (source.cdc.initial_load is false).',
  ].join('\n');
}

function literal(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

/** How a table is loaded anew, by hand and in a workflow: the end of a sentence. */
export function reloadWords(displayName: string): string {
  return `run once with --reload ${displayName} (in a workflow: command backfill, mode refresh, tables ${displayName})`;
}
