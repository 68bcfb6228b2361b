import type { Checkpoint } from '../model/checkpoint.ts';
import { formatLsn } from '../model/lsn.ts';
import type { Pipeline } from '../model/pipeline.ts';
import type { Problem } from '../model/problem.ts';
import type { SourceFacts } from '../model/source-facts.ts';
import { reloadSolution } from './reload-solution.ts';

/**
 * Whether the log still holds everything since the checkpoint, in the cluster the checkpoint is about. Carrying on
 * otherwise would lose changes without a word: PostgreSQL silently skips what a slot has confirmed.
 */
export function judgeCheckpoint(
  facts: SourceFacts,
  checkpoint: Checkpoint,
  pipeline: Pipeline,
): readonly Problem[] {
  const reload = reloadSolution(pipeline);
  const { cluster } = checkpoint;
  if (
    cluster.systemIdentifier !== facts.cluster.systemIdentifier ||
    cluster.databaseOid !== facts.cluster.databaseOid
  ) {
    return [
      {
        code: 'cluster-changed',
        message: `The checkpoint of pipeline "${pipeline.name}" was made with another database cluster or database (system identifier ${cluster.systemIdentifier}, now ${facts.cluster.systemIdentifier}).`,
        solution: `Check source.host, source.port and source.database. If the database was restored or moved on purpose: ${reload}`,
      },
    ];
  }
  if (cluster.timeline !== facts.cluster.timeline) {
    return [
      {
        code: 'cluster-changed',
        message: `The cluster's timeline changed from ${cluster.timeline} to ${facts.cluster.timeline} (a failover or a restore): the log may not continue the one the checkpoint is about.`,
        solution: reload,
      },
    ];
  }
  const { slot, publication } = facts;
  if (slot === undefined) {
    return [
      {
        code: 'slot-missing',
        message: `Slot "${pipeline.source.slotName}" is gone, and with it the log since the checkpoint (${formatLsn(checkpoint.lsn)}).`,
        solution: reload,
      },
    ];
  }
  if (slot.confirmedFlushLsn !== undefined && slot.confirmedFlushLsn > checkpoint.lsn) {
    return [
      {
        code: 'slot-ahead-of-checkpoint',
        message: `Slot "${slot.name}" stands at ${formatLsn(slot.confirmedFlushLsn)}, after the checkpoint ${formatLsn(checkpoint.lsn)}: changes in between are lost to it. It was recreated, or something else reads it.`,
        solution: `Make sure that nothing else uses the slot. ${reload}`,
      },
    ];
  }
  if (checkpoint.lsn > facts.flushLsn) {
    return [
      {
        code: 'checkpoint-ahead-of-server',
        message: `The checkpoint ${formatLsn(checkpoint.lsn)} lies after the server's log (${formatLsn(facts.flushLsn)}): the server was restored to an earlier state.`,
        solution: reload,
      },
    ];
  }
  if (publication !== undefined && publication.oid !== checkpoint.publicationOid) {
    return [
      {
        code: 'publication-replaced',
        message: `Publication "${publication.name}" was dropped and made again since the checkpoint: changes in between are not in the log.`,
        solution: reload,
      },
    ];
  }
  return [];
}
