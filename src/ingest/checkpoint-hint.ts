import { createHash } from 'node:crypto';
import { type Lsn, lsnOf, ZERO_LSN } from '../model/lsn.ts';
import type { Pipeline } from '../model/pipeline.ts';
import type { SourceFacts } from '../model/source-facts.ts';
import type { SelectedTable } from './table-selection.ts';

/**
 * What a run leaves in the source's log behind its last checkpoint, as a logical message. The next run's stream brings
 * it first, so that a run without relevant changes knows that there is nothing new to load, alter or refuse without
 * asking the target. The slot retains it as long as it is needed, and no place of its own has to be kept for it.
 */
export interface CheckpointHint {
  /** Fingerprint of the selection, as `selectionOf` makes it. */
  readonly selection: string;
  /** The checkpoint. A slot that stands after it was moved by somebody else. */
  readonly lsn: Lsn;
}

/** Prefix of our logical messages. */
export const HINT_PREFIX = 'tributary';

/**
 * Everything that decides what a checkpoint's tables look like, and whether it is about this log at all; equal ones mean
 * nothing new to load, alter or refuse.
 */
export function selectionOf(
  pipeline: Pipeline,
  facts: SourceFacts,
  selected: readonly SelectedTable[],
): string {
  const shape = selected.map(({ source, columns, keyColumns, target }) => [
    source.oid,
    source.publicationMembership,
    columns.map(({ attributeNumber, name, typeOid, typmod }) => [attributeNumber, name, typeOid, typmod]),
    keyColumns,
    target,
  ]);
  const { source, write } = pipeline;
  const place = [facts.cluster, facts.publication?.oid, source.slotName];
  return digest(JSON.stringify([pipeline.name, placeOf(pipeline), place, write.deletedRows, shape]));
}

export function formatCheckpointHint(pipeline: Pipeline, { selection, lsn }: CheckpointHint): string {
  return `${ownerOf(pipeline)} ${selection} ${lsn}`;
}

/** Says that the checkpoint waits for something: no selection is like this one, so the next run looks at the target. */
export function formatVoidHint(pipeline: Pipeline): string {
  return formatCheckpointHint(pipeline, { selection: '0'.repeat(64), lsn: ZERO_LSN });
}

/** `undefined` for a message that is not this pipeline's, or not understood: then the checkpoint itself is asked. */
export function parseCheckpointHint(pipeline: Pipeline, text: string): CheckpointHint | undefined {
  const [, owner, selection, lsn] = /^([0-9a-f]{64}) ([0-9a-f]{64}) (\d{1,20})$/.exec(text) ?? [];
  if (owner !== ownerOf(pipeline) || selection === undefined || lsn === undefined) return undefined;
  return { selection, lsn: lsnOf(BigInt(lsn)) };
}

/** Several pipelines may read one database's log, each by a slot of its own. */
function ownerOf(pipeline: Pipeline): string {
  return digest(JSON.stringify([pipeline.name, pipeline.source.slotName]));
}

/** Where the rows go: a pipeline that was pointed to another target has everything to do there. */
function placeOf({ target }: Pipeline): readonly string[] {
  const names = [target.tag, target.catalog, target.schema, target.stateSchema];
  return [...names, target.tag === 'embedded' ? target.path : (target.databricks.host ?? '')];
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
