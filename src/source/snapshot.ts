import type { Client } from 'pg';
import { IngestError } from '../model/ingest-error.ts';
import { type Lsn, parseLsn } from '../model/lsn.ts';
import type { SourceSettings } from '../model/pipeline.ts';
import type { WalBatch } from '../model/wal-batch.ts';
import { openConnection, quoteSourceIdentifier, quoteSourceLiteral } from './connection.ts';
import { CopyReceiver, copyConnectionOf } from './copy-receiver.ts';
import type { CopyRange, CopyRequest, Snapshot } from './source.ts';
import { foreignErrorCode, translateSourceError } from './source-error.ts';

/** How long making a slot may wait for transactions that were open before it, in the whole cluster. */
const SLOT_CREATION_TIMEOUT_MS = 60_000;

const QUERY_CANCELED = '57014';
const CONFIGURATION_LIMIT_EXCEEDED = '53400';

interface NewSlot {
  readonly name: string;
  readonly temporary: boolean;
  /** Stop waiting for the slot. */
  readonly abandon: AbortSignal;
}

interface CreatedSlot {
  readonly consistent_point: string;
  readonly snapshot_name: string;
}

/**
 * Makes a slot and exports the snapshot that belongs to its start. The snapshot lives as long as the connection
 * that made it, which then does nothing else; a temporary slot goes with it.
 *
 * Throws `slot-creation-blocked` when open transactions keep PostgreSQL from a consistent start, leaving no slot behind.
 */
export async function createSlotSnapshot(settings: SourceSettings, slot: NewSlot): Promise<Snapshot> {
  const exporter = await openConnection(settings, 'replication');
  try {
    slot.abandon.throwIfAborted();
    const created = await createSlot(exporter, settings, slot);
    return new ExportedSnapshot(
      settings,
      exporter,
      created.snapshot_name,
      parseLsn(created.consistent_point),
    );
  } catch (error) {
    await exporter.end().catch(() => undefined);
    throw error;
  }
}

async function createSlot(exporter: Client, settings: SourceSettings, slot: NewSlot): Promise<CreatedSlot> {
  const temporary = slot.temporary ? ' TEMPORARY' : '';
  const cancel = (): void => void cancelBackend(settings, exporter).catch(() => undefined);
  const timer = setTimeout(cancel, SLOT_CREATION_TIMEOUT_MS);
  slot.abandon.addEventListener('abort', cancel, { once: true });
  try {
    const { rows } = await exporter.query<CreatedSlot>(
      `CREATE_REPLICATION_SLOT ${quoteSourceIdentifier(slot.name)}${temporary} LOGICAL pgoutput (SNAPSHOT 'export')`,
    );
    const created = rows[0];
    if (created === undefined) throw new Error('the server made a slot and told nothing about it');
    return created;
  } catch (error) {
    throw translateCreationError(error, settings, slot.name);
  } finally {
    clearTimeout(timer);
    slot.abandon.removeEventListener('abort', cancel);
  }
}

function translateCreationError(error: unknown, settings: SourceSettings, slotName: string): IngestError {
  switch (foreignErrorCode(error)) {
    case QUERY_CANCELED:
      return new IngestError(
        'slot-creation-blocked',
        `Slot "${slotName}" could not be made: transactions that were open before it did not end within ${SLOT_CREATION_TIMEOUT_MS / 1000} s.`,
        {
          solution:
            'End them or wait, in every database of the cluster:\n' +
            'SELECT pid, datname, xact_start, state FROM pg_stat_activity WHERE backend_xid IS NOT NULL ORDER BY xact_start;',
          cause: error,
        },
      );
    case CONFIGURATION_LIMIT_EXCEEDED:
      return new IngestError('slots-exhausted', 'PostgreSQL has no free replication slot.', {
        solution: 'ALTER SYSTEM SET max_replication_slots = 20; -- and restart, or drop a slot nobody uses',
        cause: error,
      });
    default:
      return translateSourceError(error, settings, `making slot "${slotName}"`);
  }
}

/** A closed connection would not end the wait inside the server; a cancel does. */
async function cancelBackend(settings: SourceSettings, blocked: Client): Promise<void> {
  const pid: unknown = Reflect.get(blocked, 'processID');
  const client = await openConnection(settings, 'query');
  try {
    await client.query('SELECT pg_cancel_backend($1)', [pid]);
  } finally {
    await client.end();
  }
}

class ExportedSnapshot implements Snapshot {
  readonly consistentPoint: Lsn;
  readonly takenAt: bigint;
  readonly #settings: SourceSettings;
  readonly #exporter: Client;
  readonly #name: string;

  constructor(settings: SourceSettings, exporter: Client, name: string, consistentPoint: Lsn) {
    this.#settings = settings;
    this.#exporter = exporter;
    this.#name = name;
    this.consistentPoint = consistentPoint;
    this.takenAt = BigInt(Date.now()) * 1000n;
  }

  async *copyTable(request: CopyRequest, abandon: AbortSignal): AsyncGenerator<WalBatch, void, undefined> {
    const doing = `copying ${request.schema}.${request.table}`;
    const client = await openConnection(this.#settings, 'query');
    // A copy may wait for a lock without end: dropping the connection ends it.
    const drop = (): void => copyConnectionOf(client).stream.destroy();
    abandon.addEventListener('abort', drop, { once: true });
    try {
      await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
      await client.query(`SET TRANSACTION SNAPSHOT ${quoteSourceLiteral(this.#name)}`);
      const receiver = new CopyReceiver(copyConnectionOf(client));
      client.query(buildCopy(request)).then(
        () => receiver.finish(),
        (error: unknown) => receiver.finish(error),
      );
      for (;;) {
        const batch = await receiver.pull();
        if (batch === undefined) return;
        yield batch;
      }
    } catch (error) {
      throw translateSourceError(error, this.#settings, doing);
    } finally {
      // Whether the copy was read to its end or given up: the transaction read only, so nothing is lost with it.
      abandon.removeEventListener('abort', drop);
      drop();
      await client.end().catch(() => undefined);
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#exporter.end().catch(() => undefined);
  }
}

/** COPY in text format: the same output functions as the stream's, so that a value has one form in both. */
function buildCopy(request: CopyRequest): string {
  const columns = request.columns.map(quoteSourceIdentifier).join(', ');
  const from = `${quoteSourceIdentifier(request.schema)}.${quoteSourceIdentifier(request.table)}`;
  const { range, rowFilter } = request;
  const conditions = [
    ...(rowFilter === undefined ? [] : [`(${rowFilter})`]),
    ...(range === undefined ? [] : rangeConditions(range)),
  ];
  const where = conditions.length === 0 ? '' : ` WHERE ${conditions.join(' AND ')}`;
  const order = range === undefined ? '' : ` ORDER BY ${range.keyColumns.map(orderedColumn).join(', ')}`;
  return `COPY (SELECT ${columns} FROM ${from}${where}${order}) TO STDOUT`;
}

/** The values are literals without a type, which take the column's. */
function rangeConditions({ keyColumns, after, from, to }: CopyRange): readonly string[] {
  const [first] = keyColumns;
  if (first === undefined) return [];
  const keys = keyColumns.map(orderedColumn).join(', ');
  return [
    ...(after === undefined ? [] : [`(${keys}) > (${after.map(quoteSourceLiteral).join(', ')})`]),
    ...(from === undefined ? [] : [`${orderedColumn(first)} >= ${quoteSourceLiteral(from)}`]),
    ...(to === undefined ? [] : [`${orderedColumn(first)} <= ${quoteSourceLiteral(to)}`]),
  ];
}

function orderedColumn({ name, isText }: CopyRange['keyColumns'][number]): string {
  return `${quoteSourceIdentifier(name)}${isText ? ' COLLATE "C"' : ''}`;
}
