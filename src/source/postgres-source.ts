import { randomBytes } from 'node:crypto';
import type { Client } from 'pg';
import type { Lsn } from '../model/lsn.ts';
import type { SourceSettings } from '../model/pipeline.ts';
import type { PublishedTable, SlotLook, SourceFacts } from '../model/source-facts.ts';
import { readPublishedTables } from './catalog.ts';
import { openConnection } from './connection.ts';
import { readFacts, readInsertLsn, readSlot } from './facts.ts';
import { readRows } from './read-rows.ts';
import { ReplicationStream } from './replication-stream.ts';
import { createSlotSnapshot } from './snapshot.ts';
import type { RowsRequest, Snapshot, Source, WalStream } from './source.ts';
import { foreignErrorCode, translateSourceError } from './source-error.ts';

const LOCK_NOT_AVAILABLE = '55P03';
/** Long enough for a lock that is only passing by. */
const LOOK_LOCK_TIMEOUT_MS = 1_000;

/** Connects to PostgreSQL. The schemas are those whose unpublished tables preflight wants to know of. */
export async function openPostgresSource(
  settings: SourceSettings,
  schemas: readonly string[],
): Promise<Source> {
  return new PostgresSource(settings, schemas, await openConnection(settings, 'query'));
}

class PostgresSource implements Source {
  readonly #settings: SourceSettings;
  readonly #schemas: readonly string[];
  readonly #client: Client;
  #underWay: Promise<unknown> = Promise.resolve();

  constructor(settings: SourceSettings, schemas: readonly string[], client: Client) {
    this.#settings = settings;
    this.#schemas = schemas;
    this.#client = client;
  }

  readFacts(): Promise<SourceFacts> {
    const { slotName, publicationName } = this.#settings;
    return this.#asking('reading its catalog', (client) =>
      readFacts(client, { slotName, publicationName, schemas: this.#schemas }),
    );
  }

  readTables(oids: readonly number[]): Promise<readonly PublishedTable[]> {
    return this.#asking('reading its catalog', (client) =>
      readPublishedTables(client, this.#settings.publicationName, oids),
    );
  }

  lookAtTable(oid: number): Promise<PublishedTable | 'locked' | undefined> {
    return this.#asking('reading its catalog', async (client) => {
      await client.query(`SET lock_timeout = '${LOOK_LOCK_TIMEOUT_MS}ms'`);
      try {
        const [table] = await readPublishedTables(client, this.#settings.publicationName, [oid]);
        return table;
      } catch (error) {
        if (foreignErrorCode(error) === LOCK_NOT_AVAILABLE) return 'locked';
        throw error;
      } finally {
        await client.query('SET lock_timeout = 0');
      }
    });
  }

  readInsertLsn(): Promise<Lsn> {
    return this.#asking('reading how far its log is', (client) => readInsertLsn(client));
  }

  readSlot(): Promise<SlotLook> {
    return this.#asking('reading its slot', (client) => readSlot(client, this.#settings.slotName));
  }

  emitMessage(prefix: string, content: string): Promise<void> {
    return this.#asking('writing a logical message', async (client) => {
      // As a transaction of its own, so that it is flushed: a run that follows at once finds it before its drain target.
      await client.query('SELECT pg_logical_emit_message(true, $1, $2::text)', [prefix, content]);
    });
  }

  readRows(request: RowsRequest): Promise<readonly (readonly (string | null)[] | undefined)[]> {
    return this.#asking(`reading rows of ${request.schema}.${request.table} again`, (client) =>
      readRows(client, request),
    );
  }

  createSlot(abandon: AbortSignal): Promise<Snapshot> {
    return createSlotSnapshot(this.#settings, { name: this.#settings.slotName, temporary: false, abandon });
  }

  openSnapshot(abandon: AbortSignal): Promise<Snapshot> {
    const name = `tributary_load_${randomBytes(6).toString('hex')}`;
    return createSlotSnapshot(this.#settings, { name, temporary: true, abandon });
  }

  openStream(options: { readonly startLsn: Lsn; readonly walSenderTimeoutMs: number }): Promise<WalStream> {
    return ReplicationStream.open(this.#settings, options);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#client.end().catch(() => undefined);
  }

  /** One question at a time: tables that are merged at the same time share the one connection. */
  #asking<T>(doing: string, ask: (client: Client) => Promise<T>): Promise<T> {
    const answer = this.#underWay.then(async () => {
      try {
        return await ask(this.#client);
      } catch (error) {
        throw translateSourceError(error, this.#settings, doing);
      }
    });
    this.#underWay = answer.catch(() => undefined);
    return answer;
  }
}
