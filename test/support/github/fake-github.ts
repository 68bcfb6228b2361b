import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { CallMatch, FaultSpan, ScriptedFault } from '../front/fault.ts';
import { type GithubCall, GithubCallLog } from './call-log.ts';
import { GithubExchange } from './exchange.ts';
import type { GithubFault } from './faults.ts';
import { DEFAULT_BRANCH, FULL_NAME } from './github-json.ts';
import {
  ACTIONS_BOT,
  type GithubAuthor,
  type GithubComment,
  type GithubIssue,
  type GithubPull,
  GithubState,
  type GithubWorkflow,
} from './github-state.ts';
import type { GithubPermissions } from './operation.ts';

export interface FakeGithubOptions {
  /** The token that is accepted; `ghs_emulated` by default. */
  readonly token?: string;
  /** What the token may; whatever is not named, it may write. */
  readonly permissions?: Partial<GithubPermissions>;
  /** Whom the token stands for: the job's own bot by default. A `User` has a token of their own. */
  readonly author?: GithubAuthor;
  /** By default a clock of its own, which starts at 2026-11-22T06:00:00Z and gains a second each time it is read. */
  readonly now?: () => Date;
  /** The workflows of the repository; `tributary-backfill.yml`, which takes any inputs, by default. */
  readonly workflows?: readonly (Pick<GithubWorkflow, 'file'> & Partial<GithubWorkflow>)[];
  /** Logins that an issue can be assigned to; `octocat` by default. */
  readonly collaborators?: readonly string[];
  /** `/api/v3` for what an own server of a company looks like; empty by default. */
  readonly basePath?: string;
}

/** A pull request as a test makes it: all but the number has a default. */
export type NewPull = Partial<Omit<GithubIssue, 'pull'> & GithubPull>;

/**
 * GitHub's REST API with the one repository `octo/pipelines`, as far as the description of the operations in
 * `openapi.json` goes, with GitHub's own pages, permissions, limits and refusals.
 *
 * Every request and every response is held against that description. Disposal throws where one did not conform.
 */
export interface FakeGithub extends AsyncDisposable {
  /** For GITHUB_API_URL, or an Octokit's `baseUrl`. */
  readonly apiUrl: string;
  /** For GITHUB_SERVER_URL: where the links lead. Nothing answers there. */
  readonly serverUrl: string;
  /** For GITHUB_GRAPHQL_URL. Any call of it is a violation. */
  readonly graphqlUrl: string;
  readonly token: string;
  /** What the repository holds; a test may change it, as other people do. */
  readonly state: GithubState;
  /** All calls, in the order of their arrival. */
  readonly calls: readonly GithubCall[];
  /** The calls that change something, those refused included. */
  readonly writes: readonly GithubCall[];
  /** What did not conform, in words. */
  readonly violations: readonly string[];
  /** The calls of one operation: `issues/create-comment`. */
  callsNamed(operation: string): readonly GithubCall[];
  /** Resolves when a call that matches arrives, from now on. */
  nextCall(match: CallMatch): Promise<GithubCall>;
  /** Scripts a fault for calls to come, by operation; it strikes once unless told otherwise. */
  fault(match: CallMatch, fault: GithubFault, span?: FaultSpan): ScriptedFault;
  /** Changes what the token may, from now on. */
  permit(permissions: Partial<GithubPermissions>): void;
  /** Issues and pull requests by number. */
  issue(number: number): GithubIssue;
  /** Of an issue or pull request, oldest first. */
  commentsOf(issueNumber: number): readonly GithubComment[];
  /** Somebody opens a pull request: number 7, one changed file, of the same repository, unless told otherwise. */
  addPull(pull?: NewPull): GithubIssue;
  /** Forgets the calls, and numbers calls anew from 1. */
  forgetCalls(): void;
  /** Takes the violations away, for a test that has made them on purpose. */
  takeViolations(): readonly string[];
  /** Throws where a request or a response did not conform, or a secret was sent. */
  assertConform(secrets?: readonly string[]): void;
}

export const DEFAULT_TOKEN = 'ghs_emulated';
export const OCTOCAT: GithubAuthor = { login: 'octocat', type: 'User' };
const SERVER_URL = 'https://github.com';
const DEFAULT_WORKFLOWS = [{ file: 'tributary-backfill.yml' }];

export async function startGithub(options: FakeGithubOptions = {}): Promise<FakeGithub> {
  const server = createServer();
  const origin = await listen(server);
  const apiUrl = `${origin}${options.basePath ?? ''}`;
  const graphqlUrl = options.basePath === undefined ? `${origin}/graphql` : `${origin}/api/graphql`;
  const state = new GithubState(options.now ?? steadyClock());
  for (const workflow of options.workflows ?? DEFAULT_WORKFLOWS) {
    state.workflows.push({ id: state.nextId(), dispatchable: true, inputs: undefined, ...workflow });
  }
  const token = options.token ?? DEFAULT_TOKEN;
  const context = {
    state,
    urls: { api: apiUrl, server: SERVER_URL },
    author: options.author ?? ACTIONS_BOT,
    permissions: withAll(options.permissions),
    collaborators: options.collaborators ?? [OCTOCAT.login],
  };
  const log = new GithubCallLog();
  const exchange = new GithubExchange({ context, token, log, basePath: options.basePath ?? '' });
  server.on('request', (request, response) => void serve(exchange, request, response));
  const assertConform = (secrets: readonly string[] = []): void => {
    const faults = [...exchange.violations, ...leaks(log.calls, [token, ...secrets])];
    if (faults.length > 0) throw new Error(`GitHub would not have it:\n${faults.join('\n')}`);
  };
  return {
    ...{ apiUrl, serverUrl: SERVER_URL, graphqlUrl, token, state },
    calls: log.calls,
    get writes() {
      return log.calls.filter(({ method }) => method !== 'GET');
    },
    violations: exchange.violations,
    callsNamed: (operation) => log.calls.filter(({ name }) => name === operation),
    nextCall: (match) => log.next(match),
    fault: (match, fault, span = 'once') => exchange.faults.add(match, fault, span),
    permit: (permissions) => {
      context.permissions = { ...context.permissions, ...permissions };
    },
    issue: (number) => requireIssue(state, number),
    commentsOf: (issueNumber) => state.commentsOf(issueNumber),
    addPull: (pull) => addPull(state, pull),
    forgetCalls: () => log.clear(),
    takeViolations: () => exchange.violations.splice(0),
    assertConform,
    async [Symbol.asyncDispose]() {
      await close(server);
      assertConform();
    },
  };
}

/** The same times in every run, and no two the same. */
function steadyClock(): () => Date {
  let nowMs = Date.parse('2026-11-22T06:00:00Z');
  return () => {
    nowMs += 1000;
    return new Date(nowMs);
  };
}

function withAll(permissions: Partial<GithubPermissions> = {}): GithubPermissions {
  return { issues: 'write', 'pull-requests': 'write', actions: 'write', ...permissions };
}

function requireIssue(state: GithubState, number: number): GithubIssue {
  const issue = state.issues.get(number);
  if (issue === undefined) throw new Error(`There is no issue ${number}`);
  return issue;
}

function addPull(state: GithubState, pull: NewPull = {}): GithubIssue {
  const {
    headSha = 'a'.repeat(40),
    headRef = 'add-orders',
    headRepository = FULL_NAME,
    baseSha = 'b'.repeat(40),
    baseRef = DEFAULT_BRANCH,
    draft = false,
    files = [{ filename: 'pipelines/orders.yml', status: 'modified', patch: '@@ -1 +1 @@\n-a: 1\n+a: 2' }],
    ...issue
  } = pull;
  return state.addIssue({
    author: OCTOCAT,
    title: 'Add orders',
    number: state.issues.has(7) ? state.nextNumber() : 7,
    ...issue,
    pull: { headSha, headRef, headRepository, baseSha, baseRef, draft, files },
  });
}

/** Where a secret went to GitHub other than as the token of a call, in any of its spellings on the wire. */
function leaks(calls: readonly GithubCall[], secrets: readonly string[]): readonly string[] {
  return calls.flatMap((call) => {
    const { authorization: _, ...headers } = call.headers;
    const sent = [
      decodeURIComponent(call.path),
      ...call.query.values(),
      call.text,
      ...Object.values(headers),
    ];
    return secrets
      .filter((secret) => secret !== '')
      .flatMap((secret) => [secret, JSON.stringify(secret).slice(1, -1), encodeURIComponent(secret)])
      .some((form) => sent.some((text) => text?.includes(form)))
      ? [`${call.name}: a secret is sent`]
      : [];
  });
}

async function serve(
  exchange: GithubExchange,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
): Promise<void> {
  const chunks: Buffer[] = [];
  try {
    for await (const chunk of incoming) chunks.push(Buffer.from(chunk));
  } catch {
    // The client went away in the middle of its request, so there is nobody to answer.
    return;
  }
  const answer = exchange.answer({
    method: incoming.method ?? 'GET',
    url: new URL(incoming.url ?? '/', `http://${incoming.headers.host}`),
    headers: Object.fromEntries(
      Object.entries(incoming.headers).map(([name, value]) => [name, value?.toString()]),
    ),
    text: Buffer.concat(chunks).toString('utf8'),
  });
  if (answer === 'reset') incoming.socket.destroy();
  else if (answer !== 'hang') outgoing.writeHead(answer.status, answer.headers).end(answer.body);
}

async function listen(server: Server): Promise<string> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The fake GitHub has no port');
  return `http://127.0.0.1:${address.port}`;
}

async function close(server: Server): Promise<void> {
  const closed = once(server, 'close');
  server.close();
  server.closeAllConnections();
  await closed;
}
