import { once } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer, type Server } from 'node:https';
import { temporaryDirectory } from '../temporary-directory.ts';
import { AcceptedTokens, type TokenJudgement } from './accepted-tokens.ts';
import { CallLog, type FrontCall } from './call-log.ts';
import { makeCertificate, trustCertificate } from './certificate.ts';
import { type CallMatch, type Fault, FaultScript, type FaultSpan, type ScriptedFault } from './fault.ts';
import { ResultFiles } from './result-files.ts';
import type { ResultForm } from './result-form.ts';
import type { FrontContext, FrontRequest, FrontResponse, FrontService, SqlEngine } from './service.ts';
import { ThriftService } from './thrift-service.ts';

export interface FrontOptions {
  readonly engine: SqlEngine;
  /** What the workspace offers beside SQL. */
  readonly services?: (context: FrontContext) => readonly FrontService[];
  /** How long ExecuteStatement waits for a result before the client has to poll; 20 ms by default. */
  readonly directResultsWaitMs?: number;
  /** Rows a fetch brings at most; 10,000 by default. */
  readonly maxRowsPerFetch?: number;
  /** Rows in one Arrow batch, or in one file behind a link, at most; 1,000 by default. */
  readonly maxRowsPerBatch?: number;
  /** How results travel to a client that can read it; `arrow` by default, as from a workspace. */
  readonly results?: ResultForm;
  /** A token that is accepted from the start; `dapi-test-token` by default. */
  readonly token?: string;
}

/** A workspace as its clients see it: one HTTPS address for SQL, files, tokens and the catalog. */
export interface Front extends AsyncDisposable {
  /** `localhost:1234`, what a user writes as DATABRICKS_HOST. */
  readonly host: string;
  /** `https://localhost:1234`. */
  readonly origin: string;
  readonly port: number;
  /** What a user writes as DATABRICKS_HTTP_PATH. */
  readonly httpPath: string;
  /** The bearer token accepted from the start. */
  readonly token: string;
  /** For NODE_EXTRA_CA_CERTS of a child process. */
  readonly caFile: string;
  readonly tokens: AcceptedTokens;
  /** All calls, in the order of their arrival. */
  readonly calls: readonly FrontCall[];
  /** The SQL texts that were given to the engine, in the order of their start. */
  readonly statements: readonly string[];
  /** What a workspace would not have forgiven; a test expects none. */
  readonly violations: readonly string[];
  /** Sessions and operations that nobody has closed yet. */
  readonly open: { readonly sessions: number; readonly operations: number };
  /** Makes this process trust the front, until the front is closed. */
  trust(): void;
  /** Scripts a fault for calls to come; it strikes once unless told otherwise. */
  fault(match: CallMatch, fault: Fault, span?: FaultSpan): ScriptedFault;
  /** The calls of one name. */
  callsNamed(name: string): readonly FrontCall[];
  /** Resolves when a call that matches arrives, from now on. */
  nextCall(match: CallMatch): Promise<FrontCall>;
  /** Whether nobody has called, since the start or since `forgetCalls`. */
  idle(): boolean;
  /** Forgets calls and statements, and numbers calls anew from 1. */
  forgetCalls(): void;
}

const HTTP_PATH = '/sql/1.0/warehouses/0123456789abcdef';

export async function startFront(options: FrontOptions): Promise<Front> {
  const directory = await temporaryDirectory();
  const certificate = await makeCertificate(directory.path);
  const server = createServer({ key: certificate.key, cert: certificate.certificate });
  const port = await listen(server);
  const host = `localhost:${port}`;
  const token = options.token ?? 'dapi-test-token';
  const tokens = new AcceptedTokens();
  tokens.accept(token);
  const violations: string[] = [];
  const context: FrontContext = {
    origin: `https://${host}`,
    host,
    tokens,
    directory: directory.path,
    violation: (text) => violations.push(text),
  };
  const files = new ResultFiles(context);
  const thrift = new ThriftService(context, {
    files,
    results: options.results ?? 'arrow',
    engine: options.engine,
    httpPath: HTTP_PATH,
    directResultsWaitMs: options.directResultsWaitMs ?? 20,
    maxRowsPerFetch: options.maxRowsPerFetch ?? 10_000,
    maxRowsPerBatch: options.maxRowsPerBatch ?? 1000,
  });
  const log = new CallLog();
  const faults = new FaultScript();
  const exchange = new Exchange(
    context,
    [thrift, files, ...(options.services?.(context) ?? [])],
    log,
    faults,
  );
  server.on('request', (request, response) => void exchange.serve(request, response));
  const trusted = new DisposableStack();
  return {
    host,
    origin: context.origin,
    port,
    httpPath: HTTP_PATH,
    token,
    caFile: certificate.certificateFile,
    tokens,
    calls: log.calls,
    statements: thrift.statements,
    violations,
    get open() {
      return thrift.open;
    },
    trust: () => void trusted.use(trustCertificate(certificate.certificate)),
    fault: (match, fault, span = 'once') => faults.add(match, fault, span),
    callsNamed: (name) => log.calls.filter((call) => call.name === name),
    nextCall: (match) => log.next(match),
    idle: () => log.calls.length === 0,
    forgetCalls: () => {
      log.clear();
      thrift.forgetStatements();
    },
    async [Symbol.asyncDispose]() {
      trusted.dispose();
      await thrift.close();
      await close(server);
      await directory[Symbol.asyncDispose]();
    },
  };
}

/** What happens to each request: log, fault, bearer check, service. */
class Exchange {
  readonly #context: FrontContext;
  readonly #services: readonly FrontService[];
  readonly #log: CallLog;
  readonly #faults: FaultScript;

  constructor(context: FrontContext, services: readonly FrontService[], log: CallLog, faults: FaultScript) {
    this.#context = context;
    this.#services = services;
    this.#log = log;
    this.#faults = faults;
  }

  async serve(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    const request = await readRequest(incoming).catch(() => undefined);
    if (request === undefined) {
      return;
    }
    const answer = await this.#answer(request).catch((error: unknown): Answer => {
      this.#context.violation(`The front failed at ${request.method} ${request.path}: ${String(error)}`);
      return { status: 500, body: String(error) };
    });
    if (answer === 'reset') {
      incoming.socket.destroy();
    } else if (answer !== 'hang') {
      outgoing.writeHead(answer.status, answer.headers).end(answer.body);
    }
  }

  async #answer(request: FrontRequest): Promise<Answer> {
    const service = this.#services.find((one) => one.nameOf(request) !== undefined);
    const call = this.#log.add({
      name: service?.nameOf(request) ?? `${request.method} ${request.path}`,
      method: request.method,
      path: request.path,
      detail: service?.detailOf?.(request) ?? request.path,
      headers: request.headers,
      atMs: Date.now(),
    });
    const fault = this.#faults.strike(call);
    if (fault !== undefined) {
      return this.#suffer(request, fault, service);
    }
    return this.#handle(request, service);
  }

  async #handle(request: FrontRequest, service: FrontService | undefined): Promise<FrontResponse> {
    if (service === undefined) {
      this.#context.violation(`No service answers ${request.method} ${request.path}`);
      return { status: 404, body: JSON.stringify({ error_code: 'ENDPOINT_NOT_FOUND' }) };
    }
    if (service.authentication !== 'own') {
      const judgement = this.#context.tokens.judge(request.headers['authorization'], Date.now());
      if (judgement !== 'accepted') {
        return refusedToken(judgement);
      }
    }
    return service.handle(request);
  }

  async #suffer(request: FrontRequest, fault: Fault, service: FrontService | undefined): Promise<Answer> {
    switch (fault.tag) {
      case 'http':
        return fault;
      case 'expired-token':
        return refusedToken('expired');
      case 'reset-before':
        return 'reset';
      case 'reset-after':
        await this.#handle(request, service);
        return 'reset';
      case 'hang':
        return 'hang';
      case 'status-error':
      case 'session-lost':
      case 'statement-failure':
      case 'statement-hang':
        if (service?.fail === undefined) {
          throw new Error(`The service of ${request.path} knows no fault "${fault.tag}"`);
        }
        return service.fail(request, fault);
      default:
        return fault satisfies never;
    }
  }
}

type Answer = FrontResponse | 'reset' | 'hang';

/** A workspace says 403 to a token that it never gave out, and 401 to one of its own that has expired. */
function refusedToken(judgement: Exclude<TokenJudgement, 'accepted'>): FrontResponse {
  const [status, message] =
    judgement === 'expired' ? [401, 'Access token has expired.'] : [403, 'Invalid access token.'];
  return {
    status,
    headers: {
      'content-type': 'application/json',
      'x-databricks-reason-phrase': message,
      'x-thriftserver-error-message': message,
    },
    body: JSON.stringify({ error_code: String(status), message }),
  };
}

async function readRequest(incoming: IncomingMessage): Promise<FrontRequest> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) {
    chunks.push(Buffer.from(chunk));
  }
  const url = incoming.url ?? '/';
  const question = url.indexOf('?');
  return {
    method: incoming.method ?? 'GET',
    path: question < 0 ? url : url.slice(0, question),
    query: new URLSearchParams(question < 0 ? '' : url.slice(question + 1)),
    headers: Object.fromEntries(
      Object.entries(incoming.headers).map(([name, value]) => [
        name,
        Array.isArray(value) ? value.join(', ') : value,
      ]),
    ),
    body: Buffer.concat(chunks),
  };
}

async function listen(server: Server): Promise<number> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') {
    throw new Error('The front has no port');
  }
  return address.port;
}

async function close(server: Server): Promise<void> {
  const closed = once(server, 'close');
  server.close();
  server.closeAllConnections();
  await closed;
}
