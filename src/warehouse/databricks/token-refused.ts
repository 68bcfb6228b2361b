import { IngestError } from '../../model/ingest-error.ts';
import type { DatabricksConnection } from './connection.ts';

/** Databricks refused a token twice, a new one included. Says what that means for the way of signing in; no token. */
export function tokenRefused({ host, auth }: Pick<DatabricksConnection, 'host' | 'auth'>): IngestError {
  switch (auth.tag) {
    case 'pat':
      return refused(`Databricks (${host}) refused the personal access token.`, [
        'It may have expired, been revoked, or belong to another workspace. Make a new one and put it into DATABRICKS_TOKEN.',
      ]);
    case 'oauth-m2m':
    case 'github-oidc':
      return refused(
        `Databricks (${host}) refuses the access token that it gave to the service principal${auth.clientId === undefined ? '' : ` ${auth.clientId}`}.`,
        [
          'Check that the service principal is assigned to this workspace and active, and has the entitlements "Workspace access" and "Databricks SQL access".',
        ],
      );
    default:
      return auth satisfies never;
  }
}

function refused(message: string, solution: readonly string[]): IngestError {
  return new IngestError('target-authentication-failed', message, { solution: solution.join('\n') });
}
