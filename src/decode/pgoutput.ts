import type { PreviousImage, Relation, RelationColumn, WalMessage } from '../model/change.ts';
import { IngestError } from '../model/ingest-error.ts';
import { findImageEnd, type RowImage } from '../model/row-image.ts';
import { ByteReader } from './byte-reader.ts';

/**
 * Decodes one pgoutput message, protocol version 1. Row images keep pointing into `bytes`.
 *
 * Throws `protocol-violated` on a message it does not know: passing over an unknown message could lose a row.
 *
 * https://www.postgresql.org/docs/current/protocol-logicalrep-message-formats.html
 */
export function decodeMessage(bytes: Buffer, start: number, end: number): WalMessage {
  const tag = bytes.readUInt8(start);
  switch (tag) {
    case 0x49: // I
      return decodeInsert(bytes, start, end);
    case 0x55: // U
      return decodeUpdate(bytes, start, end);
    case 0x44: // D
      return decodeDelete(bytes, start, end);
    case 0x42: // B
      return decodeBegin(new ByteReader(bytes, start + 1, end));
    case 0x43: // C
      return decodeCommit(new ByteReader(bytes, start + 1, end));
    case 0x52: // R
      return { tag: 'relation', relation: decodeRelation(new ByteReader(bytes, start + 1, end)) };
    case 0x54: // T
      return decodeTruncate(new ByteReader(bytes, start + 1, end));
    case 0x4d: // M
      return decodeLogicalMessage(new ByteReader(bytes, start + 1, end));
    case 0x4f: // O: origin of a transaction that came from elsewhere
    case 0x59: // Y: name of a type that is not built in; the catalog tells more
      return { tag: 'ignored' };
    default:
      throw new IngestError(
        'protocol-violated',
        `PostgreSQL sent a replication message of unknown kind 0x${tag.toString(16)}.`,
      );
  }
}

/** Bytes before the row image of an insert: tag, relation OID, 'N'. */
const INSERT_HEADER_BYTES = 6;

function decodeInsert(bytes: Buffer, start: number, end: number): WalMessage {
  return {
    tag: 'insert',
    relationOid: bytes.readUInt32BE(start + 1),
    image: { bytes, start: start + INSERT_HEADER_BYTES, end },
  };
}

function decodeUpdate(bytes: Buffer, start: number, end: number): WalMessage {
  const relationOid = bytes.readUInt32BE(start + 1);
  let at = start + 5;
  let previous: PreviousImage | undefined;
  const marker = bytes.readUInt8(at);
  if (marker !== 0x4e) {
    // not N: an old image comes first
    previous = decodePreviousImage(bytes, at, findImageEnd(bytes, at + 1));
    at = previous.image.end;
    if (bytes.readUInt8(at) !== 0x4e) throw badImageMarker();
  }
  return { tag: 'update', relationOid, previous, image: { bytes, start: at + 1, end } };
}

function decodeDelete(bytes: Buffer, start: number, end: number): WalMessage {
  return {
    tag: 'delete',
    relationOid: bytes.readUInt32BE(start + 1),
    previous: decodePreviousImage(bytes, start + 5, end),
  };
}

function decodePreviousImage(bytes: Buffer, markerAt: number, end: number): PreviousImage {
  const image: RowImage = { bytes, start: markerAt + 1, end };
  switch (bytes.readUInt8(markerAt)) {
    case 0x4b: // K
      return { tag: 'key', image };
    case 0x4f: // O
      return { tag: 'full', image };
    default:
      throw badImageMarker();
  }
}

function decodeBegin(reader: ByteReader): WalMessage {
  const commitLsn = reader.readLsn();
  const committedAt = reader.readTimestamp();
  return { tag: 'begin', commit: { commitLsn, committedAt } };
}

function decodeCommit(reader: ByteReader): WalMessage {
  reader.readUint8(); // flags, unused
  const commitLsn = reader.readLsn();
  const commitEndLsn = reader.readLsn();
  return { tag: 'commit', commitLsn, commitEndLsn };
}

function decodeTruncate(reader: ByteReader): WalMessage {
  const relationCount = reader.readUint32();
  reader.readUint8(); // options: CASCADE lists its tables itself, RESTART IDENTITY is nothing to rows
  const relationOids = Array.from({ length: relationCount }, () => reader.readUint32());
  return { tag: 'truncate', relationOids };
}

function decodeLogicalMessage(reader: ByteReader): WalMessage {
  reader.readUint8(); // flags: whether it is part of a transaction
  reader.readLsn();
  const prefix = reader.readText();
  return { tag: 'message', prefix, content: reader.readBytes(reader.readUint32()) };
}

function decodeRelation(reader: ByteReader): Relation {
  const oid = reader.readUint32();
  const schema = reader.readText();
  const name = reader.readText();
  const replicaIdentity = decodeReplicaIdentity(reader.readUint8());
  const columnCount = reader.readUint16();
  const columns = Array.from({ length: columnCount }, () => decodeRelationColumn(reader));
  // An empty namespace stands for pg_catalog.
  return { oid, schema: schema === '' ? 'pg_catalog' : schema, name, replicaIdentity, columns };
}

function decodeRelationColumn(reader: ByteReader): RelationColumn {
  const isIdentity = (reader.readUint8() & 1) === 1;
  const name = reader.readText();
  const typeOid = reader.readUint32();
  const typmod = reader.readInt32();
  return { isIdentity, name, typeOid, typmod };
}

function decodeReplicaIdentity(tag: number): Relation['replicaIdentity'] {
  switch (tag) {
    case 0x64: // d
      return 'default';
    case 0x69: // i
      return 'index';
    case 0x66: // f
      return 'full';
    case 0x6e: // n
      return 'nothing';
    default:
      throw new IngestError(
        'protocol-violated',
        'PostgreSQL sent a relation with an unknown replica identity.',
      );
  }
}

function badImageMarker(): IngestError {
  return new IngestError('protocol-violated', 'PostgreSQL sent a change with an unknown kind of row image.');
}
