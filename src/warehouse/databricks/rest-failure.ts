import { IngestError } from '../../model/ingest-error.ts';
import type { DatabricksConnection } from './connection.ts';
import type { HttpAnswer } from './http-sender.ts';
import { fieldOf, parseJson, textField } from './json-value.ts';
import { tokenRefused } from './token-refused.ts';

/** What a failed call means for its caller. */
export type RestFailureKind =
  /** The token, a new one included. */
  | 'unauthenticated'
  /** The workspace's IP access list. */
  | 'address-blocked'
  | 'forbidden'
  | 'missing'
  | 'already-there'
  | 'quota'
  /** 408, 429 or 5xx, to the end of our patience. */
  | 'passing'
  /** Everything else: the call is wrong, or the host is no workspace. */
  | 'rejected';

/** A REST call that was answered by an error. The server's sentence stays out of every message. */
export class RestFailure extends Error {
  override readonly name = 'RestFailure';
  readonly kind: RestFailureKind;
  readonly status: number;
  /** The service's word: `NOT_FOUND`, `SCHEMA_DOES_NOT_EXIST`. */
  readonly errorCode: string | undefined;

  constructor(answer: HttpAnswer) {
    const content = parseJson(answer.text);
    const errorCode = readErrorCode(content);
    super(`HTTP ${answer.status}${errorCode === undefined ? '' : `, ${errorCode}`}`);
    this.status = answer.status;
    this.errorCode = errorCode;
    this.kind = kindOf(answer.status, errorCode ?? '', textField(content, 'message') ?? answer.text);
  }
}

/**
 * Tells a failed call to people, where the caller knows nothing better. `doing` follows "while": an action with its object.
 */
export function translateRestFailure(
  failure: RestFailure,
  connection: Pick<DatabricksConnection, 'host' | 'auth'>,
  doing: string,
): IngestError {
  const { host } = connection;
  const facts = failure.message;
  switch (failure.kind) {
    case 'unauthenticated':
      return tokenRefused(connection);
    case 'address-blocked':
      return new IngestError(
        'target-permission-denied',
        `The IP access list of the workspace ${host} blocks this machine (${facts}).`,
        {
          solution:
            'Add the address of this machine to the list, or run on a machine with a fixed address (a larger or self-hosted runner of GitHub).',
        },
      );
    case 'forbidden':
      return new IngestError('target-permission-denied', `Databricks forbids it while ${doing} (${facts}).`, {
        solution: 'Give the service principal the right to do that.',
      });
    case 'quota':
      return new IngestError('target-quota-exceeded', `A quota is used up while ${doing} (${facts}).`, {
        solution:
          'Free space there, or ask an administrator for a higher quota. Nothing is lost: the next run goes on from the checkpoint.',
      });
    case 'passing':
      return new IngestError(
        'target-unavailable',
        `Databricks (${host}) does not answer properly while ${doing} (${facts}).`,
        { solution: 'Nothing is lost: the next run goes on from the checkpoint.' },
      );
    case 'missing':
    case 'already-there':
    case 'rejected':
      return new IngestError(
        'target-unavailable',
        `Databricks (${host}) refused a call while ${doing} (${facts}).`,
        {
          solution:
            'Check target.databricks.host (DATABRICKS_HOST): it is the host name in the address of the workspace, which must have Unity Catalog.',
        },
      );
    default:
      return failure.kind satisfies never;
  }
}

/** A word in capitals, or an HTTP status that some services repeat as a number. */
function readErrorCode(content: unknown): string | undefined {
  const code = fieldOf(content, 'error_code');
  return typeof code === 'string' && /^[A-Z][A-Z0-9_.]{1,80}$/.test(code) ? code : undefined;
}

/**
 * By status and error code. Sentences are looked at only where a workspace says three different things by 403, and by no
 * code: a bad token, a blocked address, a missing privilege.
 */
function kindOf(status: number, errorCode: string, sentence: string): RestFailureKind {
  if (status === 401) return 'unauthenticated';
  if (status === 413 || status === 507 || /QUOTA|RESOURCE_EXHAUSTED|LIMIT_EXCEEDED/.test(errorCode)) {
    return errorCode === 'REQUEST_LIMIT_EXCEEDED' ? 'passing' : 'quota';
  }
  if (status === 403) {
    if (/\b(invalid|expired)\b.{0,20}\btoken\b|\btoken\b.{0,20}\b(invalid|expired)\b/i.test(sentence)) {
      return 'unauthenticated';
    }
    return /\bIP (ACL|access list)\b/i.test(sentence) ? 'address-blocked' : 'forbidden';
  }
  if (errorCode === 'PERMISSION_DENIED') return 'forbidden';
  if (status === 409 || /ALREADY_EXISTS$/.test(errorCode)) return 'already-there';
  if (status === 404 || /(NOT_FOUND|DOES_NOT_EXIST)$/.test(errorCode)) return 'missing';
  return status === 408 || status === 429 || status >= 500 ? 'passing' : 'rejected';
}
