import { type Lsn, lsnOf } from '../model/lsn.ts';
import { POSTGRES_EPOCH_US } from '../model/postgres-epoch.ts';

/**
 * XLogData carries one pgoutput message after a header of tag, start LSN, end LSN and clock. Its own LSNs are not
 * used: they are 0/0 for relation messages, and equal for all rows of one COPY.
 *
 * https://www.postgresql.org/docs/current/protocol-replication.html#PROTOCOL-REPLICATION-XLOGDATA
 */
export const XLOG_DATA = 0x77; // w
export const XLOG_DATA_HEADER_BYTES = 25;

/** https://www.postgresql.org/docs/current/protocol-replication.html#PROTOCOL-REPLICATION-PRIMARY-KEEPALIVE-MESSAGE */
export const KEEPALIVE = 0x6b; // k

export interface Keepalive {
  /** The walsender has sent everything before this LSN. */
  readonly walEnd: Lsn;
  readonly replyRequested: boolean;
}

export function decodeKeepalive(bytes: Buffer, start: number): Keepalive {
  return {
    walEnd: lsnOf(bytes.readBigUInt64BE(start + 1)),
    replyRequested: bytes.readUInt8(start + 17) === 1,
  };
}

/**
 * A standby status update. `confirmed` is how far the slot may be moved; 0/0 says nothing about it and leaves the
 * slot where it is, so that a sign of life can be given at any time.
 *
 * https://www.postgresql.org/docs/current/protocol-replication.html#PROTOCOL-REPLICATION-STANDBY-STATUS-UPDATE
 */
export function encodeStandbyStatus(status: {
  readonly confirmed: Lsn;
  readonly replyRequested: boolean;
  readonly nowMs: number;
}): Buffer {
  const message = Buffer.alloc(34);
  message.writeUInt8(0x72, 0); // r
  message.writeBigUInt64BE(status.confirmed, 1); // written
  message.writeBigUInt64BE(status.confirmed, 9); // flushed: this one moves the slot
  message.writeBigUInt64BE(status.confirmed, 17); // applied
  message.writeBigInt64BE(BigInt(Math.trunc(status.nowMs)) * 1000n - POSTGRES_EPOCH_US, 25);
  message.writeUInt8(status.replyRequested ? 1 : 0, 33);
  return message;
}
