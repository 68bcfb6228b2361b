import { access } from 'node:fs/promises';
import { resolve } from 'node:path';
import { IngestError } from '../model/ingest-error.ts';
import type { Lakehouse, LakehouseFile } from '../query/lakehouse.ts';
import { formatQueryResult, type QueryFormat } from '../query/query-result.ts';
import { choosePipelines } from './choose-pipelines.ts';
import type { CommandContext, ExitCode } from './command-context.ts';
import { loadGivenConfig } from './load-checked-config.ts';
import { explainMissingPackage } from './open-warehouse.ts';

export interface QueryCommandOptions {
  readonly sql: string;
  readonly lakehouse: string | undefined;
  readonly config: readonly string[];
  readonly pipeline: string | undefined;
  readonly format: QueryFormat;
}

/** The catalog's name in queries, unless a configuration says otherwise; also that setting's default. */
const DEFAULT_CATALOG = 'lakehouse';
/** Where a configuration without `target.path` puts the lakehouse, and where the demo leaves it. */
const USUAL_PLACES = ['lakehouse.duckdb', '.tributary/demo/lakehouse.duckdb'];

/** `tributary query`. Reads the embedded lakehouse. Throws IngestError for whatever goes wrong. */
export async function queryCommand(options: QueryCommandOptions, context: CommandContext): Promise<ExitCode> {
  using lakehouse = await openLakehouse(await locateLakehouse(options, context));
  context.stdout.write(formatQueryResult(await lakehouse.query(options.sql), options.format));
  return 0;
}

async function openLakehouse(file: LakehouseFile): Promise<Lakehouse> {
  const { Lakehouse } = await import('../query/lakehouse.ts').catch(explainMissingPackage);
  return await Lakehouse.open(file);
}

/** In this order: the option, the configuration's target, TRIBUTARY_LAKEHOUSE, the usual places. */
async function locateLakehouse(
  options: QueryCommandOptions,
  context: CommandContext,
): Promise<LakehouseFile> {
  if (options.lakehouse !== undefined && options.config.length > 0)
    throw new IngestError('usage-invalid', 'Give --lakehouse or --config, not both.');
  if (options.config.length > 0) return await configuredLakehouse(options, context);
  const { TRIBUTARY_LAKEHOUSE: fromEnvironment } = context.environment;
  const given = options.lakehouse ?? nonEmpty(fromEnvironment);
  const path = given ?? (await firstExisting(USUAL_PLACES, context.workingDirectory));
  if (path !== undefined) return { path: resolve(context.workingDirectory, path), catalog: DEFAULT_CATALOG };
  throw new IngestError('usage-invalid', 'There is no lakehouse file in the usual places.', {
    solution: `Name it: --lakehouse FILE, or --config with the pipeline's configuration, or TRIBUTARY_LAKEHOUSE. Looked for: ${USUAL_PLACES.join(', ')}`,
  });
}

/** Secrets are not needed to read a file, so variables may be missing. */
async function configuredLakehouse(
  options: QueryCommandOptions,
  context: CommandContext,
): Promise<LakehouseFile> {
  const { pipelines } = await loadGivenConfig({
    paths: options.config,
    ...context,
    missingVariables: 'warning',
    // What the lakehouse holds is shown as it is.
    guard: undefined,
  });
  const files = choosePipelines(pipelines, options.pipeline).flatMap(({ target }) =>
    target.tag === 'embedded' ? [{ path: target.path, catalog: target.catalog }] : [],
  );
  const [first, ...others] = files;
  if (first === undefined)
    throw new IngestError('usage-invalid', 'No pipeline of this configuration has target.type: embedded.', {
      solution: 'Check the configuration with "tributary validate", or name the file with --lakehouse.',
    });
  if (others.every(({ path, catalog }) => path === first.path && catalog === first.catalog)) return first;
  throw new IngestError('usage-invalid', 'The pipelines of this configuration have different lakehouses.', {
    solution: 'Choose one with --pipeline NAME.',
  });
}

async function firstExisting(paths: readonly string[], directory: string): Promise<string | undefined> {
  for (const path of paths) {
    const exists = await access(resolve(directory, path)).then(
      () => true,
      () => false,
    );
    if (exists) return path;
  }
  return undefined;
}

function nonEmpty(text: string | undefined): string | undefined {
  return text === '' ? undefined : text;
}
