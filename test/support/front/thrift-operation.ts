import type { ResultForm } from './result-form.ts';
import { SqlEngineError, type SqlResult, type SqlResultValue } from './service.ts';

/** How far a statement is. */
export type OperationState =
  | { readonly tag: 'running' }
  | { readonly tag: 'finished'; readonly result: SqlResult }
  | { readonly tag: 'failed'; readonly message: string; readonly sqlState: string }
  | { readonly tag: 'cancelled' }
  | { readonly tag: 'timed-out'; readonly message: string; readonly sqlState: string };

export interface OperationOptions {
  readonly statement: string;
  /** How its rows travel, if it brings any. */
  readonly form: ResultForm;
  /** Executes the statement; aborting the signal gives it up. */
  readonly run: (signal: AbortSignal) => Promise<SqlResult>;
  /** Seconds until it is given up; 0 for never. */
  readonly timeoutSeconds: number;
}

/** One statement under way: running → finished, failed, cancelled or timed out; the first of these is final. */
export class ThriftOperation {
  readonly statement: string;
  readonly form: ResultForm;
  /** Resolves when it no longer runs; never rejects. */
  readonly settled: Promise<void>;
  readonly #abort = new AbortController();
  readonly #settle: () => void;
  readonly #timer: NodeJS.Timeout | undefined;
  #state: OperationState = { tag: 'running' };
  #fetchedRows = 0;

  constructor(options: OperationOptions) {
    this.statement = options.statement;
    this.form = options.form;
    const { promise, resolve } = Promise.withResolvers<void>();
    this.settled = promise;
    this.#settle = resolve;
    const seconds = options.timeoutSeconds;
    this.#timer =
      seconds === 0 ? undefined : setTimeout(() => this.#end(timedOut(seconds)), seconds * 1000).unref();
    options.run(this.#abort.signal).then(
      (result) => this.#end({ tag: 'finished', result }),
      (error: unknown) => this.#end(failed(error)),
    );
  }

  get state(): OperationState {
    return this.#state;
  }

  /** Gives the statement up, unless it has ended already. */
  cancel(): void {
    this.#end({ tag: 'cancelled' });
  }

  /** The next rows of a finished statement, at most so many. */
  fetch(result: SqlResult, maxRows: number): FetchedRows {
    const firstRow = this.#fetchedRows;
    const rows = result.rows.slice(firstRow, firstRow + maxRows);
    this.#fetchedRows += rows.length;
    return { firstRow, rows, hasMoreRows: this.#fetchedRows < result.rows.length };
  }

  #end(state: OperationState): void {
    if (this.#state.tag !== 'running') {
      return;
    }
    this.#state = state;
    clearTimeout(this.#timer);
    this.#abort.abort();
    this.#settle();
  }
}

export interface FetchedRows {
  readonly firstRow: number;
  readonly rows: readonly (readonly SqlResultValue[])[];
  readonly hasMoreRows: boolean;
}

/** In the words of Spark's own Thrift server; a workspace's are not known from experiment. */
function timedOut(seconds: number): OperationState {
  return { tag: 'timed-out', message: `Query timed out after ${seconds} seconds`, sqlState: 'HYT00' };
}

function failed(error: unknown): OperationState {
  return error instanceof SqlEngineError
    ? { tag: 'failed', message: error.message, sqlState: error.sqlState }
    : { tag: 'failed', message: `[INTERNAL_ERROR] ${String(error)}`, sqlState: 'XX000' };
}
