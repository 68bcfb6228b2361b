import type { DatabricksAuthSettings, TargetSettings, UnityCatalogTarget } from '../model/pipeline.ts';
import type { CostPerHour } from '../model/run-cost.ts';
import { Secret } from '../model/secret.ts';
import { isOwnProperty } from './check-table-properties.ts';
import type { ConfigDocument } from './config-document.ts';
import { absolutePath } from './resolve-source.ts';
import type { DatabricksSection } from './schema/databricks.ts';
import { parseByteSize, parseDuration } from './schema/fields.ts';
import type { TargetSection, UnityCatalogSection } from './schema/target.ts';
import { resolveVolume } from './volume-name.ts';

/** The target that a section without errors describes. */
export function buildTarget(
  document: ConfigDocument,
  target: TargetSection,
  workingDirectory: string,
): TargetSettings {
  switch (target.type) {
    case 'embedded':
      return {
        tag: 'embedded',
        path: absolutePath(target.path, document, workingDirectory),
        ...targetNames(target),
        memoryLimitBytes: parseByteSize(target.memory_limit),
      };
    case 'unity_catalog':
      return buildUnityCatalog(target);
    default:
      return target satisfies never;
  }
}

function targetNames(target: TargetSection): Pick<TargetSettings, 'catalog' | 'schema' | 'stateSchema'> {
  return {
    catalog: target.catalog,
    schema: target.schema,
    stateSchema: target.state_schema ?? target.schema,
  };
}

function buildUnityCatalog(target: UnityCatalogSection): UnityCatalogTarget {
  const properties = Object.entries(target.table_properties)
    .filter(([name]) => !isOwnProperty(name))
    .map(([name, value]) => [name, String(value)] as const);
  return {
    tag: 'unity_catalog',
    ...targetNames(target),
    databricks: {
      host: target.databricks.host,
      httpPath: target.databricks.http_path,
      auth: buildAuth(target.databricks.auth),
    },
    volume: resolveVolume(target),
    tableProperties: new Map(properties),
    clustering: target.clustering,
    statementTimeoutMs: parseDuration(target.statement_timeout),
    costPerHour: buildCost(target.databricks),
  };
}

function buildCost({ cost_per_hour, currency }: DatabricksSection): CostPerHour | undefined {
  return cost_per_hour === undefined ? undefined : { amount: cost_per_hour, currency };
}

function buildAuth(auth: DatabricksSection['auth']): DatabricksAuthSettings | undefined {
  switch (auth?.type) {
    case 'pat':
      return { tag: 'pat', token: secretOf(auth.token) };
    case 'oauth_m2m':
      return { tag: 'oauth-m2m', clientId: auth.client_id, clientSecret: secretOf(auth.client_secret) };
    case 'github_oidc':
      return { tag: 'github-oidc', clientId: auth.client_id, audience: auth.audience };
    case undefined:
      return undefined;
    default:
      return auth satisfies never;
  }
}

function secretOf(value: string | undefined): Secret | undefined {
  return value === undefined ? undefined : new Secret(value);
}
