import { IngestError } from '../model/ingest-error.ts';

/** Says which of DuckDB's functions failed, which is nothing to its user. */
const EXTRACT_PREFIX = /^Failed to extract statements: /;

/**
 * Translates what DuckDB throws at a reader. Unlike in a run its own message is passed on: the user wrote the
 * statement, and it points at the word that is wrong. `path` is given while the file is being opened.
 */
export function translateQueryError(error: unknown, path: string | undefined): IngestError {
  if (error instanceof IngestError) return error;
  const message = error instanceof Error ? error.message : String(error);
  const options = { cause: error };
  if (path !== undefined) return translateOpenError(message, path, options);
  if (message.includes('read-only mode')) {
    return new IngestError('usage-invalid', 'A query reads the lakehouse; it cannot change it.', {
      solution:
        'Only runs write to it. To keep a result, use --format csv or --format json and redirect the output.',
      ...options,
    });
  }
  return new IngestError('usage-invalid', message.replace(EXTRACT_PREFIX, ''), {
    solution: 'tributary query "SHOW TABLES" lists the tables, and "DESCRIBE <table>" the columns of one.',
    ...options,
  });
}

function translateOpenError(
  message: string,
  path: string,
  options: { readonly cause: unknown },
): IngestError {
  if (/could not set lock|conflicting lock/i.test(message)) {
    return new IngestError('target-locked', `The lakehouse ${path} is being written by another program.`, {
      solution: 'Wait until the run that holds it has ended, and ask again.',
      ...options,
    });
  }
  if (/permission denied/i.test(message)) {
    return new IngestError('target-permission-denied', `The lakehouse ${path} may not be read.`, {
      solution: 'Check the permissions of the file and of its directory.',
      ...options,
    });
  }
  return new IngestError('usage-invalid', `The file ${path} is not a lakehouse that this version can read.`, {
    solution: 'Give the DuckDB file of a pipeline with target.type: embedded.',
    ...options,
  });
}
