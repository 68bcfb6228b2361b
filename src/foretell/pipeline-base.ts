import { judgeTable } from '../ingest/preflight-table.ts';
import { checkpointTable, planTable } from '../ingest/table-plan.ts';
import { resolveSelection } from '../ingest/table-selection.ts';
import type { Checkpoint } from '../model/checkpoint.ts';
import { ZERO_LSN } from '../model/lsn.ts';
import type { Pipeline } from '../model/pipeline.ts';
import type { SourceFacts } from '../model/source-facts.ts';
import type { TargetTable } from '../schema/target-table.ts';
import type { CatalogLook } from './catalog-look.ts';

/** What a pipeline knows when the migrations come: a checkpoint as if it had just caught up with the base schema. */
export interface PipelineBase {
  readonly checkpoint: Checkpoint;
  /** Target tables that are there, by the last part of their names. */
  readonly targets: ReadonlyMap<string, TargetTable>;
  /** The base has the pipeline's publication, instead of one that is taken for it. */
  readonly hasPublication: boolean;
}

/** Tables that a run of today would refuse are not known to the checkpoint: they would be loaded once they are mended. */
export function baseOf(pipeline: Pipeline, look: CatalogLook): PipelineBase {
  const publication = look.facts.get(pipeline.source.publicationName);
  const seen = factsFor(pipeline, look);
  // Of a table that has row-level security already, nothing changes.
  const facts = { ...seen, role: { ...seen.role, bypassesRowSecurity: true } };
  const plans = resolveSelection(facts, pipeline)
    .tables.filter((table) => judgeTable(table, facts, pipeline).length === 0)
    .map((table) =>
      planTable(table, undefined, {
        deletedRows: pipeline.write.deletedRows,
        initialLoad: true,
        startLsn: ZERO_LSN,
      }),
    );
  return {
    targets: new Map(plans.map(({ target }) => [target.name.table, target])),
    hasPublication: publication?.isAssumed === false,
    checkpoint: {
      lsn: ZERO_LSN,
      drainTarget: ZERO_LSN,
      cluster: facts.cluster,
      slotName: pipeline.source.slotName,
      publicationOid: facts.publication?.oid ?? 0,
      tables: plans.map((plan) => ({ ...checkpointTable(plan), snapshot: { tag: 'loaded', lsn: ZERO_LSN } })),
      runId: '',
    },
  };
}

/**
 * The catalog as the pipeline's own role would be told it, as far as the scratch can say: which rights that role has at
 * the source is not known here, so it is taken to have those that a run needs, and not to pass row-level security.
 */
export function factsFor({ source }: Pipeline, look: CatalogLook): SourceFacts {
  const publication = look.facts.get(source.publicationName);
  if (publication === undefined) throw new TypeError(`no look at publication ${source.publicationName}`);
  return {
    ...publication.facts,
    role: { name: source.username, mayReplicate: true, bypassesRowSecurity: false },
    tables: publication.facts.tables.map((table) => ({ ...table, maySelect: true })),
  };
}
