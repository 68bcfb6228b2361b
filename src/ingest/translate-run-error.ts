import { IngestError } from '../model/ingest-error.ts';

/** What ended a run, in its own words; a run that was told to give up was interrupted, whatever broke because of it. */
export function translateRunError(error: unknown, isAbandoned: boolean): IngestError {
  if (isAbandoned) {
    return new IngestError('interrupted', 'The run was interrupted; what was not finished was dropped.', {
      solution: 'Run again: nothing is lost, the next run goes on from the checkpoint.',
      cause: error,
    });
  }
  if (error instanceof IngestError) return error;
  return new IngestError(
    'internal-error',
    `Something went wrong that Tributary did not expect (${describeUnexpected(error)}).`,
    {
      solution: 'Please report it, with this message. The next run goes on from the checkpoint.',
      cause: error,
    },
  );
}

/** What went wrong and where, without the error's own words: they might hold a value. */
function describeUnexpected(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const frame = /^\s+at (.+)$/m.exec(error.stack ?? '')?.[1] ?? 'an unknown place';
  return `${error.name} at ${frame.replace(/\(.*[/\\]/, '(')}`;
}
