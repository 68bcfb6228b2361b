import type { DatabricksSettings } from '../../model/pipeline.ts';
import { type Problem, throwProblems } from '../../model/problem.ts';
import { type DatabricksAuth, resolveAuth } from './authentication.ts';
import { type Environment, environmentOf } from './environment.ts';
import { parseWorkspaceHost, type WorkspaceHost } from './workspace-host.ts';

/** A workspace, one SQL warehouse in it, and how to sign in: all that a run needs to know of Databricks. */
export interface DatabricksConnection extends WorkspaceHost {
  /** `/sql/1.0/warehouses/<id>` */
  readonly httpPath: string;
  readonly warehouseId: string;
  readonly auth: DatabricksAuth;
}

/**
 * Completes what the configuration says with environment variables; a setting wins over its variable.
 *
 * Throws `config-invalid` (or `target-authentication-failed`, where only the job's identity is missing) with every
 * missing or wrong part at once, each under the name of its setting and of its variable. No value is quoted.
 */
export function resolveConnection(
  settings: DatabricksSettings,
  variables: Readonly<Record<string, string | undefined>>,
): DatabricksConnection {
  const environment = environmentOf(variables);
  const host = resolveHost(settings.host, environment);
  const path = resolvePath(settings.httpPath, environment);
  const auth = resolveAuth(settings.auth, environment);
  if ('code' in host || 'code' in path || 'code' in auth) {
    throwProblems([host, path, auth].filter((part) => 'code' in part));
    throw new TypeError('a problem was found and not told');
  }
  return { ...host, ...path, auth };
}

/** Application id of the service principal that a run works as, where the settings say it: GRANTs name it. */
export function principalOf(auth: DatabricksAuth): string | undefined {
  return auth.tag === 'pat' ? undefined : auth.clientId;
}

function resolveHost(setting: string | undefined, environment: Environment): WorkspaceHost | Problem {
  const text = setting ?? environment.text('DATABRICKS_HOST');
  const remedy =
    'Set target.databricks.host, or the environment variable DATABRICKS_HOST, to the host name of the workspace, such as adb-1234567890123456.7.azuredatabricks.net or dbc-a1b2c3d4-e5f6.cloud.databricks.com.';
  if (text === undefined) return invalid('The host of the Databricks workspace is missing.', remedy);
  const host = parseWorkspaceHost(text);
  if (!('refusal' in host)) return host;
  return invalid(`${nameOf(setting, 'host', 'DATABRICKS_HOST')} ${host.refusal}.`, remedy);
}

function resolvePath(
  setting: string | undefined,
  environment: Environment,
): { readonly httpPath: string; readonly warehouseId: string } | Problem {
  const id = environment.text('DATABRICKS_WAREHOUSE_ID');
  const variable = environment.text('DATABRICKS_HTTP_PATH');
  const text = setting ?? variable ?? (id === undefined ? undefined : `/sql/1.0/warehouses/${id}`);
  const remedy =
    'Set target.databricks.http_path, or the environment variable DATABRICKS_HTTP_PATH, to /sql/1.0/warehouses/<id>; it stands under "Connection details" of the SQL warehouse. DATABRICKS_WAREHOUSE_ID with the id alone serves, too.';
  if (text === undefined) return invalid('The HTTP path of the SQL warehouse is missing.', remedy);
  const warehouseId = /^\/?sql\/1\.0\/(?:warehouses|endpoints)\/([A-Za-z0-9-]+)\/?$/.exec(text.trim())?.[1];
  if (warehouseId !== undefined) return { httpPath: `/sql/1.0/warehouses/${warehouseId}`, warehouseId };
  const name =
    setting === undefined && variable === undefined
      ? 'DATABRICKS_WAREHOUSE_ID'
      : nameOf(setting, 'http_path', 'DATABRICKS_HTTP_PATH');
  const kind = /^\/?sql\/protocolv1\//.test(text.trim())
    ? 'is the path of a cluster; a SQL warehouse is needed'
    : 'is not the path of a SQL warehouse';
  return invalid(`${name} ${kind}.`, remedy);
}

function nameOf(setting: string | undefined, key: string, variable: string): string {
  return setting === undefined ? `The environment variable ${variable}` : `target.databricks.${key}`;
}

function invalid(message: string, solution: string): Problem {
  return { code: 'config-invalid', message, solution };
}
