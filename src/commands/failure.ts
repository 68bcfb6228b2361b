import { IngestError } from '../model/ingest-error.ts';
import type { ErrorReport } from '../model/run-report.ts';

/** Whatever was thrown, as the one kind of error that is shown. What nobody foresaw is a fault of this program. */
export function toIngestError(error: unknown): IngestError {
  if (error instanceof IngestError) return error;
  const message = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return new IngestError('internal-error', `Something unforeseen happened. ${message}`, { cause: error });
}

export function errorReportOf({ code, message, solution }: IngestError): ErrorReport {
  return { code, message, solution: solution ?? null };
}
