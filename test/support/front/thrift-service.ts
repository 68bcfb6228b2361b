import { setTimeout as wait } from 'node:timers/promises';
import type { ProtocolFault } from './fault.ts';
import type { ResultFiles } from './result-files.ts';
import { type ResultForm, resultForm } from './result-form.ts';
import {
  type FrontContext,
  type FrontRequest,
  type FrontResponse,
  type FrontService,
  type SqlEngine,
  SqlEngineError,
  type SqlResult,
} from './service.ts';
import { checkSessionSettings, SessionSettingError } from './session-settings.ts';
import type { ThriftOperation } from './thrift-operation.ts';
import {
  cancelReply,
  closeOperationReply,
  closeSessionReply,
  errorReply,
  infoReply,
  metadataReply,
  rowsReply,
  sessionReply,
  statementReply,
  statusReply,
  type WrittenRows,
} from './thrift-reply.ts';
import { type DecodedRequest, decodeRequest, type ThriftRequest } from './thrift-request.ts';
import { rowSet } from './thrift-result.ts';
import { ThriftSession, ThriftSessions } from './thrift-session.ts';
import { writeReply } from './thrift-types.ts';

export interface ThriftServiceOptions {
  readonly engine: SqlEngine;
  readonly httpPath: string;
  /** How long a new statement is waited for before the client has to poll. */
  readonly directResultsWaitMs: number;
  /** Rows a fetch brings at most, whatever the client asks. */
  readonly maxRowsPerFetch: number;
  /** Rows in one Arrow batch, or in one file behind a link, at most. */
  readonly maxRowsPerBatch: number;
  /** How results travel, where the client can read it. */
  readonly results: ResultForm;
  /** Where results lie that are linked to. */
  readonly files: ResultFiles;
}

/**
 * A SQL warehouse as the driver speaks to it, over an engine. Stricter than a workspace: what a client may get away
 * with there (a fetch too early, a handle used after its close, a field that does nothing) is noted as a violation.
 */
export class ThriftService implements FrontService {
  readonly #context: FrontContext;
  readonly #options: ThriftServiceOptions;
  readonly #statements: string[] = [];
  readonly #sessions = new ThriftSessions();
  readonly #decoded = new WeakMap<FrontRequest, DecodedRequest>();

  constructor(context: FrontContext, options: ThriftServiceOptions) {
    this.#context = context;
    this.#options = options;
  }

  get statements(): readonly string[] {
    return this.#statements;
  }

  get open(): { readonly sessions: number; readonly operations: number } {
    return this.#sessions.open;
  }

  nameOf(request: FrontRequest): string | undefined {
    return request.method === 'POST' && request.path.startsWith('/sql/1.0/warehouses/')
      ? this.#decode(request).message.name
      : undefined;
  }

  /** The statement's text, for the calls that follow it as well. */
  detailOf(request: FrontRequest): string | undefined {
    const thrift = this.#decode(request).request;
    if (thrift?.tag === 'ExecuteStatement') {
      return thrift.statement;
    }
    return thrift !== undefined && 'operation' in thrift
      ? this.#sessions.statementOf(thrift.operation)
      : undefined;
  }

  async handle(request: FrontRequest): Promise<FrontResponse> {
    if (request.path !== this.#options.httpPath) {
      return NO_SUCH_WAREHOUSE;
    }
    const { message, request: thrift, surprises } = this.#decode(request);
    for (const surprise of surprises) {
      this.#context.violation(`${message.name} was sent with ${surprise}`);
    }
    if (thrift === undefined) {
      this.#context.violation(`${message.name} is not a call of ours`);
      return { status: 501 };
    }
    return this.#reply(request, await this.#answer(thrift));
  }

  async fail(request: FrontRequest, fault: ProtocolFault): Promise<FrontResponse> {
    const thrift = this.#decode(request).request;
    if (thrift === undefined) {
      throw new Error('Only calls of ours can fail so');
    }
    switch (fault.tag) {
      case 'status-error':
        return this.#reply(request, errorReply(thrift.tag, fault.message));
      case 'session-lost':
        await this.#sessions.lose(thrift);
        return this.#reply(request, await this.#answer(thrift));
      case 'statement-failure':
        return this.#reply(
          request,
          await this.#execute(thrift, () =>
            Promise.reject(new SqlEngineError(fault.message, fault.sqlState)),
          ),
        );
      case 'statement-hang':
        return this.#reply(request, await this.#execute(thrift, untilAborted));
      default:
        return fault satisfies never;
    }
  }

  forgetStatements(): void {
    this.#statements.length = 0;
  }

  close(): Promise<void> {
    return this.#sessions.closeAll();
  }

  #decode(request: FrontRequest): DecodedRequest {
    const known = this.#decoded.get(request) ?? decodeRequest(request.body);
    this.#decoded.set(request, known);
    return known;
  }

  #reply(request: FrontRequest, struct: object): FrontResponse {
    return {
      status: 200,
      headers: { 'content-type': 'application/x-thrift' },
      body: writeReply(this.#decode(request).message, struct),
    };
  }

  async #answer(request: ThriftRequest): Promise<object> {
    switch (request.tag) {
      case 'OpenSession':
        return this.#openSession(request);
      case 'CloseSession':
        return this.#closeSession(request.session);
      case 'GetInfo':
        return this.#sessions.find(request.session) !== undefined
          ? infoReply()
          : this.#noSession(request.tag, request.session);
      case 'ExecuteStatement':
        return this.#execute(request, (signal, session) => session.engine.execute(request.statement, signal));
      case 'GetOperationStatus':
      case 'GetResultSetMetadata':
      case 'CancelOperation':
      case 'CloseOperation':
      case 'FetchResults':
        return this.#answerOperation(request);
      default:
        return request satisfies never;
    }
  }

  async #openSession(request: Extract<ThriftRequest, { tag: 'OpenSession' }>): Promise<object> {
    try {
      const configuration = checkSessionSettings(request.configuration);
      const { catalog, schema } = request;
      const engine = await this.#options.engine.openSession({ catalog, schema, configuration });
      const handle = this.#sessions.add(new ThriftSession(engine, configuration));
      return sessionReply(handle);
    } catch (error) {
      if (error instanceof SessionSettingError || error instanceof SqlEngineError) {
        return errorReply(request.tag, error.message);
      }
      throw error;
    }
  }

  async #closeSession(handle: string): Promise<object> {
    if (!(await this.#sessions.close(handle))) {
      return errorReply('CloseSession', invalidSession(handle));
    }
    return closeSessionReply();
  }

  async #execute(
    request: ThriftRequest,
    run: (signal: AbortSignal, session: ThriftSession) => Promise<SqlResult>,
  ): Promise<object> {
    if (request.tag !== 'ExecuteStatement') {
      throw new Error(`${request.tag} has no statement that could fail`);
    }
    const session = this.#sessions.find(request.session);
    if (session === undefined) {
      return this.#noSession(request.tag, request.session);
    }
    if (request.hasParameters) {
      this.#context.violation('A statement came with parameters');
      return errorReply(request.tag, 'Parameters are not supported here');
    }
    this.#statements.push(request.statement);
    const { handle, operation } = this.#sessions.start(session, {
      statement: request.statement,
      form: resultForm(this.#options.results, request.readable),
      run: (signal) => run(signal, session),
    });
    if (request.directRows === undefined) {
      const { state, form } = operation;
      return statementReply({ operation: handle, state, form, direct: undefined });
    }
    await Promise.race([
      operation.settled,
      wait(this.#options.directResultsWaitMs, undefined, { ref: false }),
    ]);
    return this.#directAnswer(handle, operation, request.directRows);
  }

  /** What is known at once; a statement whose end is told completely is closed with it. */
  #directAnswer(handle: string, operation: ThriftOperation, maxRows: number): object {
    const { state, form } = operation;
    const rows =
      state.tag === 'finished' && state.result.columns.length > 0
        ? this.#fetch(operation, state.result, maxRows)
        : undefined;
    const closed = state.tag !== 'running' && rows?.hasMoreRows !== true;
    if (closed) {
      this.#sessions.closeOperation(handle);
    }
    return statementReply({ operation: handle, state, form, direct: { rows, closed } });
  }

  #fetch(operation: ThriftOperation, result: SqlResult, maxRows: number): WrittenRows {
    const fetched = operation.fetch(result, Math.min(maxRows, this.#options.maxRowsPerFetch));
    const { form, statement } = operation;
    const results = rowSet(fetched, { columns: result.columns, form, statement }, this.#options);
    return { results, hasMoreRows: fetched.hasMoreRows };
  }

  #answerOperation(request: Extract<ThriftRequest, { operation: string }>): object {
    const operation = this.#sessions.findOperation(request.operation);
    if (operation === undefined) {
      return this.#noOperation(request.tag, request.operation);
    }
    switch (request.tag) {
      case 'GetOperationStatus':
        return statusReply(operation.state);
      case 'CancelOperation':
        operation.cancel();
        return cancelReply();
      case 'CloseOperation':
        this.#sessions.closeOperation(request.operation);
        return closeOperationReply();
      case 'GetResultSetMetadata':
        return this.#readResult(request.tag, operation, ({ columns }) =>
          metadataReply(columns, operation.form),
        );
      case 'FetchResults':
        return this.#readResult(request.tag, operation, (result) =>
          rowsReply(this.#fetch(operation, result, request.maxRows)),
        );
      default:
        return request satisfies never;
    }
  }

  #readResult(
    tag: ThriftRequest['tag'],
    operation: ThriftOperation,
    read: (result: SqlResult) => object,
  ): object {
    const { state } = operation;
    if (state.tag !== 'finished') {
      this.#context.violation(`${tag} of a statement that is ${state.tag}`);
      return errorReply(tag, 'The statement has no result to be read');
    }
    return read(state.result);
  }

  #noSession(tag: ThriftRequest['tag'], handle: string): object {
    if (this.#sessions.wasClosed(handle)) {
      this.#context.violation(`${tag} on a session that was closed`);
    }
    return errorReply(tag, invalidSession(handle));
  }

  /** A second close is forgiven, because the answer to the first may have been lost. */
  #noOperation(tag: ThriftRequest['tag'], handle: string): object {
    if (this.#sessions.wasClosed(handle) && tag !== 'CloseOperation') {
      this.#context.violation(`${tag} on a statement that was closed`);
    }
    return errorReply(
      tag,
      `Invalid OperationHandle: OperationHandle [opType=EXECUTE_STATEMENT, getHandleIdentifier()=${handle}]`,
    );
  }
}

const NO_SUCH_WAREHOUSE: FrontResponse = {
  status: 404,
  headers: { 'x-thriftserver-error-message': 'The warehouse does not exist, or you may not use it.' },
};

function invalidSession(handle: string): string {
  return `Invalid SessionHandle: SessionHandle [${handle}]`;
}

function untilAborted(signal: AbortSignal): Promise<SqlResult> {
  return new Promise((_, reject) => {
    signal.addEventListener('abort', () => reject(new Error('It was given up')), { once: true });
  });
}
