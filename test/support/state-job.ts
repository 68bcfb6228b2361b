import { readdir } from 'node:fs/promises';
import type { FrontCall } from './front/call-log.ts';
import { MemoryCatalog } from './front/memory-catalog.ts';
import type { SqlEngine } from './front/service.ts';
import { stateEngine } from './front/state-engine.ts';
import type { StateRow } from './front/state-table.ts';
import { startWorkspaceOver, type Workspace } from './front/workspace.ts';
import { type FakeGithub, type FakeGithubOptions, startGithub } from './github/fake-github.ts';
import {
  type DatabricksJob,
  type DatabricksJobOptions,
  openDatabricksJob,
  SAMPLE_FEDERATION,
} from './runner-databricks.ts';
import { temporaryDirectory } from './temporary-directory.ts';

/** A scheduled job whose workspace keeps definitions and checkpoints, and a GitHub for what it has to say. */
export interface StateJob extends AsyncDisposable {
  readonly job: DatabricksJob;
  readonly workspace: Workspace<MemoryCatalog>;
  readonly github: FakeGithub;
  checkpoint(): StateRow | undefined;
  /** Names of the staged files that are still there. */
  stagedFiles(): Promise<readonly string[]>;
  /** Makes the n-th MERGE into `orders` from now on hang; resolves when it is under way. */
  hangAtMerge(nth?: number): Promise<unknown>;
  /** Makes the n-th MERGE into `orders` from now on wait, before it looks at anything, until this is done. */
  holdMerge(nth: number, meanwhile: () => Promise<void>): void;
}

/** A MERGE into the table `orders`. */
export const ORDERS_MERGE = /^MERGE INTO `lakehouse`\.`\w+`\.`orders`/;

export async function openStateJob(
  options: DatabricksJobOptions & { readonly github?: FakeGithubOptions } = {},
): Promise<StateJob> {
  await using stack = new AsyncDisposableStack();
  const volumes = stack.use(await temporaryDirectory());
  const catalog = new MemoryCatalog(volumes.path, ['lakehouse']);
  const engine = stateEngine({ catalog });
  const held: { left: number; readonly meanwhile: () => Promise<void> }[] = [];
  const patient: SqlEngine = {
    openSession: async (...options) => {
      const session = await engine.openSession(...options);
      return {
        execute: async (statement, signal) => {
          for (const one of held) if (ORDERS_MERGE.test(statement) && --one.left === 0) await one.meanwhile();
          return session.execute(statement, signal);
        },
        close: () => session.close(),
      };
    },
  };
  const workspace = stack.use(
    await startWorkspaceOver({ engine: patient, catalog: () => catalog, ...SAMPLE_FEDERATION }),
  );
  const github = stack.use(await startGithub(options.github));
  const job = stack.use(await openDatabricksJob(workspace, 'lakehouse', options));
  const { front } = workspace;
  const owned = stack.move();
  return {
    job,
    workspace,
    github,
    checkpoint: () => engine.state(`${job.schema}._tributary_checkpoint`).checkpoint(job.pipeline),
    stagedFiles: async () => {
      const volume = await catalog.volume(job.volume);
      const names = volume === undefined ? [] : await readdir(volume.directory, { recursive: true });
      return names.filter((name) => name.endsWith('.parquet'));
    },
    hangAtMerge: (nth = 1) => {
      front.fault(nthMerge(nth), { tag: 'statement-hang' });
      return front.nextCall(nthMerge(nth)).then(() => front.nextCall('GetOperationStatus'));
    },
    holdMerge: (nth, meanwhile) => void held.push({ left: nth, meanwhile }),
    [Symbol.asyncDispose]: () => owned.disposeAsync(),
  };
}

function nthMerge(nth: number): (call: FrontCall) => boolean {
  let seen = 0;
  return ({ name, detail }) => {
    if (name !== 'ExecuteStatement' || !ORDERS_MERGE.test(detail)) return false;
    seen += 1;
    return seen === nth;
  };
}
