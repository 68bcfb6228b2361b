import { errorAnswer, type GithubAnswer } from './answer.ts';
import type { GithubUrls } from './github-json.ts';
import type { GithubAuthor, GithubIssue, GithubState } from './github-state.ts';

/** One call of an operation that the description has. */
export interface OperationRequest {
  /** Values of the path, decoded. */
  readonly path: ReadonlyMap<string, string>;
  readonly query: URLSearchParams;
  /** Parsed JSON; `undefined` for none. */
  readonly content: unknown;
  /** The whole address, without query. */
  readonly url: string;
}

/** By the id of the operation. */
export type Operations = Readonly<Record<string, (request: OperationRequest) => GithubAnswer>>;

/** What operations work on, and on whose behalf. */
export interface GithubContext {
  readonly state: GithubState;
  readonly urls: GithubUrls;
  /** Whom the token stands for. */
  readonly author: GithubAuthor;
  readonly permissions: GithubPermissions;
  /** Logins that an issue can be assigned to. */
  readonly collaborators: readonly string[];
}

export type PermissionLevel = 'none' | 'read' | 'write';

/** As under `permissions:` in a workflow. */
export interface GithubPermissions {
  readonly issues: PermissionLevel;
  readonly 'pull-requests': PermissionLevel;
  readonly actions: PermissionLevel;
}

/** What the token of a pull request from a fork, or from Dependabot, may at most. */
export const READ_ONLY: GithubPermissions = { issues: 'read', 'pull-requests': 'read', actions: 'read' };

const RANK: Readonly<Record<PermissionLevel, number>> = { none: 0, read: 1, write: 2 };

/** GitHub's refusal, unless the token has one of these permissions at that level. */
export function refusal(
  { permissions }: GithubContext,
  level: 'read' | 'write',
  anyOf: readonly (keyof GithubPermissions)[],
): GithubAnswer | undefined {
  if (anyOf.some((name) => RANK[permissions[name]] >= RANK[level])) return undefined;
  const accepted = anyOf.map((name) => `${name.replace('-', '_')}=${level}`).join('; ');
  return errorAnswer(403, 'Resource not accessible by integration', {
    'x-accepted-github-permissions': accepted,
  });
}

/** Either permission is good for the conversation of a pull request, and only one for that of an issue. */
export function permissionsFor(issue: GithubIssue | undefined): readonly (keyof GithubPermissions)[] {
  return issue !== undefined && issue.pull === undefined ? ['issues'] : ['issues', 'pull-requests'];
}

const MAX_BODY_CHARACTERS = 65_536;

/** Counted in code points, as GitHub counts. */
export function isTooLong(body: string): boolean {
  return body.length > MAX_BODY_CHARACTERS && [...body].length > MAX_BODY_CHARACTERS;
}

export function numberOf(request: OperationRequest, name: string): number {
  return Number(request.path.get(name));
}
