import type { LoadedConfig } from '../config/load-config.ts';
import type { Pipeline } from '../model/pipeline.ts';
import { countDiagnostics, formatDiagnosticsText } from '../report/diagnostics-text.ts';
import { printableLine } from '../report/foreign-text.ts';
import { formatNumberOf } from '../report/quantity.ts';
import { choosePipelines } from './choose-pipelines.ts';
import { type CommandContext, coloursFor, type ExitCode } from './command-context.ts';
import { configErrorOf, loadGivenConfig } from './load-checked-config.ts';
import { type FailOn, severityExitCode } from './severity-exit-code.ts';

export interface ValidateCommandOptions {
  readonly config: readonly string[];
  readonly pipeline: string | undefined;
  readonly format: 'text' | 'json';
  /** Variables without a value are warnings: for places that have no secrets on purpose. */
  readonly allowMissingVariables: boolean;
  /** The least finding that fails; `error` unless given. */
  readonly failOn?: FailOn;
}

/** `tributary validate`. Reads files only. Throws IngestError for wrong usage. */
export async function validateCommand(
  options: ValidateCommandOptions,
  context: CommandContext,
): Promise<ExitCode> {
  const config = await loadGivenConfig({
    paths: options.config,
    ...context,
    missingVariables: options.allowMissingVariables ? 'warning' : 'error',
    lint: true,
  });
  const failed = configErrorOf(config) !== undefined;
  const pipelines = failed ? config.pipelines : choosePipelines(config.pipelines, options.pipeline);
  const text =
    options.format === 'json'
      ? formatValidationJson(config, pipelines)
      : formatValidationText(config, pipelines, coloursFor(context.stdout, context));
  context.stdout.write(text);
  return severityExitCode(config.diagnostics, options.failOn ?? 'error');
}

/** One line per valid pipeline: what it reads, and where it would write. */
export function describePipelines(pipelines: readonly Pipeline[]): readonly string[] {
  return pipelines.map(
    ({ name, source, selection, target }) =>
      `${printableLine(name)}: ${source.database} (${describeSelection(selection)}) → ${target.catalog}.${target.schema}`,
  );
}

function describeSelection({ schemas }: Pipeline['selection']): string {
  return schemas
    .map(({ name, tables }) =>
      tables === undefined
        ? `all published tables of ${name}`
        : tables.map((table) => `${name}.${table.name}`).join(', '),
    )
    .join('; ');
}

function formatValidationText(
  config: LoadedConfig,
  pipelines: readonly Pipeline[],
  colours: boolean,
): string {
  const findings = formatDiagnosticsText(config.diagnostics, { colours });
  if (configErrorOf(config) !== undefined) return findings;
  const valid = pipelines.length === 1 ? 'is valid' : 'are valid';
  const lines = [
    `${formatNumberOf(pipelines.length, 'pipeline')} ${valid}`,
    ...describePipelines(pipelines).map((line) => `  ${line}`),
  ];
  return `${findings}${lines.join('\n')}\n`;
}

function formatValidationJson(config: LoadedConfig, pipelines: readonly Pipeline[]): string {
  const document = {
    schemaVersion: 1,
    valid: configErrorOf(config) === undefined,
    summary: countDiagnostics(config.diagnostics),
    pipelines: pipelines.map(({ name }) => name),
    diagnostics: config.diagnostics,
  };
  return `${JSON.stringify(document, undefined, 2)}\n`;
}
