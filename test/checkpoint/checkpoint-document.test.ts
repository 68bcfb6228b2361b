import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  formatCheckpointDocument,
  parseCheckpointDocument,
} from '../../src/checkpoint/checkpoint-document.ts';
import type { Checkpoint, SnapshotState, TableCheckpoint } from '../../src/model/checkpoint.ts';
import { type Lsn, lsnOf } from '../../src/model/lsn.ts';
import type { ReplicaIdentity } from '../../src/model/source-table.ts';
import { SAMPLE_CHECKPOINT } from '../support/checkpoint.ts';

const ROW = { lsn: '0', runId: 'run-1', pipeline: 'orders' };
const lsn: fc.Arbitrary<Lsn> = fc.bigInt({ min: 0n, max: 2n ** 63n - 1n }).map(lsnOf);
const oid = fc.nat(2 ** 32 - 1);
const snapshot: fc.Arbitrary<SnapshotState> = fc.oneof(
  fc.constant({ tag: 'pending' } as const),
  lsn.map((at) => ({ tag: 'loaded', lsn: at }) as const),
  lsn.map((at) => ({ tag: 'skipped', lsn: at }) as const),
);
const table: fc.Arbitrary<TableCheckpoint> = fc.record({
  oid,
  schema: fc.string(),
  name: fc.string(),
  target: fc.string(),
  publicationMembership: oid,
  replicaIdentity: fc.constantFrom<ReplicaIdentity>('default', 'index', 'full', 'nothing'),
  keyColumns: fc.array(fc.string()),
  deletedRows: fc.constantFrom('mark', 'remove'),
  columns: fc.array(
    fc.record({
      attributeNumber: fc.nat(1600),
      name: fc.string({ unit: 'grapheme' }),
      typeOid: oid,
      typmod: fc.integer(),
      dropped: fc.boolean(),
    }),
  ),
  attributeCount: fc.nat(1600),
  storageId: oid,
  snapshot,
});
const checkpoint: fc.Arbitrary<Checkpoint> = fc.record({
  lsn,
  drainTarget: lsn,
  cluster: fc.record({ systemIdentifier: fc.string(), timeline: fc.nat(), databaseOid: oid }),
  slotName: fc.string(),
  publicationOid: oid,
  tables: fc.array(table, { maxLength: 3 }),
  runId: fc.string(),
});

describe('the checkpoint document', () => {
  it('gives back what was written, whatever it was', () => {
    fc.assert(
      fc.property(checkpoint, (written) => {
        const row = { ...ROW, lsn: String(written.lsn), runId: written.runId };
        expect(parseCheckpointDocument(formatCheckpointDocument(written), row)).toEqual(written);
      }),
    );
  });

  it.each([
    ['of a newer version', (text: string) => text.replace('"version":1', '"version":2')],
    ['that is not JSON', () => '{"version":1,'],
    ['that lacks something', (text: string) => text.replace('"slotName"', '"slot"')],
    ['with an LSN that is none', (text: string) => text.replace('"0/0"', '"zero"')],
  ])('is refused %s, without quoting it', (_, spoil) => {
    const text = spoil(formatCheckpointDocument({ ...SAMPLE_CHECKPOINT, slotName: 'secret_slot' }));
    const parse = (): unknown => parseCheckpointDocument(text, ROW);
    expect(parse).toThrow(expect.objectContaining({ code: 'checkpoint-unreadable' }));
    expect(parse).not.toThrow(/secret_slot/);
    expect(parse).toThrow(/"orders"/);
  });

  it('is refused when its row has no LSN', () => {
    const text = formatCheckpointDocument(SAMPLE_CHECKPOINT);
    expect(() => parseCheckpointDocument(text, { ...ROW, lsn: '-1' })).toThrow(
      expect.objectContaining({ code: 'checkpoint-unreadable' }),
    );
  });
});
