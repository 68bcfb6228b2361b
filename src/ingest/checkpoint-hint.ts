import { createHash } from 'node:crypto';
import { type Lsn, lsnOf } from '../model/lsn.ts';
import type { Pipeline } from '../model/pipeline.ts';
import type { SourceFacts } from '../model/source-facts.ts';
import type { SelectedTable } from './table-selection.ts';

/** What an idle run wants to know of the last checkpoint without opening the warehouse. */
export interface CheckpointHint {
  /** Fingerprint of the selection, as `selectionOf` makes it. */
  readonly selection: string;
  /** A slot that stands after it was moved by somebody else. */
  readonly lsn: Lsn;
}

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
  const { name, source, write } = pipeline;
  const place = [facts.cluster, facts.publication?.oid, source.slotName];
  const text = JSON.stringify([name, place, write.deletedRows, shape]);
  return createHash('sha256').update(text).digest('hex');
}

export function formatCheckpointHint({ selection, lsn }: CheckpointHint): string {
  return `${selection} ${lsn}`;
}

/** `undefined` for a hint that is not there or not understood: then the checkpoint itself is asked. */
export function parseCheckpointHint(text: string | undefined): CheckpointHint | undefined {
  const [, selection, lsn] = /^([0-9a-f]{64}) (\d{1,20})$/.exec(text ?? '') ?? [];
  return selection === undefined || lsn === undefined ? undefined : { selection, lsn: lsnOf(BigInt(lsn)) };
}
