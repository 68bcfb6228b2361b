import { databricksProbe } from '../check/databricks-probe.ts';
import type { TargetProbe } from '../check/target-probe.ts';
import type { Pipeline, UnityCatalogTarget } from '../model/pipeline.ts';
import { resolveConnection } from '../warehouse/databricks/connection.ts';
import type { DatabricksWarehouseOptions } from '../warehouse/databricks/databricks-warehouse.ts';
import { openTokenSource } from '../warehouse/databricks/open-token-source.ts';
import { REAL_PACE } from '../warehouse/databricks/pace.ts';
import { restClient } from '../warehouse/databricks/rest-client.ts';
import type { WarehouseOpener } from '../warehouse/warehouse.ts';
import { VERSION } from './version.ts';

type Environment = Readonly<Record<string, string | undefined>>;

const USER_AGENT = `Tributary/${VERSION}`;

/**
 * The warehouse of a Unity Catalog target, with what its configuration leaves out taken from the environment. Contacts
 * nothing. Throws IngestError `config-invalid` or `target-authentication-failed` for what neither of them says.
 */
export function openDatabricks(
  { name }: Pipeline,
  target: UnityCatalogTarget,
  environment: Environment,
): WarehouseOpener {
  const connection = resolveConnection(target.databricks, environment);
  return openerOf((signal) => ({
    target,
    connection,
    tokens: openTokenSource(connection, { signal }),
    userAgent: USER_AGENT,
    queryTags: { tributary_pipeline: name },
  }));
}

/** What `check` asks such a target with. Contacts nothing; throws as `openDatabricks` does. */
export function openDatabricksProbe(
  pipeline: Pipeline,
  target: UnityCatalogTarget,
  environment: Environment,
): TargetProbe {
  const connection = resolveConnection(target.databricks, environment);
  const { signal } = new AbortController();
  const tokens = openTokenSource(connection, { signal });
  return databricksProbe({
    pipeline,
    target,
    connection,
    rest: restClient({ connection, tokens, userAgent: USER_AGENT, pace: REAL_PACE, signal }),
    opener: openerOf(() => ({ target, connection, tokens, userAgent: USER_AGENT })),
    signal,
    nowMs: () => performance.now(),
  });
}

/** The driver is large, and a run with nothing to do ends without it: it is loaded when the warehouse is opened. */
function openerOf(optionsFor: (signal: AbortSignal) => DatabricksWarehouseOptions): WarehouseOpener {
  return {
    open: async (signal) => {
      const { databricksWarehouse } = await import('../warehouse/databricks/databricks-warehouse.ts');
      return databricksWarehouse(optionsFor(signal)).open(signal);
    },
  };
}
