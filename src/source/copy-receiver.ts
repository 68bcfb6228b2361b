import type { EventEmitter } from 'node:events';
import type { Client } from 'pg';
import type { WalBatch } from '../model/wal-batch.ts';

/** The parts of pg's connection that carry CopyData, which @types/pg leaves out. */
export interface CopyConnection extends EventEmitter {
  readonly stream: { pause(): void; resume(): void; destroy(): void };
  sendCopyFromChunk(chunk: Buffer): void;
  endCopyFrom(): void;
}

/** pg's own connection object. Throws TypeError when this version of pg does not have it. */
export function copyConnectionOf(client: Client): CopyConnection {
  const connection: unknown = Reflect.get(client, 'connection');
  if (!isCopyConnection(connection))
    throw new TypeError('this version of pg has no connection that carries CopyData');
  return connection;
}

function isCopyConnection(value: unknown): value is CopyConnection {
  return typeof value === 'object' && value !== null && 'stream' in value && 'sendCopyFromChunk' in value;
}

/**
 * Collects CopyData payloads into batches, one per socket read, with the socket paused in between: what is not
 * pulled stays in the kernel and holds the server back.
 *
 * pg hands out slices of its parse buffer, which it writes again at the next read. A batch therefore copies the
 * region of one read, at once and as a whole, and owns it.
 */
export class CopyReceiver {
  readonly #connection: CopyConnection;
  #buffer: ArrayBufferLike | undefined;
  #regionStart = 0;
  #regionEnd = 0;
  #starts: number[] = [];
  #ends: number[] = [];
  #ready: WalBatch[] = [];
  #wake: (() => void) | undefined;
  #discarding = false;
  #finished = false;
  #error: unknown;

  constructor(connection: CopyConnection) {
    this.#connection = connection;
    connection.on('copyData', this.#receive);
    connection.on('error', this.#fail);
    connection.on('end', this.#end);
  }

  /** The next batch; `undefined` when the copy has ended. Throws what broke it. */
  async pull(): Promise<WalBatch | undefined> {
    for (;;) {
      const batch = this.#ready.shift();
      if (batch !== undefined) return batch;
      if (this.#error !== undefined) throw this.#error;
      if (this.#finished) return undefined;
      const woken = new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
      this.#connection.stream.resume();
      await woken;
    }
  }

  /** Throws away what still arrives, so that the end of the copy can. */
  discard(): void {
    this.#discarding = true;
    this.#ready = [];
    this.#connection.stream.resume();
  }

  /** The copy has ended, well or with an error: `pull` tells. */
  readonly finish = (error?: unknown): void => {
    this.#sealRegion();
    this.#finished = true;
    if (error !== undefined) this.#error ??= error;
    this.#wake?.();
  };

  readonly #receive = (message: { readonly chunk: Buffer }): void => {
    if (this.#discarding) return;
    const { chunk } = message;
    if (chunk.buffer !== this.#buffer || chunk.byteOffset < this.#regionEnd) {
      this.#sealRegion();
      this.#buffer = chunk.buffer;
      this.#regionStart = chunk.byteOffset;
      this.#connection.stream.pause();
      // The parser delivers all messages of one read before any microtask runs.
      queueMicrotask(this.#deliver);
    }
    this.#starts.push(chunk.byteOffset - this.#regionStart);
    this.#regionEnd = chunk.byteOffset + chunk.length;
    this.#ends.push(this.#regionEnd - this.#regionStart);
  };

  readonly #deliver = (): void => {
    this.#sealRegion();
    this.#wake?.();
  };

  #sealRegion(): void {
    if (this.#buffer === undefined) return;
    const region = new Uint8Array(this.#buffer, this.#regionStart, this.#regionEnd - this.#regionStart);
    const bytes = Buffer.allocUnsafeSlow(region.length);
    bytes.set(region);
    this.#ready.push({ bytes, starts: this.#starts, ends: this.#ends });
    this.#buffer = undefined;
    this.#regionEnd = 0;
    this.#starts = [];
    this.#ends = [];
  }

  readonly #fail = (error: unknown): void => this.finish(error);

  readonly #end = (): void => this.finish();
}
