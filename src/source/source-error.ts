import { IngestError } from '../model/ingest-error.ts';

/** Where and as whom a connection was tried: what an error may name. */
export interface ConnectionPlace {
  readonly host: string;
  readonly port: number;
  readonly database: string;
  readonly username: string;
}

interface ForeignError {
  readonly code: string | undefined;
  readonly message: string;
}

/**
 * Translates what `pg`, Node's sockets and PostgreSQL throw: by SQLSTATE or errno. Only where the driver gives no
 * code at all (a refused TLS, a closed connection) does its fixed text decide.
 */
export function translateSourceError(error: unknown, place: ConnectionPlace, doing: string): IngestError {
  if (error instanceof IngestError) return error;
  const foreign = readForeignError(error);
  return (
    translateTls(foreign, place, error) ??
    translateSqlState(foreign, place, doing, error) ??
    translateSocket(foreign, place, error) ??
    new IngestError('source-query-failed', `PostgreSQL refused while ${doing}: ${wordsOf(foreign)}`, {
      solution: "Look into the server's log for the statement. The next run goes on from the checkpoint.",
      cause: error,
    })
  );
}

/** What PostgreSQL says, unless it is about a row: data exceptions and violated constraints quote values. */
function wordsOf({ code, message }: ForeignError): string {
  return code !== undefined && /^2[23]/.test(code) ? `SQLSTATE ${code}` : message;
}

/** SQLSTATE of an error of PostgreSQL's, or errno text of a socket's. */
export function foreignErrorCode(error: unknown): string | undefined {
  return readForeignError(error).code;
}

function readForeignError(error: unknown): ForeignError {
  // With several addresses for one name Node throws an AggregateError whose parts carry the codes.
  const single: unknown =
    error instanceof AggregateError && error.errors.length > 0 ? error.errors[0] : error;
  const code =
    typeof single === 'object' && single !== null && 'code' in single && typeof single.code === 'string'
      ? single.code
      : undefined;
  return { code, message: single instanceof Error ? single.message : String(single) };
}

function translateSqlState(
  { code, message }: ForeignError,
  place: ConnectionPlace,
  doing: string,
  cause: unknown,
): IngestError | undefined {
  switch (code) {
    case '28P01': // invalid_password
      return new IngestError(
        'source-authentication-failed',
        `PostgreSQL at ${place.host}:${place.port} refused the password of user "${place.username}".`,
        {
          solution: 'Check source.username and source.password (and the variable the password comes from).',
          cause,
        },
      );
    case '28000': // invalid_authorization_specification
      return new IngestError(
        'source-authentication-failed',
        `PostgreSQL at ${place.host}:${place.port} does not let user "${place.username}" in: ${message}.`,
        {
          solution:
            'Check the role (it needs LOGIN), and that pg_hba.conf lets it into this database from here, with or without TLS.',
          cause,
        },
      );
    case '3D000': // invalid_catalog_name
      return new IngestError(
        'source-unreachable',
        `PostgreSQL at ${place.host}:${place.port} has no database "${place.database}".`,
        { solution: 'Check source.database.', cause },
      );
    case '42501': // insufficient_privilege
      return new IngestError(
        'source-permission-denied',
        `User "${place.username}" may not do this (${doing}): ${message}.`,
        { solution: `GRANT what is missing to ${place.username}, as the object's owner.`, cause },
      );
    case '53300': // too_many_connections
      return new IngestError(
        'source-unreachable',
        `PostgreSQL at ${place.host}:${place.port} has no free connection.`,
        {
          solution:
            'Raise max_connections or max_wal_senders, or free some; the next run goes on from the checkpoint.',
          cause,
        },
      );
    case '57P01': // admin_shutdown
    case '57P02': // crash_shutdown
    case '57P03': // cannot_connect_now
      return new IngestError(
        'source-disconnected',
        `PostgreSQL at ${place.host}:${place.port} is shutting down or starting up (${doing}).`,
        { solution: 'Run again when it is up; the next run goes on from the checkpoint.', cause },
      );
    default:
      return undefined;
  }
}

function translateSocket(
  { code, message }: ForeignError,
  place: ConnectionPlace,
  cause: unknown,
): IngestError | undefined {
  const where = `${place.host}:${place.port}`;
  switch (code) {
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return new IngestError('source-unreachable', `The host "${place.host}" cannot be found.`, {
        solution: 'Check source.host, and that the name resolves from where this runs.',
        cause,
      });
    case 'ECONNREFUSED':
      return new IngestError('source-unreachable', `Nothing listens at ${where}.`, {
        solution: 'Check source.host and source.port, and that PostgreSQL listens on that address.',
        cause,
      });
    case 'ETIMEDOUT':
    case 'EHOSTUNREACH':
    case 'ENETUNREACH':
      return new IngestError('source-unreachable', `${where} does not answer.`, {
        solution: 'Check the network path: firewall, security group, VPN, private link.',
        cause,
      });
    case 'ECONNRESET':
    case 'EPIPE':
      return disconnected(where, cause);
    default:
      if (/timeout expired|timeout exceeded/i.test(message)) {
        return new IngestError('source-unreachable', `${where} does not answer.`, {
          solution: 'Check the network path: firewall, security group, VPN, private link.',
          cause,
        });
      }
      return /connection terminated|connection ended/i.test(message) ? disconnected(where, cause) : undefined;
  }
}

function disconnected(where: string, cause: unknown): IngestError {
  return new IngestError('source-disconnected', `The connection to PostgreSQL at ${where} broke.`, {
    solution: 'Run again: nothing is lost, the next run goes on from the checkpoint.',
    cause,
  });
}

const CERTIFICATE_CODES: ReadonlySet<string> = new Set([
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'UNABLE_TO_GET_ISSUER_CERT',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'CERT_HAS_EXPIRED',
  'ERR_TLS_CERT_ALTNAME_INVALID',
]);

function translateTls(
  { code, message }: ForeignError,
  place: ConnectionPlace,
  cause: unknown,
): IngestError | undefined {
  if (isTlsRefused(message)) {
    return new IngestError(
      'source-tls-failed',
      `PostgreSQL at ${place.host}:${place.port} does not offer TLS.`,
      {
        solution:
          'Turn `ssl` on at the server, or set source.sslmode to "prefer" or "disable" if the network is trusted.',
        cause,
      },
    );
  }
  if (
    code !== undefined &&
    (CERTIFICATE_CODES.has(code) || code.startsWith('ERR_SSL') || code.startsWith('ERR_TLS'))
  ) {
    return new IngestError(
      'source-tls-failed',
      `The TLS certificate of ${place.host}:${place.port} was not accepted (${code}).`,
      {
        solution:
          'Give the certificate authority as source.sslrootcert; sslmode "require" encrypts without checking the certificate.',
        cause,
      },
    );
  }
  return undefined;
}

/** The driver's own text; it carries no code. */
export function isTlsRefused(message: string): boolean {
  return message.includes('does not support SSL');
}
