import type { Problem } from '../../model/problem.ts';
import type { GithubFacts } from './github-facts.ts';
import type { IdentityClaims } from './identity-claims.ts';

/** What is known when Databricks has refused to exchange an identity token; never the token itself. */
export interface RefusedExchange {
  readonly host: string;
  readonly clientId: string | undefined;
  /** HTTP status and the error's word, such as `HTTP 400, invalid_grant`. */
  readonly answer: string;
  /** `undefined` when the token could not be read as a JWT. */
  readonly claims: IdentityClaims | undefined;
  readonly facts: GithubFacts;
}

/** Why there is no identity token to exchange, and how the job gets one. */
export function missingIdentityProblem(facts: GithubFacts): Problem {
  if (!facts.inActions) {
    return {
      code: 'target-authentication-failed',
      message:
        'There is no identity token to exchange for a Databricks token: this is not a job of GitHub Actions.',
      solution:
        'Run it in GitHub Actions, or set DATABRICKS_OIDC_TOKEN or DATABRICKS_OIDC_TOKEN_FILEPATH, or sign in by DATABRICKS_CLIENT_ID and DATABRICKS_CLIENT_SECRET, or by DATABRICKS_TOKEN.',
    };
  }
  const fork = facts.eventName?.startsWith('pull_request') === true;
  return {
    code: 'target-authentication-failed',
    message: `GitHub gives this job no identity token${fork ? ', as always in a pull request from a fork' : ''}: the job has no permission for it.`,
    solution: [
      'Give the job this permission (permissions that are not listed are then none):',
      'permissions:',
      '  contents: read',
      '  id-token: write',
      ...(fork
        ? [
            'A pull request from a fork never gets it: run against Databricks on schedule, push or dispatch only.',
          ]
        : []),
    ].join('\n'),
  };
}

/** What was refused and the federation policy that would have matched, ready to be pasted. */
export function refusedExchangeProblem(refused: RefusedExchange): Problem {
  const { claims } = refused;
  if (claims === undefined) {
    return {
      code: 'target-authentication-failed',
      message: `Databricks (${refused.host}) refused the identity token (${refused.answer}), which is not a JWT with an issuer and a subject.`,
      solution:
        'Check where the identity token comes from: DATABRICKS_OIDC_TOKEN or DATABRICKS_OIDC_TOKEN_FILEPATH.',
    };
  }
  return {
    code: 'target-authentication-failed',
    message: [
      `Databricks (${refused.host}) refused the identity of this job (${refused.answer}):`,
      `  issuer     ${claims.issuer}`,
      `  audience   ${claims.audiences.join(', ')}`,
      `  subject    ${claims.subject}`,
      `  client id  ${refused.clientId ?? '(none: an account-wide policy is meant)'}`,
    ].join('\n'),
    solution: policyRemedy(refused.clientId, claims, refused.facts),
  };
}

function policyRemedy(clientId: string | undefined, claims: IdentityClaims, facts: GithubFacts): string {
  const other = otherSubjectForm(claims.subject, {
    repositoryId: claims.repositoryId ?? facts.repositoryId,
    ownerId: claims.ownerId ?? facts.ownerId,
  });
  return [
    clientId === undefined
      ? 'Set DATABRICKS_CLIENT_ID to the application id of the service principal that has a federation policy; or check that a policy of the whole account says exactly this. An account administrator makes one by:'
      : 'Check that the client id is the application id of the service principal, and that one of its federation policies says exactly this. An account administrator makes one by (the id is the number that the account console shows for the principal):',
    policyCommand(clientId, claims),
    ...(other === undefined
      ? []
      : [
          `If there is a policy for the subject ${other}: that is the other form of the same; GitHub sends the one above for this repository.`,
        ]),
    ...(hasVaryingSubject(claims.subject)
      ? [
          'The subject depends on what starts the workflow. With "environment: production" in the job it is always the same.',
        ]
      : []),
  ].join('\n');
}

/**
 * The command of Databricks' own CLI that makes the policy for these claims, of the service principal or (without a client
 * id) of the whole account. An account administrator runs it.
 */
export function policyCommand(
  clientId: string | undefined,
  claims: Pick<IdentityClaims, 'issuer' | 'audiences' | 'subject'>,
): string {
  const policy = JSON.stringify({
    oidc_policy: { issuer: claims.issuer, audiences: claims.audiences, subject: claims.subject },
  });
  const command =
    clientId === undefined
      ? 'federation-policy create'
      : 'service-principal-federation-policy create SERVICE_PRINCIPAL_ID';
  return `databricks account ${command} --json '${policy.replaceAll("'", "'\\''")}'`;
}

/**
 * GitHub writes a subject as `repo:owner/name:…`, and for repositories made or renamed since 2026-07-15 as
 * `repo:owner@id/name@id:…`. Gives the form that did not come; `undefined` where it cannot be told.
 */
export function otherSubjectForm(
  subject: string,
  ids: { readonly repositoryId: string | undefined; readonly ownerId: string | undefined },
): string | undefined {
  const parts = /^repo:([^/@:]+)(@[0-9]+)?\/([^/@:]+)(@[0-9]+)?:(.+)$/s.exec(subject);
  if (parts === null) return undefined;
  const [, owner, ownerMark, name, nameMark, rest] = parts;
  if (ownerMark !== undefined || nameMark !== undefined) return `repo:${owner}/${name}:${rest}`;
  if (ids.repositoryId === undefined || ids.ownerId === undefined) return undefined;
  return `repo:${owner}@${ids.ownerId}/${name}@${ids.repositoryId}:${rest}`;
}

function hasVaryingSubject(subject: string): boolean {
  return /^repo:[^:]+:(?:ref:|pull_request$)/.test(subject);
}
