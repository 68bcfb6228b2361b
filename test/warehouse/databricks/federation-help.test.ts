import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Problem } from '../../../src/model/problem.ts';
import {
  missingIdentityProblem,
  otherSubjectForm,
  refusedExchangeProblem,
} from '../../../src/warehouse/databricks/federation-help.ts';
import type { GithubFacts } from '../../../src/warehouse/databricks/github-facts.ts';
import type { IdentityClaims } from '../../../src/warehouse/databricks/identity-claims.ts';

const FACTS: GithubFacts = {
  inActions: true,
  repository: 'acme/pipelines',
  repositoryId: '815',
  ownerId: '4711',
  ref: 'refs/heads/main',
  eventName: 'schedule',
};
const CLAIMS: IdentityClaims = {
  issuer: 'https://token.actions.githubusercontent.com',
  audiences: ['https://dbc-1.cloud.databricks.com/oidc/v1/token'],
  subject: 'repo:acme/pipelines:environment:production',
  repositoryId: '815',
  ownerId: '4711',
};
const REFUSED = {
  host: 'dbc-1.cloud.databricks.com',
  clientId: '11111111-2222-3333-4444-555555555555',
  answer: 'HTTP 400, invalid_grant',
  claims: CLAIMS,
  facts: FACTS,
};

function textOf({ code, message, solution }: Problem): string {
  return `${code}: ${message}\n\n${solution}\n`;
}

describe('help with a refused identity', () => {
  it.each([
    ['environment', REFUSED],
    [
      'ids',
      { ...REFUSED, claims: { ...CLAIMS, subject: 'repo:acme@4711/pipelines@815:environment:production' } },
    ],
    ['branch', { ...REFUSED, claims: { ...CLAIMS, subject: 'repo:acme/pipelines:ref:refs/heads/main' } }],
    ['account-wide', { ...REFUSED, clientId: undefined }],
    [
      'foreign-issuer',
      { ...REFUSED, claims: { ...CLAIMS, issuer: 'https://gitlab.example', subject: "o'brien" } },
    ],
    ['no-jwt', { ...REFUSED, claims: undefined }],
  ])('shows what came, and the policy that would match: %s', async (name, refused) => {
    await expect(textOf(refusedExchangeProblem(refused))).toMatchFileSnapshot(
      `golden/federation-${name}.txt`,
    );
  });

  it('prints a command that a shell reads as the policy, whatever the subject', () => {
    fc.assert(
      fc.property(fc.string(), (subject) => {
        const { solution } = refusedExchangeProblem({ ...REFUSED, claims: { ...CLAIMS, subject } });
        const quoted = /--json ('(?:[^']|'\\'')*')$/m.exec(solution)?.[1] ?? '';
        const policy: unknown = JSON.parse(quoted.slice(1, -1).replaceAll("'\\''", "'"));
        expect(policy).toEqual({
          oidc_policy: { issuer: CLAIMS.issuer, audiences: CLAIMS.audiences, subject },
        });
      }),
    );
  });

  it('says of a pull request that a fork never gets an identity', () => {
    const { message, solution } = missingIdentityProblem({ ...FACTS, eventName: 'pull_request_target' });
    expect(message).toContain('fork');
    expect(solution).toContain('id-token: write');
    expect(missingIdentityProblem(FACTS).message).not.toContain('fork');
  });
});

describe('the two forms of a subject', () => {
  const ids = { repositoryId: '815', ownerId: '4711' };
  const name = fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9._-]{0,20}$/);
  const rest = fc.constantFrom(
    'environment:prod',
    'ref:refs/heads/a:b@c/d',
    'pull_request',
    'environment:a b',
  );

  it('turn into each other', () => {
    fc.assert(
      fc.property(name, name, rest, (owner, repository, tail) => {
        const plain = `repo:${owner}/${repository}:${tail}`;
        const withIds = `repo:${owner}@4711/${repository}@815:${tail}`;
        expect(otherSubjectForm(plain, ids)).toBe(withIds);
        expect(otherSubjectForm(withIds, ids)).toBe(plain);
      }),
    );
  });

  it('are not guessed where ids are unknown or the subject is no repository', () => {
    const unknown = { repositoryId: undefined, ownerId: '1' };
    expect(otherSubjectForm('repo:acme/pipelines:pull_request', unknown)).toBeUndefined();
    expect(otherSubjectForm('somebody', ids)).toBeUndefined();
  });
});
