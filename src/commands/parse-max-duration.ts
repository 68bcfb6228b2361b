import { duration, parseDuration } from '../config/schema/fields.ts';
import { IngestError } from '../model/ingest-error.ts';

/** Milliseconds of `50m`, in the notation of the configuration files; `undefined` for no limit. Throws `usage-invalid`. */
export function parseMaxDuration(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  if (duration().safeParse(text).success) return parseDuration(text);
  throw new IngestError('usage-invalid', `"${text}" is not a duration.`, {
    solution: 'Write a number and a unit, such as 90s, 50m or 2h.',
  });
}
