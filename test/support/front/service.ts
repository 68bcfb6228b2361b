import type { AcceptedTokens } from './accepted-tokens.ts';
import type { ProtocolFault } from './fault.ts';

/** One HTTP request to the front, read whole; bodies of uploads are small in tests. */
export interface FrontRequest {
  readonly method: string;
  /** Path without the query, percent-encoding kept. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: Buffer;
}

export interface FrontResponse {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Buffer;
}

/** What a service may know of the front it is part of. */
export interface FrontContext {
  /** `https://localhost:1234`. */
  readonly origin: string;
  /** `localhost:1234`, as a user writes it. */
  readonly host: string;
  /** Bearer tokens that the front accepts; a service that mints one adds it here. */
  readonly tokens: AcceptedTokens;
  /** An empty directory, which goes with the front. */
  readonly directory: string;
  /** Notes that the client did what a workspace would not forgive; tests expect none. */
  violation(text: string): void;
}

/** A part of a workspace: Thrift, files, tokens, catalog. */
export interface FrontService {
  /**
   * Who checks the caller: `bearer` (the default) leaves it to the front, which lets only accepted tokens through;
   * a token endpoint checks by itself.
   */
  readonly authentication?: 'bearer' | 'own';
  /** A word for the call log and for scripted faults: `ExecuteStatement`, `PUT file`, `token`, … */
  nameOf(request: FrontRequest): string | undefined;
  /** What the call is about, for the log and for faults: a statement, a file's path. The request's path by default. */
  detailOf?(request: FrontRequest): string | undefined;
  /** Answers a request that `nameOf` has named. */
  handle(request: FrontRequest): Promise<FrontResponse>;
  /** Answers with a failure in the service's own protocol; a service without one knows no such faults. */
  fail?(request: FrontRequest, fault: ProtocolFault): Promise<FrontResponse>;
}

/** What executes SQL behind the front: canned answers, or Spark. */
export interface SqlEngine {
  openSession(settings: SqlSessionSettings): Promise<SqlEngineSession>;
}

/** What a client asked for as it opened its session; checked already. An engine may pass over it. */
export interface SqlSessionSettings {
  readonly catalog: string | undefined;
  readonly schema: string | undefined;
  /** Names in upper case: `TIMEZONE`, `STATEMENT_TIMEOUT`, … */
  readonly configuration: Readonly<Record<string, string>>;
}

export interface SqlEngineSession {
  /** Rejects with a SqlEngineError where the SQL fails; aborting the signal cancels it. */
  execute(statement: string, signal: AbortSignal): Promise<SqlResult>;
  close(): Promise<void>;
}

export interface SqlResult {
  readonly columns: readonly SqlResultColumn[];
  readonly rows: readonly (readonly SqlResultValue[])[];
}

/** Numbers and booleans travel as such, everything else as text. */
export interface SqlResultColumn {
  readonly name: string;
  readonly type: 'STRING' | 'INT' | 'BIGINT' | 'DOUBLE' | 'BOOLEAN';
}

export type SqlResultValue = string | number | bigint | boolean | null;

/** A statement failed, in the words that Databricks shows. */
export class SqlEngineError extends Error {
  override readonly name = 'SqlEngineError';
  readonly sqlState: string;

  constructor(message: string, sqlState: string) {
    super(message);
    this.sqlState = sqlState;
  }
}
