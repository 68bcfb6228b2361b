import { relative, resolve, sep } from 'node:path';
import { foretellMigrations } from '../commands/foretell-migrations.ts';
import { rowEstimates } from '../commands/plan-pipelines.ts';
import type { ChangedFile } from '../foretell/changed-files.ts';
import type { ForetoldReport } from '../model/foretold.ts';
import { IngestError } from '../model/ingest-error.ts';
import type { Pipeline } from '../model/pipeline.ts';
import type { PlanReport } from '../model/plan-report.ts';
import type { PullFile } from '../report/github/github-api.ts';
import type { Step } from './step.ts';

/**
 * What the pull request's migrations will do; `undefined` where none are asked about, none are changed, or it is not known
 * which. Throws IngestError for paths or a scratch database that cannot be used.
 */
export async function foretellStepMigrations(
  step: Step,
  pipelines: readonly Pipeline[],
  plans: readonly PlanReport[],
): Promise<ForetoldReport | undefined> {
  const { inputs, workingDirectory } = step;
  if (inputs.migrations.length === 0) return undefined;
  const changes = await changesOfPull(step);
  if (changes === undefined) return undefined;
  if (inputs.scratchUrl === undefined)
    throw new IngestError('usage-invalid', 'There are migrations, and no PostgreSQL to try them out on.', {
      solution:
        'Give the input scratch-url, such as that of a service container of the job: postgresql://postgres:postgres@localhost:5432/postgres',
    });
  return await foretellMigrations({
    migrations: inputs.migrations,
    workingDirectory,
    changes,
    pipelines,
    scratch: { tag: 'given', url: inputs.scratchUrl, holdsBase: false },
    baseSchema: inputs.baseSchema,
    rows: rowEstimates(plans),
  });
}

/** GitHub knows what a pull request changes; a shallow clone does not. */
async function changesOfPull({
  event,
  openGithub,
  log,
  workspace,
  workingDirectory,
}: Step): Promise<readonly ChangedFile[] | undefined> {
  if (event.pullNumber === undefined) {
    log.text('Migrations are foretold for pull requests only.');
    return undefined;
  }
  const api = openGithub === undefined ? undefined : await openGithub(log.redactor);
  const files = await api?.listPullFiles(event.pullNumber);
  if (files?.tag === 'answered') {
    const directory = relative(workspace, workingDirectory);
    return files.data
      .flatMap(changesOfFile)
      .map((file) => ({ ...file, path: pathFrom(directory, file.path) }));
  }
  log.warning(
    `What the migrations will do is not foretold, because nobody can tell which ones the pull request changes. ${files?.reason ?? 'There is no github-token.'}`,
  );
  return undefined;
}

/** A renamed file is a new one under its new name. */
function changesOfFile({ path, status, previousPath }: PullFile): readonly ChangedFile[] {
  const gone: readonly ChangedFile[] =
    previousPath === null ? [] : [{ path: previousPath, status: 'removed' }];
  if (status === 'removed') return [{ path, status: 'removed' }];
  return [{ path, status: status === 'modified' || status === 'changed' ? 'modified' : 'added' }, ...gone];
}

/** GitHub's paths start at the repository. */
function pathFrom(directory: string, path: string): string {
  return relative(resolve('/', directory), resolve('/', path)).split(sep).join('/');
}
