import * as z from 'zod';
import type { Checkpoint } from '../model/checkpoint.ts';
import { IngestError } from '../model/ingest-error.ts';
import { formatLsn, lsnOf, parseLsn } from '../model/lsn.ts';

/** Version of the document's shape. A newer one than this program knows is refused, never guessed at. */
const DOCUMENT_VERSION = 1;

const lsn = z.string().transform((text) => parseLsn(text));

const column = z.object({
  attributeNumber: z.int(),
  name: z.string(),
  typeOid: z.int(),
  typmod: z.int(),
  dropped: z.boolean(),
  unseen: z.literal(true).optional(),
});

const snapshot = z.discriminatedUnion('tag', [
  z.object({ tag: z.literal('pending') }),
  z.object({
    tag: z.literal('loading'),
    lsn,
    after: z.array(z.string()).nullable(),
    range: z.object({ from: z.string().nullable(), to: z.string().nullable() }),
    loadedRows: z.int(),
    purpose: z.enum(['first-load', 'refresh']),
    by: z.enum(['run', 'backfill']),
  }),
  z.object({ tag: z.literal('loaded'), lsn }),
  z.object({ tag: z.literal('skipped'), lsn }),
]);

const table = z.object({
  oid: z.int(),
  schema: z.string(),
  name: z.string(),
  target: z.string(),
  publicationMembership: z.int(),
  replicaIdentity: z.enum(['default', 'index', 'full', 'nothing']),
  keyColumns: z.array(z.string()),
  deletedRows: z.enum(['mark', 'remove']),
  columns: z.array(column),
  attributeCount: z.int(),
  storageId: z.int(),
  rereadTo: lsn.optional(),
  snapshot,
});

const documentSchema = z.object({
  version: z.literal(DOCUMENT_VERSION),
  drainTarget: lsn,
  cluster: z.object({ systemIdentifier: z.string(), timeline: z.int(), databaseOid: z.int() }),
  slotName: z.string(),
  publicationOid: z.int(),
  tables: z.array(table),
});

/** What of a checkpoint stands in the state table's `document` column: all but the LSN, the epoch and the run's id. */
export function formatCheckpointDocument(checkpoint: Checkpoint): string {
  const { drainTarget, cluster, slotName, publicationOid, tables } = checkpoint;
  return JSON.stringify(
    { version: DOCUMENT_VERSION, drainTarget, cluster, slotName, publicationOid, tables },
    (_, value: unknown) => (typeof value === 'bigint' ? formatLsn(lsnOf(value)) : value),
  );
}

/** Throws `checkpoint-unreadable` on a document that this version does not understand. */
export function parseCheckpointDocument(
  text: string,
  row: { readonly lsn: string; readonly runId: string; readonly pipeline: string },
): Checkpoint {
  try {
    const { version: _, ...document } = documentSchema.parse(JSON.parse(text));
    return { ...document, lsn: lsnOf(BigInt(row.lsn)), runId: row.runId };
  } catch (cause) {
    throw new IngestError(
      'checkpoint-unreadable',
      `The checkpoint of pipeline "${row.pipeline}" cannot be read.`,
      {
        solution:
          'It was written by a newer version of Tributary, or edited by hand. Run that version, or restore the row.',
        cause,
      },
    );
  }
}
