import { IngestError } from '../../model/ingest-error.ts';
import { textField } from './json-value.ts';

/** A request that got no answer, by what kept it from getting one. */
export class UnansweredError extends Error {
  override readonly name = 'UnansweredError';
  readonly host: string;
  readonly reason: 'host-unknown' | 'certificate' | 'timeout' | 'network';
  /** Node's word: `ECONNRESET`, `DEPTH_ZERO_SELF_SIGNED_CERT`. */
  readonly networkCode: string | undefined;

  constructor(host: string, cause: unknown) {
    super(`${host} did not answer`, { cause });
    this.host = host;
    this.networkCode = networkCodeOf(cause);
    this.reason = reasonOf(cause, this.networkCode);
  }
}

/** Tells it to people, with what to look at. */
export function translateUnanswered(error: UnansweredError): IngestError {
  const code = error.networkCode === undefined ? '' : ` (${error.networkCode})`;
  switch (error.reason) {
    case 'host-unknown':
      return unavailable(`There is no host of the name ${error.host}${code}.`, error, [
        'Check target.databricks.host (DATABRICKS_HOST): it is the host name in the address of the workspace.',
      ]);
    case 'certificate':
      return unavailable(`The TLS certificate of ${error.host} is not trusted${code}.`, error, [
        'Check target.databricks.host (DATABRICKS_HOST).',
        'Behind a proxy that opens TLS, set NODE_EXTRA_CA_CERTS to a PEM file with its certificate authority.',
      ]);
    case 'timeout':
    case 'network':
      return unavailable(`${error.host} cannot be reached, or does not answer${code}.`, error, [
        'The next run goes on from the checkpoint. If it stays so, check target.databricks.host (DATABRICKS_HOST), the network, and that this machine may reach the workspace.',
      ]);
    default:
      return error.reason satisfies never;
  }
}

function unavailable(message: string, cause: unknown, solution: readonly string[]): IngestError {
  return new IngestError('target-unavailable', message, { solution: solution.join('\n'), cause });
}

function reasonOf(cause: unknown, code = ''): UnansweredError['reason'] {
  if (code === 'ENOTFOUND') return 'host-unknown';
  if (/CERT|^ERR_TLS_|UNABLE_TO_VERIFY|UNABLE_TO_GET_ISSUER/.test(code)) return 'certificate';
  if (cause instanceof Error && cause.name === 'TimeoutError') return 'timeout';
  return 'network';
}

/** `fetch` throws a TypeError around it; for a host with several addresses, one more error lies between. */
function networkCodeOf(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  const [first] = error instanceof AggregateError ? error.errors : [];
  return textField(error, 'code') ?? networkCodeOf(error.cause) ?? networkCodeOf(first);
}
