import type { Relation } from '../model/change.ts';
import { IngestError } from '../model/ingest-error.ts';
import type { Pipeline } from '../model/pipeline.ts';
import { throwProblems } from '../model/problem.ts';
import type { SourceFacts } from '../model/source-facts.ts';
import { judgeTable } from './preflight-table.ts';
import { prepareTarget } from './prepare-targets.ts';
import type { RunContext } from './run-context.ts';
import { checkpointTable, driftProblem, judgeDrift, planTable } from './table-plan.ts';
import { answersTo, resolveSelection } from './table-selection.ts';
import type { TableState } from './table-state.ts';

/**
 * The stream describes a table anew. Where the catalog of the run's start explains it, only the images' shape changes;
 * otherwise the table was altered since: the catalog is asked again, and the target brought into shape.
 */
export async function describeTable(
  context: RunContext,
  facts: SourceFacts,
  table: TableState,
  relation: Relation,
): Promise<void> {
  if (table.judge(relation) === 'ask-catalog') {
    await replanTable(context, facts, table);
    if (table.judge(relation) === 'ask-catalog') {
      throwProblems([
        driftProblem(
          table.plan.selected,
          'the log describes other columns than the catalog and the publication do',
        ),
      ]);
    }
  }
  table.describe(relation);
}

async function replanTable(context: RunContext, facts: SourceFacts, table: TableState): Promise<void> {
  const now = await context.source.readTables([table.oid]);
  const { tables, problems } = resolveSelection({ ...facts, tables: now }, narrowed(context.pipeline, table));
  throwProblems(problems);
  const [selected] = tables;
  if (selected === undefined) {
    throw new IngestError(
      'table-missing',
      `${table.plan.selected.displayName} is gone from the publication.`,
      {
        solution: 'Add it again, or take it out of the selection.',
      },
    );
  }
  throwProblems(judgeTable(selected, facts, context.pipeline));
  // As if this run's own plan had been checkpointed: what differs from it came since.
  const known = checkpointTable(table.plan);
  throwProblems(judgeDrift(selected, known));
  const plan = planTable(selected, known, {
    deletedRows: context.pipeline.write.deletedRows,
    initialLoad: true,
    startLsn: facts.flushLsn,
  });
  await prepareTarget(context, plan);
  if (plan.loadReason !== undefined) {
    context.recorder.notice(
      `${selected.displayName}: ${plan.loadReason}; the next run loads the table anew.`,
    );
  }
  table.plan = { ...plan, added: [], dropped: [] };
}

/** The pipeline's selection, narrowed to one table, so that others' absence is no problem. */
function narrowed(pipeline: Pipeline, table: TableState): Pipeline {
  const { schema, name } = table.plan.selected.source;
  const destinationTable = table.plan.target.name.table;
  const isOfTable = (reference: string): boolean => answersTo(reference, { schema, name });
  const { excludeColumns, includeColumns } = pipeline.selection;
  const keys = new Map([...pipeline.write.keys].filter(([reference]) => isOfTable(reference)));
  return {
    ...pipeline,
    selection: {
      schemas: [{ name: schema, tables: [{ name, destinationTable }] }],
      excludeColumns: excludeColumns.filter((list) => isOfTable(list.table)),
      includeColumns: includeColumns.filter((list) => isOfTable(list.table)),
    },
    write: { ...pipeline.write, keys },
  };
}
