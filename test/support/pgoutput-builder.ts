import type { Relation } from '../../src/model/change.ts';
import { POSTGRES_EPOCH_US } from '../../src/model/postgres-epoch.ts';
import type { RowImage } from '../../src/model/row-image.ts';
import { UNCHANGED } from '../stage/staging.ts';

export { UNCHANGED };
export type TupleValue = string | null | typeof UNCHANGED;
export type Tuple = readonly TupleValue[];
export type PreviousTuple = { readonly tag: 'key' | 'full'; readonly tuple: Tuple };

/*
 * pgoutput messages byte by byte, as the protocol's documentation lays them out; independent of the decoder.
 * https://www.postgresql.org/docs/current/protocol-logicalrep-message-formats.html
 */

export function tupleBytes(tuple: Tuple): Buffer {
  return Buffer.concat([uint16(tuple.length), ...tuple.map(valueBytes)]);
}

/** A tuple as an image that lies between other bytes. */
export function imageOf(tuple: Tuple): RowImage {
  const before = Buffer.from('before');
  const bytes = Buffer.concat([before, tupleBytes(tuple), Buffer.from('after')]);
  return { bytes, start: before.length, end: bytes.length - 'after'.length };
}

export function beginBytes(commitLsn: bigint, committedAt: bigint, xid = 0xffff_ffff): Buffer {
  return Buffer.concat([tag('B'), int64(commitLsn), int64(committedAt - POSTGRES_EPOCH_US), uint32(xid)]);
}

export function commitBytes(commitLsn: bigint, commitEndLsn: bigint, committedAt = 0n): Buffer {
  return Buffer.concat([
    tag('C'),
    Buffer.of(0),
    int64(commitLsn),
    int64(commitEndLsn),
    int64(committedAt - POSTGRES_EPOCH_US),
  ]);
}

export function relationBytes(relation: Relation): Buffer {
  const identities = { default: 'd', index: 'i', full: 'f', nothing: 'n' } as const;
  return Buffer.concat([
    tag('R'),
    uint32(relation.oid),
    text(relation.schema),
    text(relation.name),
    tag(identities[relation.replicaIdentity]),
    uint16(relation.columns.length),
    ...relation.columns.map((column) =>
      Buffer.concat([
        Buffer.of(column.isIdentity ? 1 : 0),
        text(column.name),
        uint32(column.typeOid),
        int32(column.typmod),
      ]),
    ),
  ]);
}

export function insertBytes(oid: number, tuple: Tuple): Buffer {
  return Buffer.concat([tag('I'), uint32(oid), tag('N'), tupleBytes(tuple)]);
}

export function updateBytes(oid: number, tuple: Tuple, previous?: PreviousTuple): Buffer {
  const old = previous === undefined ? [] : [previousBytes(previous)];
  return Buffer.concat([tag('U'), uint32(oid), ...old, tag('N'), tupleBytes(tuple)]);
}

export function deleteBytes(oid: number, previous: PreviousTuple): Buffer {
  return Buffer.concat([tag('D'), uint32(oid), previousBytes(previous)]);
}

export function truncateBytes(oids: readonly number[], options = 0): Buffer {
  return Buffer.concat([tag('T'), uint32(oids.length), Buffer.of(options), ...oids.map(uint32)]);
}

function previousBytes(previous: PreviousTuple): Buffer {
  return Buffer.concat([tag(previous.tag === 'key' ? 'K' : 'O'), tupleBytes(previous.tuple)]);
}

function valueBytes(value: TupleValue): Buffer {
  if (value === null) return tag('n');
  if (value === UNCHANGED) return tag('u');
  const bytes = Buffer.from(value, 'utf8');
  return Buffer.concat([tag('t'), uint32(bytes.length), bytes]);
}

function tag(letter: string): Buffer {
  return Buffer.from(letter, 'latin1');
}

function text(value: string): Buffer {
  return Buffer.concat([Buffer.from(value, 'utf8'), Buffer.of(0)]);
}

function uint16(value: number): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16BE(value);
  return bytes;
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
}

function int32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeInt32BE(value);
  return bytes;
}

function int64(value: bigint): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeBigInt64BE(BigInt.asIntN(64, value));
  return bytes;
}
