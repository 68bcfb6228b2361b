import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import {
  init_node_20_polyfills
} from "./part-KSWFSZFM.mjs";

// src/warehouse/databricks/federation-help.ts
init_node_20_polyfills();
function missingIdentityProblem(facts) {
  if (!facts.inActions) {
    return {
      code: "target-authentication-failed",
      message: "There is no identity token to exchange for a Databricks token: this is not a job of GitHub Actions.",
      solution: "Run it in GitHub Actions, or set DATABRICKS_OIDC_TOKEN or DATABRICKS_OIDC_TOKEN_FILEPATH, or sign in by DATABRICKS_CLIENT_ID and DATABRICKS_CLIENT_SECRET, or by DATABRICKS_TOKEN."
    };
  }
  const fork = facts.eventName?.startsWith("pull_request") === true;
  return {
    code: "target-authentication-failed",
    message: `GitHub gives this job no identity token${fork ? ", as always in a pull request from a fork" : ""}: the job has no permission for it.`,
    solution: [
      "Give the job this permission (permissions that are not listed are then none):",
      "permissions:",
      "  contents: read",
      "  id-token: write",
      ...fork ? [
        "A pull request from a fork never gets it: run against Databricks on schedule, push or dispatch only."
      ] : []
    ].join("\n")
  };
}
function refusedExchangeProblem(refused) {
  const { claims } = refused;
  if (claims === void 0) {
    return {
      code: "target-authentication-failed",
      message: `Databricks (${refused.host}) refused the identity token (${refused.answer}), which is not a JWT with an issuer and a subject.`,
      solution: "Check where the identity token comes from: DATABRICKS_OIDC_TOKEN or DATABRICKS_OIDC_TOKEN_FILEPATH."
    };
  }
  return {
    code: "target-authentication-failed",
    message: [
      `Databricks (${refused.host}) refused the identity of this job (${refused.answer}):`,
      `  issuer     ${claims.issuer}`,
      `  audience   ${claims.audiences.join(", ")}`,
      `  subject    ${claims.subject}`,
      `  client id  ${refused.clientId ?? "(none: an account-wide policy is meant)"}`
    ].join("\n"),
    solution: policyRemedy(refused.clientId, claims, refused.facts)
  };
}
function policyRemedy(clientId, claims, facts) {
  const other = otherSubjectForm(claims.subject, {
    repositoryId: claims.repositoryId ?? facts.repositoryId,
    ownerId: claims.ownerId ?? facts.ownerId
  });
  return [
    clientId === void 0 ? "Set DATABRICKS_CLIENT_ID to the application id of the service principal that has a federation policy; or check that a policy of the whole account says exactly this. An account administrator makes one by:" : "Check that the client id is the application id of the service principal, and that one of its federation policies says exactly this. An account administrator makes one by (the id is the number that the account console shows for the principal):",
    policyCommand(clientId, claims),
    ...other === void 0 ? [] : [
      `If there is a policy for the subject ${other}: that is the other form of the same; GitHub sends the one above for this repository.`
    ],
    ...hasVaryingSubject(claims.subject) ? [
      'The subject depends on what starts the workflow. With "environment: production" in the job it is always the same.'
    ] : []
  ].join("\n");
}
function policyCommand(clientId, claims) {
  const policy = JSON.stringify({
    oidc_policy: { issuer: claims.issuer, audiences: claims.audiences, subject: claims.subject }
  });
  const command = clientId === void 0 ? "federation-policy create" : "service-principal-federation-policy create SERVICE_PRINCIPAL_ID";
  return `databricks account ${command} --json '${policy.replaceAll("'", "'\\''")}'`;
}
function otherSubjectForm(subject, ids) {
  const parts = /^repo:([^/@:]+)(@[0-9]+)?\/([^/@:]+)(@[0-9]+)?:(.+)$/s.exec(subject);
  if (parts === null) return void 0;
  const [, owner, ownerMark, name, nameMark, rest] = parts;
  if (ownerMark !== void 0 || nameMark !== void 0) return `repo:${owner}/${name}:${rest}`;
  if (ids.repositoryId === void 0 || ids.ownerId === void 0) return void 0;
  return `repo:${owner}@${ids.ownerId}/${name}@${ids.repositoryId}:${rest}`;
}
function hasVaryingSubject(subject) {
  return /^repo:[^:]+:(?:ref:|pull_request$)/.test(subject);
}

export {
  missingIdentityProblem,
  refusedExchangeProblem,
  policyCommand,
  otherSubjectForm
};
