import { FENCED_TEXT, UNRESOLVED_TEXT } from '../../model/dialect.ts';
import { IngestError } from '../../model/ingest-error.ts';

/** Whether a MERGE has failed because it met a row that it cannot complete. */
export function isUnresolved(error: unknown): boolean {
  const cause = error instanceof IngestError ? error.cause : error;
  return cause instanceof Error && cause.message.includes(UNRESOLVED_TEXT);
}

/**
 * Translates what DuckDB throws. Its errors carry no code, only a class name at the head of the message
 * (`IO Error: …`), and the operating system's words behind it.
 *
 * The message of a failed statement is not repeated: it may quote a row's value.
 */
export function translateDuckdbError(error: unknown, path: string, doing: string): IngestError {
  if (error instanceof IngestError) return error;
  const message = error instanceof Error ? error.message : String(error);
  if (message.includes(FENCED_TEXT)) {
    return new IngestError(
      'checkpoint-fenced',
      'Another run has taken this pipeline over; this one wrote nothing more.',
      {
        solution: 'Nothing to do if that run goes on. Keep one run of a pipeline at a time.',
        cause: error,
      },
    );
  }
  if (/could not set lock|conflicting lock/i.test(message)) {
    const holder = /PID (\d+)/.exec(message)?.[1];
    return new IngestError(
      'target-locked',
      `The lakehouse ${path} is open in another program${holder === undefined ? '' : ` (process ${holder})`}.`,
      {
        solution: 'Close it there: DuckDB lets one process write. The next run goes on from the checkpoint.',
        cause: error,
      },
    );
  }
  if (/no space left|disk is full|ENOSPC/i.test(message)) {
    return new IngestError('disk-full', `The disk is full while ${doing}: ${path}`, {
      solution: 'Free space there; nothing is lost, the next run goes on from the checkpoint.',
      cause: error,
    });
  }
  if (/permission denied|read-only|read only/i.test(message)) {
    return new IngestError('target-read-only', `The lakehouse ${path} cannot be written.`, {
      solution: 'Check the permissions of the file and of its directory, or set target.path.',
      cause: error,
    });
  }
  if (message.includes('INTERRUPT')) {
    return new IngestError('interrupted', `Interrupted while ${doing}.`, { cause: error });
  }
  if (/out of memory/i.test(message)) {
    return new IngestError('target-query-failed', `DuckDB ran out of its memory limit while ${doing}.`, {
      solution: 'Raise target.memory_limit.',
      cause: error,
    });
  }
  if (/^Catalog Error: Table with name .* does not exist/.test(message)) {
    return new IngestError('target-table-mismatch', `A table of the lakehouse ${path} is gone (${doing}).`, {
      solution:
        'Put it back, or load it anew: tributary run --config … --reload SCHEMA.TABLE (in a workflow: command backfill, mode refresh)',
      cause: error,
    });
  }
  if (
    /cannot open file|could not (read|open)|not a valid duckdb|does not exist|no such file/i.test(message)
  ) {
    return new IngestError('target-unavailable', `The lakehouse ${path} cannot be opened (${doing}).`, {
      solution: 'Check target.path: it must be a DuckDB file, or a place where one can be made.',
      cause: error,
    });
  }
  const kind = /^([A-Za-z ]+Error)/.exec(message)?.[1] ?? 'an error';
  return new IngestError('target-query-failed', `DuckDB refused a statement while ${doing} (${kind}).`, {
    solution: 'This should not happen. Please report it with the run report.',
    cause: error,
  });
}
