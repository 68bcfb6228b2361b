import { FaultScript } from '../front/fault.ts';
import { errorAnswer, type GithubAnswer, notFound } from './answer.ts';
import { ApiDescription, type Operation } from './api-description.ts';
import type { GithubCall, GithubCallLog } from './call-log.ts';
import { commentOperations } from './comment-operations.ts';
import { accountJson, FULL_NAME } from './github-json.ts';
import { issueOperations } from './issue-operations.ts';
import { labelOperations } from './label-operations.ts';
import type { GithubContext, Operations } from './operation.ts';
import { pullOperations } from './pull-operations.ts';
import { workflowOperations } from './workflow-operations.ts';

/** One HTTP request, read whole. */
export interface GithubRequest {
  readonly method: string;
  readonly url: URL;
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly text: string;
}

export interface GithubResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export interface ExchangeOptions {
  readonly context: GithubContext;
  readonly token: string;
  readonly log: GithubCallLog;
  /** What comes before every path. */
  readonly basePath: string;
}

/** One for all: reading it takes long, and compiling its schemas longer. */
let sharedDescription: ApiDescription | undefined;

/** What happens to each request: log, description, fault, token, repository, operation, description again. */
export class GithubExchange {
  readonly faults = new FaultScript();
  readonly violations: string[] = [];
  readonly #description: ApiDescription;
  readonly #options: ExchangeOptions;
  readonly #operations: Operations;
  #served = 0;

  constructor(options: ExchangeOptions) {
    sharedDescription ??= new ApiDescription();
    this.#description = sharedDescription;
    this.#options = options;
    this.#operations = {
      ...commentOperations(options.context),
      ...issueOperations(options.context),
      ...labelOperations(options.context),
      ...pullOperations(options.context),
      ...workflowOperations(options.context),
      'users/get-authenticated': () => accountAnswer(options.context),
    };
    const unanswered = this.#description.operationIds.filter((id) => this.#operations[id] === undefined);
    if (unanswered.length > 0) throw new Error(`Nobody answers ${unanswered.join(', ')}`);
  }

  answer(request: GithubRequest): GithubResponse | 'reset' | 'hang' {
    const { basePath, log } = this.#options;
    const { pathname, search, searchParams: query } = request.url;
    const path = pathname.startsWith(basePath) ? pathname.slice(basePath.length) : pathname;
    const operation = this.#description.operationOf(request.method, path);
    const { call, answered } = log.add({
      name: operation?.id ?? `${request.method} ${pathname}`,
      method: request.method,
      path,
      detail: `${path}${search} ${request.text}`,
      headers: request.headers,
      atMs: Date.now(),
      query,
      text: request.text,
      content: parseContent(request.text),
    });
    const response = this.#respondSafely(call, operation, request);
    if (typeof response !== 'string') answered(response.status);
    return response;
  }

  /** A mistake of the fake's own is no reason to leave a client waiting. */
  #respondSafely(
    call: GithubCall,
    operation: Operation | undefined,
    request: GithubRequest,
  ): GithubResponse | 'reset' | 'hang' {
    try {
      return this.#respond(call, operation, request);
    } catch (error) {
      this.#violate(call, `the fake failed: ${String(error)}`);
      return this.#written(errorAnswer(500, String(error)));
    }
  }

  #respond(
    call: GithubCall,
    operation: Operation | undefined,
    request: GithubRequest,
  ): GithubResponse | 'reset' | 'hang' {
    if (operation === undefined) {
      this.#violate(call, 'the description has no such operation');
      return this.#written(notFound());
    }
    const mistakes = this.#description.faultsOfRequest(operation, call);
    for (const mistake of mistakes) this.#violate(call, mistake);
    for (const mistake of headerMistakes(call)) this.#violate(call, mistake);
    const handle = (): GithubResponse =>
      mistakes.length > 0
        ? this.#written(errorAnswer(422, `Invalid request.\n\n${mistakes.join('\n')}`))
        : this.#checked(call, operation, this.#handle(call, operation, request));
    const fault = this.faults.strike(call);
    switch (fault?.tag) {
      case undefined:
        return handle();
      case 'http': {
        const content = parseContent(fault.body ?? '');
        return this.#checked(call, operation, { ...fault, content });
      }
      case 'reset-before':
        return 'reset';
      case 'reset-after':
        handle();
        return 'reset';
      case 'hang':
        return 'hang';
      default:
        throw new Error(`GitHub knows no fault "${fault?.tag}"`);
    }
  }

  #handle(call: GithubCall, operation: Operation, { url }: GithubRequest): GithubAnswer {
    const { context, token } = this.#options;
    const given = /^(?:token|bearer) (.*)$/i.exec(call.headers['authorization'] ?? '')?.[1];
    if (given === undefined) return errorAnswer(401, 'Requires authentication');
    if (given !== token) return errorAnswer(401, 'Bad credentials');
    const repository = `${operation.path.get('owner')}/${operation.path.get('repo')}`;
    // GitHub does not say of a repository that a token may not see whether there is one.
    if (operation.path.has('repo') && repository.toLowerCase() !== FULL_NAME) return notFound();
    const handler = this.#operations[operation.id];
    if (handler === undefined) throw new Error(`Nobody answers ${operation.id}`);
    const address = `${context.urls.api}${call.path}`;
    return handler({ path: operation.path, query: url.searchParams, content: call.content, url: address });
  }

  #checked(call: GithubCall, operation: Operation, answer: GithubAnswer): GithubResponse {
    // What goes over the wire is checked, not what it is made of.
    const response = this.#written(answer);
    const content = parseContent(response.body);
    for (const mistake of this.#description.faultsOfResponse(operation, answer.status, content)) {
      this.#violate(call, mistake);
    }
    return response;
  }

  #written({ status, headers, content }: GithubAnswer): GithubResponse {
    this.#served += 1;
    return {
      status,
      headers: {
        'content-type': 'application/json; charset=utf-8',
        'x-github-media-type': 'github.v3; format=json',
        'x-ratelimit-limit': '1000',
        'x-ratelimit-remaining': String(Math.max(1, 1000 - this.#served)),
        'x-ratelimit-used': String(this.#served),
        'x-ratelimit-reset': String(Math.floor(Date.now() / 1000) + 3600),
        'x-ratelimit-resource': 'core',
        ...headers,
      },
      body: content === undefined ? '' : JSON.stringify(content),
    };
  }

  #violate({ name, nth }: GithubCall, mistake: string): void {
    this.violations.push(`${name} (${nth}): ${mistake}`);
  }
}

/** GitHub turns a client away that does not say its name, and reads no form but JSON. */
function headerMistakes({ headers, text }: GithubCall): readonly string[] {
  const { 'user-agent': agent, 'content-type': type = '' } = headers;
  return [
    ...(agent ? [] : ['the header user-agent is missing']),
    ...(text === '' || type.startsWith('application/json') ? [] : [`the body is ${type || 'of no type'}`]),
  ];
}

/** The token of a job belongs to an installation, which has no account. */
function accountAnswer({ author, urls }: GithubContext): GithubAnswer {
  return author.type === 'Bot'
    ? errorAnswer(403, 'Resource not accessible by integration')
    : { status: 200, content: accountJson(urls, author.login) };
}

/** `undefined` for nothing, and the text itself for what is no JSON. */
function parseContent(text: string): unknown {
  if (text === '') return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
