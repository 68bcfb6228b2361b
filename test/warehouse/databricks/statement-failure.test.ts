import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FENCED_TEXT, UNRESOLVED_TEXT } from '../../../src/model/dialect.ts';
import type { FailureKind } from '../../../src/warehouse/databricks/failure-policy.ts';
import {
  readStatementFailure,
  type StatementFailure,
} from '../../../src/warehouse/databricks/statement-failure.ts';

/** As the driver throws it when a statement has failed; its class is not looked at. */
function verdict(message: string, sqlState?: string, errorCode = 'ERROR'): unknown {
  return Object.assign(new Error(message), {
    errorCode,
    response: { displayMessage: message, errorMessage: message, sqlState: sqlState ?? null },
  });
}

/** As the driver throws an HTTP status. */
function http(statusCode: number, headers: Readonly<Record<string, string>> = {}): unknown {
  return Object.assign(new Error(`Received a response with a bad HTTP status code: ${statusCode}`), {
    statusCode,
    response: { status: statusCode, headers: new Headers(headers) },
  });
}

function network(code: string): unknown {
  return Object.assign(new Error(`request to https://h/ failed, reason: ${code}`), { type: 'system', code });
}

/** As the driver throws an error status in an answer of HTTP 200: no Error at all. */
function status(message: string): unknown {
  return { name: 'Status Error', message, code: -1 };
}

function read(thrown: unknown, body?: string): StatementFailure {
  return readStatementFailure(thrown, body);
}

const rows: readonly (readonly [kind: FailureKind, by: string, thrown: unknown, body?: string])[] = [
  ['refused', '429', http(429)],
  ['refused', '503', http(503)],
  [
    'refused',
    '503 behind the driver’s own words',
    new Error('Hive driver: 503 when connecting to resource. Max retry count exceeded.'),
  ],
  ['unreachable', 'ECONNREFUSED', network('ECONNREFUSED')],
  ['unreachable', 'EAI_AGAIN', network('EAI_AGAIN')],
  ['host-unknown', 'ENOTFOUND', network('ENOTFOUND')],
  ['certificate', 'a self-signed certificate', network('DEPTH_ZERO_SELF_SIGNED_CERT')],
  ['certificate', 'a certificate for another name', network('ERR_TLS_CERT_ALTNAME_INVALID')],
  ['certificate', 'an unknown issuer', network('UNABLE_TO_GET_ISSUER_CERT_LOCALLY')],
  [
    'starting',
    'a session that is not ready',
    status(
      'requirement failed: Session handle: SessionHandle [01f0] has not been initialized or had already closed.',
    ),
  ],
  [
    'starting',
    'a node that is not ready',
    status("Couldn't create directory /local_disk0/tmp/01f0_resources"),
  ],
  [
    'stopped',
    'a warehouse that does not start',
    status('Cannot create the resource, please try again later.'),
  ],
  ['session-lost', 'an invalid session handle', status('Invalid SessionHandle: SessionHandle [01f0]')],
  [
    'session-lost',
    'an invalid session handle in HTTP 400',
    http(400, {
      'x-thriftserver-error-message': 'BAD_REQUEST: Invalid SessionHandle: Session [01f0] is closed.',
    }),
  ],
  [
    'session-lost',
    'a session that the driver has closed',
    new Error('The session was closed or has expired'),
  ],
  [
    'statement-lost',
    'an operation that the server no longer knows',
    status('Invalid OperationHandle: OperationHandle [01f0]'),
  ],
  ['answer-lost', 'ECONNRESET', network('ECONNRESET')],
  ['answer-lost', 'a time-out', new Error('Request timed out')],
  [
    'answer-lost',
    'a network failure behind the driver’s own words',
    new Error('Hive driver: Error when connecting to resource. Max retry count exceeded.'),
  ],
  [
    'answer-lost',
    'an answer cut short',
    new Error('Invalid response body while trying to fetch https://h/: Premature close'),
  ],
  ['answer-lost', '502', http(502)],
  ['answer-lost', '504', http(504)],
  ['unauthenticated', '401', http(401)],
  [
    'unauthenticated',
    '403 that names the token',
    http(403, { 'x-databricks-reason-phrase': 'Invalid access token.' }),
  ],
  [
    'address-blocked',
    '403 of the IP access list',
    http(403),
    '{"message":"Source IP address: 10.0.0.1 is blocked by Databricks IP ACL for workspace: 1"}',
  ],
  ['forbidden', '403', http(403)],
  ['warehouse-missing', '404', http(404)],
  ['warehouse-missing', 'a deleted warehouse', http(400), '{"error_code":"RESOURCE_DOES_NOT_EXIST"}'],
  [
    'warehouse-missing',
    'a warehouse that does not exist',
    status('The warehouse 0123456789abcdef does not exist.'),
  ],
  ['conflict', 'another MERGE', verdict('[DELTA_CONCURRENT_APPEND.WITHOUT_HINT] x SQLSTATE: 2D521', '2D521')],
  ['conflict', 'another ALTER', verdict('[DELTA_METADATA_CHANGED] x', '2D521')],
  ['conflict', 'too many commits', verdict('[DELTA_MAX_COMMIT_RETRIES_EXCEEDED] x')],
  [
    'rejected',
    'a conflict about a column’s name',
    verdict('[DELTA_CONCURRENT_APPEND.CHANGE_TYPE_COLUMN] x', '2D521'),
  ],
  ['passing', 'a service of the warehouse’s', verdict('[TEMPORARILY_UNAVAILABLE] x')],
  ['permission', '42501', verdict('[INSUFFICIENT_PERMISSIONS] x SQLSTATE: 42501', '42501')],
  [
    'permission',
    'no SQLSTATE',
    verdict("PERMISSION_DENIED: User does not have USE CATALOG on Catalog 'main'."),
  ],
  [
    'permission',
    'behind a prefix',
    verdict('Error running query: [UNAUTHORIZED_ACCESS] org.apache.spark.SparkSecurityException: x'),
  ],
  ['object-missing', 'a table', verdict('[TABLE_OR_VIEW_NOT_FOUND] x SQLSTATE: 42P01', '42P01')],
  ['object-missing', 'a schema', verdict('[SCHEMA_NOT_FOUND] x SQLSTATE: 42704')],
  ['object-missing', 'a catalog', verdict("[NO_SUCH_CATALOG_EXCEPTION] Catalog 'x' was not found.")],
  ['object-changed', 'a view', verdict('[EXPECT_TABLE_NOT_VIEW.NO_ALTERNATIVE] x', '42809')],
  [
    'files-missing',
    'staged files',
    verdict('[PATH_NOT_FOUND] Path does not exist: dbfs:/Volumes/x SQLSTATE: 42K03'),
  ],
  ['quota', 'Unity Catalog’s', verdict('[RESOURCE_EXHAUSTED] Cannot create 1 Table(s): x')],
  ['quota', 'SQLSTATE class 53', verdict('[X_LIMIT] x', '53400')],
  ['timeout', 'by its state', verdict('Query timed out', undefined, 'TIMEOUT')],
  ['timeout', 'by its condition', verdict('[QUERY_EXECUTION_TIMEOUT_EXCEEDED] x', '57KD0')],
  ['cancelled', 'by its state', verdict('The operation was canceled by a client', undefined, 'CANCELED')],
  ['cancelled', 'by its condition', verdict('[OPERATION_CANCELED] x', 'HY008')],
  ['fenced', 'raised', verdict(`[USER_RAISED_EXCEPTION] ${FENCED_TEXT}7 SQLSTATE: P0001`, 'P0001')],
  [
    'fenced',
    'raised, and wrapped',
    verdict(`Job aborted due to stage failure: java.lang.RuntimeException: ${FENCED_TEXT}7`),
  ],
  ['unresolved', 'raised', verdict(`[USER_RAISED_EXCEPTION] ${UNRESOLVED_TEXT} SQLSTATE: P0001`, 'P0001')],
  [
    'rejected',
    'a syntax error that quotes the raising SQL',
    verdict(`[PARSE_SYNTAX_ERROR] x\n== SQL ==\nraise_error('${FENCED_TEXT}7')`, '42601'),
  ],
  [
    'rejected',
    'a cast',
    verdict("[CAST_OVERFLOW] The value 'Invalid SessionHandle' cannot be cast", '22003'),
  ],
  [
    'rejected',
    'words that the service uses, in a row',
    verdict('[CAST_INVALID_INPUT] has not been initialized or had already closed', '22018'),
  ],
  ['rejected', 'nothing known', status('Something else')],
];

describe('reading what the driver throws', () => {
  for (const [kind, by, thrown, body] of rows) {
    it(`tells ${kind} by ${by}`, () => {
      expect(read(thrown, body).kind).toBe(kind);
    });
  }

  it('reads condition and SQLSTATE from the message where no field gives them', () => {
    const failure = read(
      verdict("[DELTA_CONCURRENT_APPEND.ROW_LEVEL_CHANGES] It's full of 'x'. SQLSTATE: 2D521"),
    );
    expect(failure).toMatchObject({
      condition: 'DELTA_CONCURRENT_APPEND.ROW_LEVEL_CHANGES',
      sqlState: '2D521',
      isVerdict: true,
    });
  });

  it('takes no condition from the middle of a message, where a row may be quoted', () => {
    expect(read(verdict("Cannot write the value '[SECRET_VALUE]'")).condition).toBeUndefined();
    expect(read(verdict('x\n[SECRET_VALUE] y')).condition).toBeUndefined();
  });

  it('reads Retry-After as seconds, or as a date against that of the answer', () => {
    expect(read(http(429, { 'retry-after': '7' })).retryAfterMs).toBe(7000);
    const dated = { Date: 'Fri, 01 May 2026 12:00:00 GMT', 'Retry-After': 'Fri, 01 May 2026 12:01:00 GMT' };
    expect(read(http(503, dated)).retryAfterMs).toBe(60_000);
    expect(read(http(503)).retryAfterMs).toBeUndefined();
  });

  it('never throws, whatever is thrown at it', () => {
    fc.assert(
      fc.property(fc.anything(), (thrown) => {
        expect(read(thrown).kind).toBeTypeOf('string');
      }),
    );
  });
});
