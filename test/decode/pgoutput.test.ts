import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeMessage } from '../../src/decode/pgoutput.ts';
import type { Relation, WalMessage } from '../../src/model/change.ts';
import { type RowImage, readRowImage } from '../../src/model/row-image.ts';
import { RowView } from '../../src/model/row-view.ts';
import {
  beginBytes,
  commitBytes,
  deleteBytes,
  insertBytes,
  relationBytes,
  type Tuple,
  truncateBytes,
  tupleBytes,
  UNCHANGED,
  updateBytes,
} from '../support/pgoutput-builder.ts';
import { valuesOf } from '../support/row-values.ts';

/** OIDs above 2³¹ are real: they are unsigned. */
const OID = 0xffff_fff0;
const VIOLATED = expect.objectContaining({ code: 'protocol-violated' });

/** Decodes a message that lies between other bytes, as it does in a batch. */
function decode(message: Buffer): WalMessage {
  const before = Buffer.from('before');
  const bytes = Buffer.concat([before, message, Buffer.from([0x74, 0, 0])]);
  return decodeMessage(bytes, before.length, before.length + message.length);
}

function valuesIn(image: RowImage, columnCount: number): Tuple {
  return valuesOf(readRowImage(image, new RowView(columnCount)));
}

describe('decoding pgoutput', () => {
  it('tells a transaction’s commit LSN and time from its first message', () => {
    const committedAt = 1_767_225_600_123_456n;
    expect(decode(beginBytes(2n ** 63n + 5n, committedAt))).toEqual({
      tag: 'begin',
      commit: { commitLsn: 2n ** 63n + 5n, committedAt },
    });
  });

  it('tells where a commit record begins, and where it ends', () => {
    expect(decode(commitBytes(100n, 148n))).toEqual({ tag: 'commit', commitLsn: 100n, commitEndLsn: 148n });
  });

  it('reads a relation, whatever its names and identity', () => {
    const relation = fc.record<Relation>({
      oid: fc.nat(2 ** 32 - 1),
      schema: name(),
      name: name(),
      replicaIdentity: fc.constantFrom<Relation['replicaIdentity']>('default', 'index', 'full', 'nothing'),
      columns: fc.array(
        fc.record({
          name: name(),
          isIdentity: fc.boolean(),
          typeOid: fc.nat(2 ** 32 - 1),
          typmod: fc.integer(),
        }),
        { maxLength: 5 },
      ),
    });
    fc.assert(
      fc.property(relation, (described) => {
        expect(decode(relationBytes(described))).toEqual({ tag: 'relation', relation: described });
      }),
    );
  });

  it('reads pg_catalog for a relation without a schema', () => {
    const relation: Relation = { oid: 1, schema: '', name: 't', replicaIdentity: 'full', columns: [] };
    expect(decode(relationBytes(relation))).toMatchObject({ relation: { schema: 'pg_catalog' } });
  });

  it('leaves the image of an insert in its bytes', () => {
    const message = decode(insertBytes(OID, ['1', null, 'ü🙂']));
    expect(message).toMatchObject({ tag: 'insert', relationOid: OID });
    expect(message.tag === 'insert' && valuesIn(message.image, 3)).toEqual(['1', null, 'ü🙂']);
  });

  it.each(['key', 'full'] as const)('tells an update’s two images apart: %s', (tag) => {
    const message = decode(updateBytes(OID, ['2', UNCHANGED], { tag, tuple: ['1', 'N'] }));
    if (message.tag !== 'update' || message.previous === undefined) throw new Error('not an update');
    expect(message.previous.tag).toBe(tag);
    expect(valuesIn(message.previous.image, 2)).toEqual(['1', 'N']);
    expect(valuesIn(message.image, 2)).toEqual(['2', UNCHANGED]);
  });

  it('tells an update without an old image', () => {
    const message = decode(updateBytes(OID, ['1', 'K']));
    if (message.tag !== 'update') throw new Error('not an update');
    expect(message.previous).toBeUndefined();
    expect(valuesIn(message.image, 2)).toEqual(['1', 'K']);
  });

  it.each(['key', 'full'] as const)('reads a delete: %s', (tag) => {
    const message = decode(deleteBytes(OID, { tag, tuple: ['1', null] }));
    if (message.tag !== 'delete') throw new Error('not a delete');
    expect(message.relationOid).toBe(OID);
    expect(message.previous.tag).toBe(tag);
    expect(valuesIn(message.previous.image, 2)).toEqual(['1', null]);
  });

  it.each([0, 1, 2, 3])('reads the tables of a truncate, whatever its options: %i', (options) => {
    expect(decode(truncateBytes([1, OID], options))).toEqual({ tag: 'truncate', relationOids: [1, OID] });
  });

  it.each(['O', 'Y'])('passes over a message that is nothing to rows: %s', (tag) => {
    expect(decode(Buffer.from(`${tag}whatever`))).toEqual({ tag: 'ignored' });
  });

  it('reads a logical message', () => {
    const message = Buffer.concat([
      Buffer.from('M\x01'),
      Buffer.alloc(8, 7),
      Buffer.from('tributary\0'),
      Buffer.from([0, 0, 0, 5]),
      Buffer.from('héll'),
    ]);
    expect(decode(message)).toEqual({ tag: 'message', prefix: 'tributary', content: Buffer.from('héll') });
    expect(() => decode(message.subarray(0, -1))).toThrow(VIOLATED);
  });

  it.each(['S', 'E', 'A', 'P', 'b', '\0', 'i'])(
    'stops at a message of a kind that it does not know: %j',
    (tag) => {
      expect(() => decode(Buffer.from(`${tag}whatever`))).toThrow(VIOLATED);
    },
  );

  it.each([
    ['begin', beginBytes(1n, 1n)],
    ['commit', commitBytes(1n, 2n)],
    ['relation', relationBytes({ oid: 1, schema: 'a', name: 'b', replicaIdentity: 'full', columns: [] })],
    ['truncate', truncateBytes([1, 2])],
  ])('stops at a message that ends too early, although other bytes follow: %s', (_, message) => {
    // The last fields of a begin and a commit are not read.
    for (let length = 1; length < Math.min(message.length, 17); length++)
      expect(() => decode(message.subarray(0, length)), `${length} bytes`).toThrow(VIOLATED);
  });

  it.each([
    ['update', Buffer.concat([Buffer.from('U\0\0\0\u0001X'), tupleBytes(['1'])])],
    ['update without a new image', updateBytes(1, ['1'], { tag: 'key', tuple: ['1'] }).subarray(0, 13)],
    ['delete', Buffer.concat([Buffer.from('D\0\0\0\u0001N'), tupleBytes(['1'])])],
  ])('stops at an image of an unknown kind: %s', (_, message) => {
    expect(() => decode(message)).toThrow(VIOLATED);
  });

  it('stops at a replica identity that it does not know', () => {
    const bytes = relationBytes({ oid: 1, schema: 'a', name: 'b', replicaIdentity: 'full', columns: [] });
    bytes.write('x', 9);
    expect(() => decode(bytes)).toThrow(VIOLATED);
  });
});

/** Any text that PostgreSQL can have as a name: no zero byte. */
function name(): fc.Arbitrary<string> {
  return fc.string({ unit: 'grapheme', minLength: 1 }).filter((text) => !text.includes('\0'));
}
