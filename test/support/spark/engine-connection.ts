import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import { SqlEngineError } from '../front/service.ts';
import type { SparkEngineAddress } from './engine-process.ts';

const AnswerSchema = z.object({
  id: z.number(),
  result: z.unknown().optional(),
  error: z
    .object({ message: z.string(), condition: z.string().nullable(), sqlState: z.string().nullable() })
    .optional(),
});

/** What the engine itself calls an error that has no code of its own. */
const INTERNAL_ERROR = 'XX000';

interface Waiting {
  readonly resolve: (result: unknown) => void;
  readonly reject: (error: Error) => void;
}

/** Requests and answers of one client of the engine, one JSON text a line, many under way at once. */
export class EngineConnection implements AsyncDisposable {
  readonly #socket: Socket;
  readonly #waiting = new Map<number, Waiting>();
  #lastId = 0;

  private constructor(socket: Socket) {
    this.#socket = socket;
    createInterface({ input: socket }).on('line', (line) => this.#receive(line));
    socket.on('error', () => undefined); // `close` follows
    socket.on('close', () => this.#abandon());
  }

  static async open(address: SparkEngineAddress): Promise<EngineConnection> {
    const socket = connect(address.port, '127.0.0.1');
    await once(socket, 'connect');
    socket.setNoDelay(true);
    socket.write(`${address.token}\n`);
    return new EngineConnection(socket);
  }

  /** The number that `send` will give its next request. */
  get nextId(): number {
    return this.#lastId + 1;
  }

  /** Rejects with a SqlEngineError where the engine has failed, and with an Error when it has gone. */
  send(call: string, parameters: Readonly<Record<string, string | number>> = {}): Promise<unknown> {
    const id = ++this.#lastId;
    if (this.#socket.destroyed) return Promise.reject(new Error('The connection to Spark is closed.'));
    const { promise, resolve, reject } = Promise.withResolvers<unknown>();
    this.#waiting.set(id, { resolve, reject });
    this.#socket.write(`${JSON.stringify({ ...parameters, id, call })}\n`);
    return promise;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    if (this.#socket.closed) return;
    const closed = once(this.#socket, 'close');
    this.#socket.destroy();
    await closed;
  }

  #receive(line: string): void {
    const { id, result, error } = AnswerSchema.parse(JSON.parse(line));
    const waiting = this.#waiting.get(id);
    this.#waiting.delete(id);
    if (error === undefined) waiting?.resolve(result);
    else waiting?.reject(new SqlEngineError(error.message, error.sqlState ?? INTERNAL_ERROR));
  }

  #abandon(): void {
    for (const waiting of this.#waiting.values()) waiting.reject(new Error('Spark has ended.'));
    this.#waiting.clear();
  }
}
