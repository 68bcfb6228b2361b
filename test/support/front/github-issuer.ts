import { generateKeyPairSync, randomUUID, sign, verify } from 'node:crypto';
import { jsonAnswer } from './json-answer.ts';
import type { FrontContext, FrontRequest, FrontResponse, FrontService } from './service.ts';

/** What GitHub knows of a job. */
export interface GithubJob {
  readonly owner: string;
  readonly ownerId: string;
  readonly repository: string;
  readonly repositoryId: string;
  readonly ref: string;
  readonly eventName: string;
  readonly environment: string | undefined;
  /** Repositories made or renamed since 2026-07-15 have their ids in the subject. */
  readonly subjectForm: 'names' | 'names-and-ids';
}

export const SAMPLE_JOB: GithubJob = {
  owner: 'acme',
  ownerId: '4711',
  repository: 'pipelines',
  repositoryId: '815',
  ref: 'refs/heads/main',
  eventName: 'schedule',
  environment: 'production',
  subjectForm: 'names',
};

export const GITHUB_ISSUER = 'https://token.actions.githubusercontent.com';
const PATH = '/actions/idtoken/00000000-0000-4000-8000-000000000001';
/** GitHub's own. */
const LIFE_SECONDS = 300;

/** The service of GitHub that gives a job its identity token, on the front's address. */
export interface GithubIssuer extends FrontService {
  /** What the runner sets in a job with `id-token: write`, besides what every job has. */
  readonly environment: Readonly<Record<string, string>>;
  /** How many tokens it has made. */
  readonly issued: number;
}

export function githubIssuer(context: FrontContext, job: GithubJob = SAMPLE_JOB): GithubIssuer {
  const requestToken = randomUUID();
  let issued = 0;
  return {
    authentication: 'own',
    environment: {
      ...githubVariables(job),
      ACTIONS_ID_TOKEN_REQUEST_URL: `${context.origin}${PATH}?api-version=2.0`,
      ACTIONS_ID_TOKEN_REQUEST_TOKEN: requestToken,
    },
    get issued() {
      return issued;
    },
    nameOf: ({ method, path }) => (method === 'GET' && path === PATH ? 'identity token' : undefined),
    handle: async (request) => {
      const refusal = refuse(request, requestToken);
      if (refusal !== undefined) return refusal;
      issued += 1;
      const audience = request.query.get('audience') ?? '';
      return jsonAnswer(200, { count: 1, value: signIdentity(identityClaims(job, audience)) });
    },
  };
}

/** The variables of every job. */
function githubVariables(job: GithubJob): Readonly<Record<string, string>> {
  return {
    GITHUB_ACTIONS: 'true',
    GITHUB_REPOSITORY: `${job.owner}/${job.repository}`,
    GITHUB_REPOSITORY_ID: job.repositoryId,
    GITHUB_REPOSITORY_OWNER: job.owner,
    GITHUB_REPOSITORY_OWNER_ID: job.ownerId,
    GITHUB_REF: job.ref,
    GITHUB_EVENT_NAME: job.eventName,
  };
}

function refuse(request: FrontRequest, requestToken: string): FrontResponse | undefined {
  if (request.headers['authorization'] !== `bearer ${requestToken}`) {
    return jsonAnswer(401, { message: 'The request token is wrong' });
  }
  if (request.query.get('api-version') !== '2.0' || !request.query.get('audience')) {
    return jsonAnswer(400, { message: 'A parameter is missing' });
  }
  return undefined;
}

export function subjectOf(job: GithubJob): string {
  const prefix =
    job.subjectForm === 'names'
      ? `repo:${job.owner}/${job.repository}`
      : `repo:${job.owner}@${job.ownerId}/${job.repository}@${job.repositoryId}`;
  if (job.environment !== undefined) return `${prefix}:environment:${job.environment}`;
  return job.eventName === 'pull_request' ? `${prefix}:pull_request` : `${prefix}:ref:${job.ref}`;
}

function identityClaims(job: GithubJob, audience: string) {
  const nowSeconds = Math.floor(Date.now() / 1000);
  return {
    jti: randomUUID(),
    iss: GITHUB_ISSUER,
    aud: audience,
    sub: subjectOf(job),
    nbf: nowSeconds - 60,
    iat: nowSeconds,
    exp: nowSeconds + LIFE_SECONDS,
    repository: `${job.owner}/${job.repository}`,
    repository_id: job.repositoryId,
    repository_owner: job.owner,
    repository_owner_id: job.ownerId,
    ref: job.ref,
    event_name: job.eventName,
    ...(job.environment === undefined ? {} : { environment: job.environment }),
  };
}

/** One key for all tests of a process: making one takes long. */
const KEYS = generateKeyPairSync('rsa', { modulusLength: 2048 });

function signIdentity(claims: Readonly<Record<string, string | number>>): string {
  const encode = (part: object): string => Buffer.from(JSON.stringify(part)).toString('base64url');
  const signed = `${encode({ typ: 'JWT', alg: 'RS256', kid: 'test' })}.${encode(claims)}`;
  return `${signed}.${sign('sha256', Buffer.from(signed), KEYS.privateKey).toString('base64url')}`;
}

/** The claims of a token that this issuer signed and that has not expired; `undefined` for any other. */
export function verifyIdentity(token: string): ReadonlyMap<string, unknown> | undefined {
  const [head, payload = '', signature = ''] = token.split('.');
  const isSigned = verify(
    'sha256',
    Buffer.from(`${head}.${payload}`),
    KEYS.publicKey,
    Buffer.from(signature, 'base64url'),
  );
  if (!isSigned) return undefined;
  const content: object = JSON.parse(Buffer.from(payload, 'base64url').toString('utf8'));
  const claims = new Map<string, unknown>(Object.entries(content));
  return Number(claims.get('exp')) * 1000 > Date.now() ? claims : undefined;
}
