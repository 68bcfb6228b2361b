import type { FrontRequest, FrontResponse } from './service.ts';

export function jsonAnswer(status: number, content: unknown): FrontResponse {
  return { status, headers: { 'content-type': 'application/json' }, body: JSON.stringify(content) };
}

/** An error as the workspace's REST API words it. */
export function restError(status: number, errorCode: string, message: string): FrontResponse {
  return jsonAnswer(status, { error_code: errorCode, message });
}

/** A JSON body's fields, all of them texts; anything else is refused with 400. */
export function readTextFields(
  request: FrontRequest,
  known: readonly string[],
): ReadonlyMap<string, string> | FrontResponse {
  if (!request.headers['content-type']?.startsWith('application/json')) {
    return restError(400, 'MALFORMED_REQUEST', 'Content-Type is not application/json');
  }
  const content: unknown = JSON.parse(request.body.toString('utf8'));
  if (typeof content !== 'object' || content === null) {
    return restError(400, 'MALFORMED_REQUEST', 'The body is no object');
  }
  const fields = new Map<string, string>();
  for (const [name, value] of Object.entries(content)) {
    if (!known.includes(name)) return restError(400, 'MALFORMED_REQUEST', `Unknown field ${name}`);
    if (typeof value !== 'string')
      return restError(400, 'INVALID_PARAMETER_VALUE', `Field ${name} is no text`);
    fields.set(name, value);
  }
  return fields;
}

/** The first query parameter that is none of these. */
export function strangeParameter(request: FrontRequest, known: readonly string[]): string | undefined {
  return [...request.query.keys()].find((name) => !known.includes(name));
}
