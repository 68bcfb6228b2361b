import type { UnityCatalogTarget } from '../../src/model/pipeline.ts';
import type { RunReport } from '../../src/model/run-report.ts';
import { resolveConnection } from '../../src/warehouse/databricks/connection.ts';
import { databricksWarehouse } from '../../src/warehouse/databricks/databricks-warehouse.ts';
import { openTokenSource } from '../../src/warehouse/databricks/open-token-source.ts';
import { MemoryCatalog } from './front/memory-catalog.ts';
import type { FederationPolicy } from './front/oidc-service.ts';
import { type StateEngine, stateEngine } from './front/state-engine.ts';
import type { StateRow } from './front/state-table.ts';
import { startWorkspaceOver, type Workspace } from './front/workspace.ts';
import { SAMPLE_FEDERATION } from './runner-databricks.ts';
import { UNITY_TARGET } from './sample-pipeline.ts';
import { temporaryDirectory } from './temporary-directory.ts';
import { TestPipeline } from './test-pipeline.ts';
import { virtualPace } from './virtual-pace.ts';

export type Environment = Readonly<Record<string, string>>;

/** What has come of a pipeline, as far as a run that fails must not touch it. */
export interface Standing {
  readonly confirmedLsn: bigint;
  /** Without epoch and run: a run claims the checkpoint before it does anything that may fail. */
  readonly checkpoint: Pick<StateRow, 'lsn' | 'document'> | undefined;
  /** How many runs have written a checkpoint. */
  readonly runs: number;
}

/** PostgreSQL, the real driver and a workspace that keeps checkpoints: whole runs, in which no wait takes time. */
export interface FrontPipeline extends AsyncDisposable {
  readonly source: TestPipeline;
  readonly workspace: Workspace<MemoryCatalog>;
  readonly engine: StateEngine;
  readonly target: UnityCatalogTarget;
  /** What a run takes from the environment: it signs in by the identity of a job. */
  readonly environment: Environment;
  /** Whom the workspace lets in by identity; a test may take them away. */
  readonly policies: FederationPolicy[];
  /** One run, with these changes to the environment. */
  run(changes?: Environment): Promise<RunReport>;
  standing(): Promise<Standing>;
}

/** Runs the SQL at the source, and publishes all tables. */
export async function openFrontPipeline(setup: string): Promise<FrontPipeline> {
  await using stack = new AsyncDisposableStack();
  const volumes = stack.use(await temporaryDirectory());
  const source = stack.use(await TestPipeline.open(setup));
  const target = UNITY_TARGET;
  const catalog = new MemoryCatalog(volumes.path, [target.catalog]);
  const engine = stateEngine({ catalog });
  const policies = [...(SAMPLE_FEDERATION.policies ?? [])];
  const workspace = stack.use(
    await startWorkspaceOver({ engine, catalog: () => catalog, ...SAMPLE_FEDERATION, policies }),
  );
  const { front, issuer } = workspace;
  const [policy] = policies;
  const environment: Environment = {
    DATABRICKS_HOST: front.host,
    DATABRICKS_HTTP_PATH: front.httpPath,
    DATABRICKS_CLIENT_ID: policy?.clientId ?? '',
    ...issuer.environment,
  };
  const pipeline = { ...source.pipeline, target };
  const owned = stack.move();
  return {
    source,
    workspace,
    engine,
    target,
    environment,
    policies,
    run: (changes = {}) => {
      const connection = resolveConnection(target.databricks, { ...environment, ...changes });
      const pace = virtualPace();
      return source.run({
        pipeline,
        warehouse: {
          open: (signal) =>
            databricksWarehouse({
              target,
              connection,
              tokens: openTokenSource(connection, { signal, pace }),
              userAgent: 'Tributary/test',
              queryTags: { tributary_pipeline: pipeline.name },
              pace,
            }).open(signal),
        },
      });
    },
    standing: async () => {
      const state = engine.state(`${target.catalog}.${target.stateSchema}._tributary_checkpoint`);
      const row = state.checkpoint(pipeline.name);
      return {
        confirmedLsn: await source.confirmedFlushLsn(),
        checkpoint: row === undefined ? undefined : { lsn: row.lsn, document: row.document },
        runs: state.history(pipeline.name).size,
      };
    },
    [Symbol.asyncDispose]: () => owned.disposeAsync(),
  };
}
