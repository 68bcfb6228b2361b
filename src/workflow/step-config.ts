import { configErrorOf, loadGivenConfig } from '../commands/load-checked-config.ts';
import { pathInRepository } from '../commands/repository-path.ts';
import { knownSecretsOf } from '../commands/secrets-of.ts';
import type { LoadedConfig } from '../config/load-config.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import { annotationsOf } from '../report/annotations.ts';
import { formatDiagnosticsMarkdown } from '../report/diagnostics-markdown.ts';
import { formatDiagnosticsText } from '../report/diagnostics-text.ts';
import { createRedactor, type KnownSecret } from '../report/redactor.ts';
import { changedLinesOfMerge } from './changed-lines-of-merge.ts';
import type { Step } from './step.ts';

export const PLAIN = { colours: false };

/** Loads the configuration, hides its secrets from here on, and marks what is found on its lines. */
export async function loadStepConfig(
  step: Step,
  /** `review`: of the text alone, as a pull request wants it, where variables may be missing. */
  purpose: 'review' | 'use',
): Promise<LoadedConfig> {
  const { inputs, environment, workingDirectory, log } = step;
  const config = await loadGivenConfig({
    paths: inputs.config,
    environment,
    workingDirectory,
    missingVariables: purpose === 'review' ? 'warning' : 'error',
    lint: purpose === 'review',
  });
  log.protect(createRedactor([...knownSecretsOf(config.pipelines, environment), ...ownSecrets(step)]));
  await markFindings(step, config.diagnostics);
  return config;
}

function ownSecrets({ inputs: { githubToken, scratchUrl } }: Step): readonly KnownSecret[] {
  return [
    ...(githubToken === undefined ? [] : [{ value: githubToken.reveal() }]),
    ...(scratchUrl === undefined ? [] : secretsOfUrl(scratchUrl.reveal())),
  ];
}

/** A password that is the user's own name hides nothing, and the word would be missing everywhere. */
function secretsOfUrl(url: string): readonly KnownSecret[] {
  const { username, password } = URL.canParse(url) ? new URL(url) : { username: '', password: '' };
  if (password === '' || password === username) return [{ value: url }];
  return [{ value: url }, { value: password }, { value: decoded(password), user: decoded(username) }];
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/** Marks findings on the lines of their files, and lists all of them in the log. */
export async function markFindings(
  { workingDirectory, workspace, event, log }: Step,
  diagnostics: readonly Diagnostic[],
): Promise<void> {
  const inRepository = (file: string): string => pathInRepository(file, workingDirectory, workspace);
  const files = [...new Set(diagnostics.map(({ file }) => inRepository(file)))];
  const changed =
    event.eventName === 'pull_request' ? await changedLinesOfMerge(workspace, files) : undefined;
  log.annotate(annotationsOf(diagnostics, inRepository, changed));
  if (diagnostics.length > 0) log.group('All findings', formatDiagnosticsText(diagnostics, PLAIN));
}

/** The same, for commands that cannot do without a right configuration: throws the error that its findings amount to. */
export async function loadRightConfig(step: Step): Promise<LoadedConfig> {
  const config = await loadStepConfig(step, 'use');
  // Nobody looks for the table of findings before the verdict.
  if (config.diagnostics.length > 0) step.log.append(formatDiagnosticsMarkdown(config.diagnostics));
  const error = configErrorOf(config);
  if (error !== undefined) throw error;
  return config;
}
