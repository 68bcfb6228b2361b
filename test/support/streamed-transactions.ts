import { decodeMessage } from '../../src/decode/pgoutput.ts';
import type { Commit, Relation, WalMessage } from '../../src/model/change.ts';
import { type Lsn, laterLsn, ZERO_LSN } from '../../src/model/lsn.ts';
import type { SourceSettings } from '../../src/model/pipeline.ts';
import { Secret } from '../../src/model/secret.ts';
import {
  decodeKeepalive,
  KEEPALIVE,
  XLOG_DATA,
  XLOG_DATA_HEADER_BYTES,
} from '../../src/source/replication-payload.ts';
import type { WalStream } from '../../src/source/source.ts';
import type { TestDatabase } from './postgres.ts';

export interface StreamedTransaction {
  readonly commit: Commit;
  readonly commitEndLsn: Lsn;
  readonly changes: readonly WalMessage[];
}

export interface Streamed {
  readonly transactions: readonly StreamedTransaction[];
  readonly relations: readonly Relation[];
}

/** Reads a stream until everything that committed before `target` has come. Acknowledges nothing. */
export async function readTransactions(stream: WalStream, target: Lsn): Promise<Streamed> {
  const transactions: StreamedTransaction[] = [];
  const relations: Relation[] = [];
  const never = new AbortController().signal;
  let open: { commit: Commit; changes: WalMessage[] } | undefined;
  let seen = ZERO_LSN;
  while (open !== undefined || seen < target) {
    const batch = await stream.pull(never);
    if (batch === undefined) throw new Error('the stream ended');
    for (const [index, start] of batch.starts.entries()) {
      if (batch.bytes[start] === KEEPALIVE) {
        if (open === undefined) seen = laterLsn(seen, decodeKeepalive(batch.bytes, start).walEnd);
        continue;
      }
      if (batch.bytes[start] !== XLOG_DATA) throw new Error('neither log data nor a keepalive');
      const message = decodeMessage(batch.bytes, start + XLOG_DATA_HEADER_BYTES, batch.ends[index] ?? 0);
      if (message.tag === 'begin') open = { commit: message.commit, changes: [] };
      else if (message.tag === 'relation') relations.push(message.relation);
      else if (message.tag === 'commit' && open !== undefined) {
        transactions.push({ ...open, commitEndLsn: message.commitEndLsn });
        seen = laterLsn(seen, message.commitEndLsn);
        open = undefined;
      } else open?.changes.push(message);
    }
  }
  return { transactions, relations };
}

/** How a pipeline would connect to this database. */
export function sourceSettingsOf(
  database: TestDatabase,
  changes: Partial<SourceSettings> = {},
): SourceSettings {
  const { host, port, user, password } = database.replicationConnection;
  return {
    host,
    port,
    database: database.name,
    username: user,
    password: new Secret(password),
    sslmode: 'disable',
    sslrootcert: undefined,
    slotName: `slot_${database.name}`,
    publicationName: 'lakeflow_publication',
    heartbeatIntervalMs: 10_000,
    connectTimeoutMs: 5_000,
    initialLoad: true,
    loadParallelism: 2,
    maxRetainedWalBytes: 128 * 1024 * 1024,
    ...changes,
  };
}
