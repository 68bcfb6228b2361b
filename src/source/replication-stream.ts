import { setTimeout as waitMs } from 'node:timers/promises';
import type { Client } from 'pg';
import { PgoutputPlugin } from 'pg-logical-replication';
import type { CheckpointedLsn } from '../model/checkpoint.ts';
import { IngestError } from '../model/ingest-error.ts';
import { formatLsn, type Lsn, ZERO_LSN } from '../model/lsn.ts';
import type { SourceSettings } from '../model/pipeline.ts';
import type { WalBatch } from '../model/wal-batch.ts';
import { openConnection, quoteSourceIdentifier } from './connection.ts';
import { type CopyConnection, CopyReceiver, copyConnectionOf } from './copy-receiver.ts';
import { isSilentTooLong, replyRequestWaitMs, statusIntervalMs } from './liveness.ts';
import { encodeStandbyStatus } from './replication-payload.ts';
import { SlotActiveSignal } from './slot-active-signal.ts';
import { foreignErrorCode, translateSourceError } from './source-error.ts';

const OBJECT_IN_USE = '55006';

/**
 * The replication stream of a slot, pulled batch by batch.
 *
 * - The slot moves by `acknowledge` alone, which takes a checkpointed LSN and sends exactly that LSN. A commit record may
 *   begin exactly where the one before ended, and the server skips every transaction whose commit record lies
 *   before the confirmed LSN: one byte more would lose it.
 * - A sign of life goes out by a timer, whether or not anybody pulls, and repeats the last acknowledged LSN.
 */
export class ReplicationStream implements AsyncDisposable {
  readonly #client: Client;
  readonly #connection: CopyConnection;
  readonly #receiver: CopyReceiver;
  readonly #settings: SourceSettings;
  readonly #walSenderTimeoutMs: number;
  readonly #ended: Promise<void>;
  readonly #statusTimer: NodeJS.Timeout;
  #confirmed: Lsn = ZERO_LSN;
  #closed = false;

  private constructor(
    client: Client,
    ended: Promise<void>,
    settings: SourceSettings,
    walSenderTimeoutMs: number,
  ) {
    this.#client = client;
    this.#connection = copyConnectionOf(client);
    this.#receiver = new CopyReceiver(this.#connection);
    this.#settings = settings;
    this.#walSenderTimeoutMs = walSenderTimeoutMs;
    this.#ended = ended.then(
      () => this.#receiver.finish(),
      (error: unknown) => this.#receiver.finish(error),
    );
    this.#statusTimer = setInterval(
      () => this.#sendStatus(false),
      statusIntervalMs(settings.heartbeatIntervalMs, walSenderTimeoutMs),
    );
    this.#statusTimer.unref();
  }

  /**
   * Starts the stream. `startLsn` 0/0 starts where the slot stands; a later one skips the transactions that
   * committed before it.
   *
   * Throws SlotActiveSignal when another consumer holds the slot.
   */
  static async open(
    settings: SourceSettings,
    options: { readonly startLsn: Lsn; readonly walSenderTimeoutMs: number },
  ): Promise<ReplicationStream> {
    const client = await openConnection(settings, 'replication');
    const connection = copyConnectionOf(client);
    const started = new Promise<void>((resolve) => connection.once('replicationStart', () => resolve()));
    const plugin = new PgoutputPlugin({
      protoVersion: 1,
      // The names go into a literal as they are: unquoted, "MixedCase" would be looked up as mixedcase.
      // Brings what the last run left for this one (`Source.emitMessage`).
      messages: true,
      publicationNames: [quoteSourceIdentifier(settings.publicationName).replaceAll("'", "''")],
    });
    const ended = plugin.start(client, settings.slotName, formatLsn(options.startLsn));
    const stream = new ReplicationStream(
      client,
      ended.then(() => undefined),
      settings,
      options.walSenderTimeoutMs,
    );
    try {
      await Promise.race([started, ended]);
      return stream;
    } catch (error) {
      await stream[Symbol.asyncDispose]();
      if (foreignErrorCode(error) === OBJECT_IN_USE)
        throw new SlotActiveSignal('the slot is active', { cause: error });
      throw translateSourceError(error, settings, `starting replication from slot "${settings.slotName}"`);
    }
  }

  /**
   * The next batch, waiting for it as long as it takes; asks the walsender for a sign of life while nothing comes,
   * so that an idle server tells at once that it has sent everything.
   *
   * Throws `source-disconnected` when the stream ends or falls silent, whatever PostgreSQL says when it fails.
   */
  async pull(signal: AbortSignal): Promise<WalBatch | undefined> {
    const { promise: aborted, resolve: abort } = Promise.withResolvers<'aborted'>();
    const onAbort = (): void => abort('aborted');
    signal.addEventListener('abort', onAbort, { once: true });
    try {
      if (signal.aborted) return undefined;
      const pulled = this.#receiver.pull();
      const outcome = await this.#whileAskingForLife(Promise.race([pulled, aborted]));
      if (outcome === 'aborted') {
        pulled.catch(() => undefined);
        return undefined;
      }
      if (outcome === undefined) throw this.#disconnected();
      return outcome;
    } catch (error) {
      throw translateSourceError(error, this.#settings, `reading slot "${this.#settings.slotName}"`);
    } finally {
      signal.removeEventListener('abort', onAbort);
    }
  }

  /** Confirms the slot up to exactly this LSN. */
  acknowledge(lsn: CheckpointedLsn): void {
    if (lsn > this.#confirmed) this.#confirmed = lsn;
    this.#sendStatus(false);
  }

  /**
   * Ends the copy in order, so that the last acknowledgement has certainly been processed, and closes the
   * connection.
   */
  async close(): Promise<void> {
    if (this.#closed) return;
    this.#receiver.discard();
    this.#connection.endCopyFrom();
    await Promise.race([this.#ended, waitMs(CLOSE_TIMEOUT_MS, undefined, { ref: false })]);
    await this[Symbol.asyncDispose]();
  }

  /** Drops the connection as it is; the slot keeps what was acknowledged. */
  async [Symbol.asyncDispose](): Promise<void> {
    if (this.#closed) return;
    this.#closed = true;
    clearInterval(this.#statusTimer);
    this.#connection.stream.destroy();
    await this.#client.end().catch(() => undefined);
  }

  async #whileAskingForLife<T>(arrival: Promise<T>): Promise<T> {
    let requests = 0;
    const silentSince = performance.now();
    const { promise: dead, reject } = Promise.withResolvers<never>();
    let timer: NodeJS.Timeout | undefined;
    const ask = (): void => {
      if (isSilentTooLong(performance.now() - silentSince, this.#walSenderTimeoutMs)) {
        reject(this.#disconnected());
        return;
      }
      this.#sendStatus(true);
      requests += 1;
      timer = setTimeout(ask, replyRequestWaitMs(requests));
    };
    timer = setTimeout(ask, replyRequestWaitMs(0));
    try {
      return await Promise.race([arrival, dead]);
    } finally {
      clearTimeout(timer);
    }
  }

  #sendStatus(replyRequested: boolean): void {
    if (this.#closed) return;
    this.#connection.sendCopyFromChunk(
      encodeStandbyStatus({ confirmed: this.#confirmed, replyRequested, nowMs: Date.now() }),
    );
  }

  #disconnected(): IngestError {
    return new IngestError('source-disconnected', 'The replication stream from PostgreSQL ended.', {
      solution: 'Run again: nothing is lost, the next run goes on from the checkpoint.',
    });
  }
}

/** How long the server may take to end the copy. */
const CLOSE_TIMEOUT_MS = 2_000;
