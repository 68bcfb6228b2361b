/**
 * The wait that a `Retry-After` header asks for, in milliseconds: seconds, or a date, which is set against the answer's own
 * `Date` where it has one, because the clocks of two machines differ.
 *
 * https://www.rfc-editor.org/rfc/rfc9110#field.retry-after
 */
export function parseRetryAfter(header: string | null, answeredAtMs: number): number | undefined {
  if (header === null) return undefined;
  const seconds = /^\s*([0-9]+)\s*$/.exec(header)?.[1];
  const waitMs = seconds === undefined ? Date.parse(header) - answeredAtMs : Number(seconds) * 1000;
  return Number.isFinite(waitMs) ? Math.max(0, waitMs) : undefined;
}
