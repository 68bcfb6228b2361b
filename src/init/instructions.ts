import { UNPINNED_ACTION } from './action-reference.ts';
import { type InitPlan, pipelinePath, planEnvironment } from './init-plan.ts';
import { buildSourceSetup } from './source-setup.ts';
import { buildCatalogGrants, buildFederationPolicies, type PlannedCatalog } from './unity-setup.ts';

/** What is left to be done by hand, in order: text for a terminal, with SQL and commands to be copied. */
export function formatInstructions(plan: InitPlan): string {
  const { target } = plan;
  const sections =
    target.tag === 'embedded'
      ? [sourceSection(plan), trialSection(plan)]
      : [
          sourceSection(plan),
          catalogSection(target),
          policySection(plan, target),
          githubSection(plan),
          workSection(plan),
        ];
  return sections
    .map(([title, ...lines], index) => `${index + 1}. ${title}\n\n${lines.join('\n')}\n`)
    .join('\n');
}

type Section = readonly [title: string, ...lines: string[]];

function sourceSection(plan: InitPlan): Section {
  return [
    `PostgreSQL, once, as an administrator of "${plan.source.database}"`,
    ...indented(buildSourceSetup(plan)),
  ];
}

function trialSection(plan: InitPlan): Section {
  const config = pipelinePath(plan);
  const variable = plan.source.passwordVariable;
  return [
    'Try it',
    ...indented([
      `tributary validate --config ${config} --allow-missing-variables`,
      `${variable}=… tributary check --config ${config}`,
      `${variable}=… tributary run --config ${config}`,
      `tributary query "SHOW TABLES" --lakehouse lakehouse.duckdb`,
    ]),
    '',
    'The lakehouse is a file of yours; keep it out of the repository. For workflows on GitHub, begin again with',
    '--target unity_catalog: the packaged Action cannot write an embedded lakehouse.',
  ];
}

function catalogSection(target: PlannedCatalog): Section {
  return [
    'Unity Catalog, as the owner of the catalog',
    ...indented(buildCatalogGrants(target)),
    '',
    'And "Can use" on the SQL warehouse, for both principals.',
  ];
}

function policySection(plan: InitPlan, target: PlannedCatalog): Section {
  return [
    'Federation policies, as an account administrator, so that no secret of Databricks is stored',
    ...indented(buildFederationPolicies(plan, target)),
    '',
    'Each environment comes in two forms; GitHub sends the second for repositories made or renamed since 15 July 2026. The ids:',
    ...indented([`gh api repos/${plan.github.repository} --jq '"\\(.owner.id) \\(.id)"'`]),
    'SERVICE_PRINCIPAL_ID is the number that the account console shows for the principal.',
  ];
}

function githubSection(plan: InitPlan): Section {
  const { repository, environment, action } = plan.github;
  const set = (kind: 'secret' | 'variable', name: string, place: string) =>
    `gh ${kind} set ${name} --repo ${repository} --env ${place}`;
  const isWarehouseKnown = plan.target.tag === 'unity_catalog' && plan.target.warehousePath !== undefined;
  const names = [
    'DATABRICKS_HOST',
    ...(isWarehouseKnown ? [] : ['DATABRICKS_HTTP_PATH']),
    'DATABRICKS_CLIENT_ID',
    'DATABRICKS_TOKEN_AUDIENCE',
  ];
  return [
    'GitHub: two environments, restricted to who may see what they hold',
    ...indented(
      [environment, planEnvironment(plan.github)].flatMap((place) => [
        `gh api --method PUT repos/${repository}/environments/${place}`,
        set('secret', plan.source.passwordVariable, place),
        ...names.map((name) => set('variable', name, place)),
      ]),
    ),
    ...(action.startsWith(UNPINNED_ACTION)
      ? ['', `In the workflows, write the repository and the commit of the release for ${UNPINNED_ACTION}.`]
      : []),
  ];
}

function workSection(plan: InitPlan): Section {
  return [
    'Prove it, and begin',
    ...indented([
      `tributary validate --config ${pipelinePath(plan)} --allow-missing-variables`,
      `gh workflow run tributary-sync.yml --repo ${plan.github.repository} -f command=check`,
      `gh workflow run tributary-sync.yml --repo ${plan.github.repository}`,
    ]),
  ];
}

function indented(lines: readonly string[]): string[] {
  return lines.map((line) => `   ${line}`);
}
