import { otherSubjectForm, policyCommand } from '../warehouse/databricks/federation-help.ts';
import { type GithubPlace, type InitPlan, type PlannedTarget, planEnvironment } from './init-plan.ts';

export type PlannedCatalog = Extract<PlannedTarget, { readonly tag: 'unity_catalog' }>;

const ISSUER = 'https://token.actions.githubusercontent.com';

/**
 * The grants in Unity Catalog. Whoever runs makes schemas and volume itself, and owns what it makes; whoever plans only
 * reads, and can be given that after the first run.
 */
export function buildCatalogGrants({ catalog, schema, principal }: PlannedCatalog): readonly string[] {
  const runs = quote(principal ?? 'APPLICATION_ID');
  const plans = quote('APPLICATION_ID_OF_PLAN');
  return [
    `GRANT USE CATALOG, CREATE SCHEMA ON CATALOG ${quote(catalog)} TO ${runs};`,
    `-- For plans of pull requests, after the first run: a principal of their own, which only reads.`,
    `GRANT USE CATALOG ON CATALOG ${quote(catalog)} TO ${plans};`,
    `GRANT USE SCHEMA, SELECT ON SCHEMA ${quote(catalog)}.${quote(schema)} TO ${plans};`,
  ];
}

/** The commands that make the federation policies: for runs and for plans, each subject in both of its forms. */
export function buildFederationPolicies(plan: InitPlan, target: PlannedCatalog): readonly string[] {
  const audiences = [target.account ?? 'DATABRICKS_ACCOUNT_ID'];
  const principal = target.principal ?? 'APPLICATION_ID';
  const runs = plan.github.environment;
  return [runs, planEnvironment(plan.github)].flatMap((environment) => [
    `# environment ${environment}, for the principal that ${environment === runs ? 'runs' : 'plans'}`,
    ...subjectsOf(plan.github, environment).map((subject) =>
      policyCommand(principal, { issuer: ISSUER, audiences, subject }),
    ),
  ]);
}

/** The subject as GitHub writes it for older repositories, and for those made or renamed since 2026-07-15. */
function subjectsOf({ repository }: GithubPlace, environment: string): readonly string[] {
  const subject = `repo:${repository}:environment:${environment}`;
  const other = otherSubjectForm(subject, { repositoryId: 'REPOSITORY_ID', ownerId: 'OWNER_ID' });
  return other === undefined ? [subject] : [subject, other];
}

function quote(name: string): string {
  return `\`${name.replaceAll('`', '``')}\``;
}
