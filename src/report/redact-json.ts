import type { Redactor } from './redactor.ts';

/**
 * JSON with its secrets hidden, indented and with a line end. Texts alone are looked into, so that it stays JSON whatever the
 * secrets are: a password of digits is not looked for in numbers. Throws SyntaxError for what is no JSON.
 */
export function redactJson(json: string, redactor: Redactor): string {
  const redacted = (_: string, value: unknown): unknown =>
    typeof value === 'string' ? redactor.redact(value) : value;
  return `${JSON.stringify(JSON.parse(json), redacted, 2)}\n`;
}
