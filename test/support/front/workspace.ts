import { join } from 'node:path';
import { cannedEngine } from './canned-engine.ts';
import { catalogService } from './catalog-service.ts';
import { filesService } from './files-service.ts';
import { type Front, startFront } from './front.ts';
import { type GithubIssuer, type GithubJob, githubIssuer } from './github-issuer.ts';
import { MemoryCatalog } from './memory-catalog.ts';
import { type OidcOptions, oidcService } from './oidc-service.ts';
import type { SqlEngine } from './service.ts';
import type { TableCatalog } from './table-catalog.ts';
import { type WarehouseService, warehouseService } from './warehouse-service.ts';

export interface WorkspaceOptions<Catalog extends TableCatalog> extends OidcOptions {
  /** One that knows no statement by default. */
  readonly engine?: SqlEngine;
  /** Made in the front's directory. */
  readonly catalog: (directory: string) => Catalog;
  readonly job?: GithubJob;
  /** Entries of a page of a directory's listing. */
  readonly pageSize?: number;
}

/** A front with everything that a workspace offers beside SQL, and GitHub's issuer. This process trusts it. */
export interface Workspace<Catalog extends TableCatalog> extends AsyncDisposable {
  readonly front: Front;
  readonly catalog: Catalog;
  readonly issuer: GithubIssuer;
  readonly warehouse: WarehouseService;
}

export type MemoryWorkspace = Workspace<MemoryCatalog>;

/** A workspace with a catalog in memory, which has the catalog `main` and the schema `main.ops`. */
export async function startWorkspace(
  options: Omit<WorkspaceOptions<MemoryCatalog>, 'catalog'> = {},
): Promise<MemoryWorkspace> {
  return startWorkspaceOver({
    ...options,
    catalog: (directory) => new MemoryCatalog(join(directory, 'volumes'), ['main', 'main.ops']),
  });
}

/** A workspace over a catalog of one's own. */
export async function startWorkspaceOver<Catalog extends TableCatalog>(
  options: WorkspaceOptions<Catalog>,
): Promise<Workspace<Catalog>> {
  const made: Omit<Workspace<Catalog>, 'front' | typeof Symbol.asyncDispose>[] = [];
  const front = await startFront({
    engine: options.engine ?? cannedEngine([]),
    services: (context) => {
      const catalog = options.catalog(context.directory);
      const issuer = githubIssuer(context, options.job);
      const warehouse = warehouseService('0123456789abcdef');
      made.push({ catalog, issuer, warehouse });
      return [
        oidcService(context, options),
        issuer,
        warehouse,
        filesService(catalog, options),
        catalogService(catalog),
      ];
    },
  });
  const [parts] = made;
  if (parts === undefined) throw new Error('The front asked for no services');
  front.trust();
  return { front, ...parts, [Symbol.asyncDispose]: () => front[Symbol.asyncDispose]() };
}
