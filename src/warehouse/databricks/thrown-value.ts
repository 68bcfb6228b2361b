import { parseRetryAfter } from './retry-after.ts';

/**
 * What the driver throws, read by its fields: its classes are not exported, a minifier renames them, and one of them is
 * not even an Error.
 */
export interface ThrownValue {
  readonly text: string;
  /** The state that the statement ended in (`ERROR`, `CANCELED`, `TIMEOUT`); only there when it was executed. */
  readonly statementState: string | undefined;
  readonly sqlState: string | undefined;
  readonly httpStatus: number | undefined;
  /** What Node calls a network or TLS failure: `ECONNRESET`, `CERT_HAS_EXPIRED`. */
  readonly networkCode: string | undefined;
  readonly retryAfterMs: number | undefined;
}

/** Other errors of the driver carry codes of their own under the same name. */
const STATEMENT_STATES: ReadonlySet<string> = new Set(['ERROR', 'CANCELED', 'CLOSED', 'TIMEOUT', 'UNKNOWN']);

/** The driver's own retries hide the answer behind this sentence. */
const HIDDEN_STATUS = /^Hive driver: (\d{3}) when connecting/;

/** Never throws. `body` is the text of the HTTP answer, if there was one. */
export function readThrownValue(thrown: unknown, body = ''): ThrownValue {
  const response = fieldOf(thrown, 'response');
  const errorCode = textOf(fieldOf(thrown, 'errorCode'));
  const message = textOf(fieldOf(thrown, 'message')) ?? (typeof thrown === 'string' ? thrown : '');
  const hiddenStatus = HIDDEN_STATUS.exec(message)?.[1];
  const said = [
    message,
    textOf(fieldOf(response, 'displayMessage')),
    textOf(fieldOf(response, 'errorMessage')),
    headerOf(response, 'x-thriftserver-error-message'),
    headerOf(response, 'x-databricks-reason-phrase'),
    body,
  ].filter((part) => part !== undefined && part !== '');
  return {
    text: [...new Set(said)].join('\n'),
    statementState: errorCode !== undefined && STATEMENT_STATES.has(errorCode) ? errorCode : undefined,
    sqlState: textOf(fieldOf(response, 'sqlState')) || undefined,
    httpStatus:
      numberOf(fieldOf(thrown, 'statusCode')) ??
      (hiddenStatus === undefined ? undefined : Number(hiddenStatus)),
    networkCode: networkCodeOf(thrown),
    retryAfterMs: parseRetryAfter(
      headerOf(response, 'retry-after') ?? null,
      Date.parse(headerOf(response, 'date') ?? ''),
    ),
  };
}

/** The code may stand on the cause. */
function networkCodeOf(thrown: unknown): string | undefined {
  return textOf(fieldOf(thrown, 'code')) ?? textOf(fieldOf(fieldOf(thrown, 'cause'), 'code'));
}

/** Of a Headers object, whoever's it is. */
function headerOf(response: unknown, name: string): string | undefined {
  const headers = fieldOf(response, 'headers');
  const get = fieldOf(headers, 'get');
  return typeof get === 'function' ? textOf(get.call(headers, name)) : undefined;
}

function fieldOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

function numberOf(value: unknown): number | undefined {
  return typeof value === 'number' ? value : undefined;
}
