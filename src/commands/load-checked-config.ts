import { type LoadConfigOptions, type LoadedConfig, loadConfig } from '../config/load-config.ts';
import { IngestError } from '../model/ingest-error.ts';
import { countDiagnostics, isError } from '../report/diagnostics-text.ts';
import type { OutputGuard } from './output-guard.ts';

/**
 * Loads a configuration; from here on the guard, if there is one, hides its secrets. Throws `usage-invalid` when no path is
 * given at all; findings are in the result.
 */
export async function loadGivenConfig(
  options: LoadConfigOptions & { readonly guard?: OutputGuard | undefined },
): Promise<LoadedConfig> {
  if (options.paths.length === 0)
    throw new IngestError('usage-invalid', 'No configuration is given.', {
      solution:
        'Name the files, directories or globs, such as --config pipelines/ (in a workflow: the input config).',
    });
  const config = await loadConfig(options);
  options.guard?.protect(config.pipelines, options.environment);
  return config;
}

/** The error that findings amount to; `undefined` when none of them keeps a pipeline from running. */
export function configErrorOf({ diagnostics }: LoadedConfig): IngestError | undefined {
  if (!diagnostics.some(isError)) return undefined;
  return new IngestError('config-invalid', `The configuration has ${countDiagnostics(diagnostics)}.`, {
    solution:
      'Mend what is listed with file, line and column. "tributary validate" checks without a database.',
  });
}
