import { judgePublication, judgeServer, judgeSlot } from '../ingest/preflight.ts';
import { resolveSelection, type SelectedTable } from '../ingest/table-selection.ts';
import type { Pipeline } from '../model/pipeline.ts';
import type { PlanProblem } from '../model/plan-report.ts';
import type { Problem } from '../model/problem.ts';
import type { SourceFacts } from '../model/source-facts.ts';
import { publishStatement, type UnpublishedSelection, unpublishedSelection } from './unpublished-tables.ts';

/** What the source alone decides. */
export interface SourcePlan {
  readonly facts: SourceFacts;
  /** Published and selected. */
  readonly selected: readonly SelectedTable[];
  readonly unpublished: UnpublishedSelection;
  readonly problems: readonly PlanProblem[];
}

/** The same judgement as a run's own, with one statement for all tables that have to be published. Pure. */
export function planSource(facts: SourceFacts, pipeline: Pipeline): SourcePlan {
  const server = judgeServer(facts, pipeline);
  if (server.some(({ code }) => code === 'source-version-unsupported'))
    return { facts, selected: [], unpublished: NOTHING_UNPUBLISHED, problems: server.map(ofPipeline) };
  const unpublished = unpublishedSelection(facts, pipeline);
  const publication = judgePublication(facts, pipeline);
  // Without a publication nothing is published, and every table would be told to be missing.
  const selection =
    facts.publication === undefined ? { tables: [], problems: [] } : resolveSelection(facts, pipeline);
  const slot = facts.slot === undefined ? [] : judgeSlot(facts.slot, pipeline);
  return {
    facts,
    selected: selection.tables,
    unpublished,
    problems: [
      ...server,
      ...togetherPublished(publication, 'publication-missing', { facts, pipeline, unpublished }),
      ...togetherPublished(selection.problems, 'publication-incomplete', { facts, pipeline, unpublished }),
      ...slot,
    ].map(ofPipeline),
  };
}

/** A problem of no one table. */
export function ofPipeline({ code, message, solution }: Problem): PlanProblem {
  return { table: null, code, message, solution };
}

const NOTHING_UNPUBLISHED: UnpublishedSelection = { needed: [], optional: [], unlogged: [] };

/** A run tells of each entry of the selection; here one statement mends them all. */
function togetherPublished(
  problems: readonly Problem[],
  code: 'publication-missing' | 'publication-incomplete',
  {
    facts,
    pipeline,
    unpublished: { needed },
  }: {
    readonly facts: SourceFacts;
    readonly pipeline: Pipeline;
    readonly unpublished: UnpublishedSelection;
  },
): readonly Problem[] {
  const some = problems.filter((problem) => problem.code === code);
  const [first] = some;
  if (first === undefined || needed.length === 0) return problems;
  const names = needed.map(({ displayName }) => displayName).join(', ');
  const together: Problem = {
    code,
    message:
      code === 'publication-missing'
        ? first.message
        : `Publication "${pipeline.source.publicationName}" does not contain ${names}.`,
    solution: publishStatement(facts, pipeline, needed),
  };
  return problems.flatMap((problem) =>
    problem === first ? [together] : some.includes(problem) ? [] : [problem],
  );
}
