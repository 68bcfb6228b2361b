import { IngestError } from '../model/ingest-error.ts';
import { type Lsn, lsnOf } from '../model/lsn.ts';
import { POSTGRES_EPOCH_US } from '../model/postgres-epoch.ts';

/** Reads PostgreSQL's big-endian wire fields one after the other. Throws `protocol-violated` past the end. */
export class ByteReader {
  readonly bytes: Buffer;
  readonly end: number;
  at: number;

  constructor(bytes: Buffer, start: number, end: number) {
    this.bytes = bytes;
    this.at = start;
    this.end = end;
  }

  readUint8(): number {
    return this.bytes.readUInt8(this.#take(1));
  }

  readUint16(): number {
    return this.bytes.readUInt16BE(this.#take(2));
  }

  /** OIDs and transaction ids are unsigned. */
  readUint32(): number {
    return this.bytes.readUInt32BE(this.#take(4));
  }

  readInt32(): number {
    return this.bytes.readInt32BE(this.#take(4));
  }

  readLsn(): Lsn {
    return lsnOf(this.bytes.readBigUInt64BE(this.#take(8)));
  }

  /** A TimestampTz, in microseconds since 1970 UTC. */
  readTimestamp(): bigint {
    return this.bytes.readBigInt64BE(this.#take(8)) + POSTGRES_EPOCH_US;
  }

  /** So many bytes, which keep pointing into what is read. */
  readBytes(length: number): Buffer {
    const start = this.#take(length);
    return this.bytes.subarray(start, start + length);
  }

  /** A null-terminated UTF-8 string. */
  readText(): string {
    const terminator = this.bytes.indexOf(0, this.at);
    if (terminator === -1 || terminator >= this.end) throw truncated();
    const text = this.bytes.toString('utf8', this.at, terminator);
    this.at = terminator + 1;
    return text;
  }

  #take(length: number): number {
    const start = this.at;
    this.at += length;
    if (this.at > this.end) throw truncated();
    return start;
  }
}

function truncated(): IngestError {
  return new IngestError('protocol-violated', 'PostgreSQL sent a replication message that ends too early.');
}
