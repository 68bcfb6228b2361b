import { type ErrorCode, IngestError } from '../../model/ingest-error.ts';
import type { VolumeName } from '../../model/pipeline.ts';
import { type DatabricksConnection, principalOf } from './connection.ts';
import { FAILURE_POLICIES, type FailureKind } from './failure-policy.ts';
import { buildGrants, readMissingPrivilege } from './missing-grants.ts';
import type { StatementFailure } from './statement-failure.ts';
import type { FailedStatement } from './statement-outcome.ts';
import {
  displaySubject,
  readStatementSubject,
  type StatementSubject,
  type SubjectName,
} from './statement-subject.ts';
import { tokenRefused } from './token-refused.ts';

/** Where statements go, in names that come from the configuration. */
export interface DatabricksPlace {
  readonly connection: Pick<DatabricksConnection, 'host' | 'warehouseId' | 'auth'>;
  readonly volume: VolumeName;
  readonly statementTimeoutMs: number;
}

export interface FailedRequest extends FailedStatement {
  readonly statement: string;
  /** `STOPPED`, `DELETED`, `STARTING`, where the workspace was asked for it. */
  readonly warehouseState: string | undefined;
}

/**
 * What ended a run at the SQL warehouse, in words. Of the server's answer only error condition, SQLSTATE, HTTP status and
 * the name of a missing privilege are repeated: its text may quote rows. Of the statement only its verb and object.
 */
export function databricksError(request: FailedRequest, place: DatabricksPlace): IngestError {
  const { connection } = place;
  if (request.failure.kind === 'unauthenticated') return tokenRefused(connection);
  const subject = readStatementSubject(request.statement);
  const { message, solution, code } = TEXTS[request.failure.kind]({
    ...request,
    place,
    host: connection.host,
    principal: nameOf(principalOf(connection.auth)),
    subject,
    doing: request.phase === 'open' ? 'opening a session' : `running ${displaySubject(subject)}`,
    facts: factsOf(request.failure),
    spent: spentOf(request),
    warehouse: `SQL warehouse ${connection.warehouseId} at ${connection.host}`,
  });
  return new IngestError(code ?? FAILURE_POLICIES[request.failure.kind].code, message, { solution });
}

/** The catalog answers 403 for an object or what it lies in; which privilege is missing, only its text says. */
export function catalogForbidden(
  refused: { readonly object: SubjectName; readonly facts: string },
  { connection, volume }: DatabricksPlace,
): IngestError {
  const subject: StatementSubject = {
    action: refused.object.table === undefined ? 'other' : 'read',
    verb: 'see',
    object: refused.object,
  };
  const principal = principalOf(connection.auth);
  return new IngestError(
    'target-permission-denied',
    `${nameOf(principal)} may not ${displaySubject(subject)} in Unity Catalog (${refused.facts}).`,
    { solution: [GRANTS_INTRODUCTION, ...buildGrants(subject, undefined, { volume, principal })].join('\n') },
  );
}

/** A statement that was given up by a signal. */
export function interruptedError(statement: string): IngestError {
  return new IngestError(
    'interrupted',
    `Interrupted while running ${displaySubject(readStatementSubject(statement))}.`,
  );
}

interface Context extends FailedRequest {
  readonly place: DatabricksPlace;
  readonly host: string;
  /** `The service principal <id>` */
  readonly principal: string;
  readonly subject: StatementSubject;
  /** `running MERGE INTO c.s.t` */
  readonly doing: string;
  /** ` (DELTA_CONCURRENT_APPEND, SQLSTATE 2D521)`, or nothing. */
  readonly facts: string;
  /** ` after 8 tries in 2 minutes`, or nothing. */
  readonly spent: string;
  readonly warehouse: string;
}

interface ErrorText {
  readonly message: string;
  readonly solution: string;
  /** Where the kind alone does not tell. */
  readonly code?: ErrorCode;
}

const GRANTS_INTRODUCTION = 'Let the owner of the objects run:';

const NEXT_RUN = 'Nothing is lost: the next run goes on from the checkpoint.';

const TEXTS: Readonly<Record<Exclude<FailureKind, 'unauthenticated'>, (context: Context) => ErrorText>> = {
  refused: notReady,
  starting: notReady,
  stopped: ({ warehouse, warehouseState, facts, spent }) => ({
    message: `The ${warehouse} could not be started${stateOf(warehouseState)}${facts}${spent}.`,
    solution: `Start it in the workspace, or let it start by itself; starting it needs CAN USE on it. ${NEXT_RUN}`,
  }),
  unreachable: ({ host, facts, spent, doing }) => ({
    message: `Databricks at ${host} cannot be reached while ${doing}${facts}${spent}.`,
    solution: `Check target.databricks.host (or DATABRICKS_HOST), and that this machine may connect there by HTTPS. ${NEXT_RUN}`,
  }),
  'host-unknown': ({ host, facts }) => ({
    message: `There is no host ${host}${facts}.`,
    solution:
      'Set target.databricks.host, or DATABRICKS_HOST, to the host name of the workspace, as it stands in the browser: adb-1234567890123456.7.azuredatabricks.net or dbc-a1b2c3d4-e5f6.cloud.databricks.com.',
  }),
  certificate: ({ host, facts }) => ({
    message: `The TLS certificate of ${host} is not trusted${facts}.`,
    solution:
      'Behind a proxy that inspects TLS, set NODE_EXTRA_CA_CERTS to a PEM file with its certificate authority before the run starts. Verification cannot be turned off.',
  }),
  'session-lost': lost,
  'statement-lost': lost,
  'answer-lost': ({ warehouse, doing, spent, effect, facts }) => ({
    message: `The connection to the ${warehouse} failed while ${doing}${facts}${spent}.${effectOf(effect)}`,
    solution: `Run again. ${NEXT_RUN}`,
  }),
  passing: ({ warehouse, doing, spent, facts }) => ({
    message: `The ${warehouse} could not go on while ${doing}${facts}${spent}.`,
    solution: `Run again. ${NEXT_RUN}`,
  }),
  forbidden: ({ principal, facts, warehouse }) => ({
    message: `${principal} may not use the ${warehouse}${facts}.`,
    solution: `Give it CAN USE on the warehouse (SQL Warehouses, the warehouse, Permissions). It needs the entitlement "Databricks SQL access", too.`,
  }),
  'address-blocked': ({ host, facts }) => ({
    message: `The IP access list of the workspace ${host} blocks this machine${facts}.`,
    solution:
      'Add the address of this machine to the list, or run on a machine with a fixed address (a larger or self-hosted runner of GitHub).',
  }),
  'warehouse-missing': ({ warehouse, facts }) => ({
    message: `There is no ${warehouse}${facts}: it was deleted, or the path is wrong.`,
    solution:
      'Set target.databricks.http_path, or DATABRICKS_HTTP_PATH, to /sql/1.0/warehouses/<id>; it stands under "Connection details" of the SQL warehouse. Check that the host is its workspace.',
  }),
  conflict: ({ doing, facts, spent }) => ({
    message: `Something else changes the same table: conflict while ${doing}${facts}${spent}.`,
    solution: `Let nothing else write to this table (OPTIMIZE included) while a run merges into it, and keep one run of a pipeline at a time. ${NEXT_RUN}`,
  }),
  permission: missingPrivilege,
  'object-missing': ({ subject, facts }) => ({
    message: `An object is gone that ${displaySubject(subject)} needs${facts}.`,
    solution: missingObjectSolution(subject),
  }),
  'object-changed': ({ subject, facts }) => ({
    message: `The object of ${displaySubject(subject)} is not the table that it was${facts}.`,
    solution:
      'Somebody has changed it, or put a view in its place. Put it back, or drop it and load it anew: tributary run --config … --reload SCHEMA.TABLE (in a workflow: command backfill, mode refresh)',
  }),
  'files-missing': ({ subject, facts, place }) => ({
    message: `The staged files for ${displaySubject(subject)} are gone from the volume ${volumeOf(place)}${facts}.`,
    solution: `Let nothing else delete files of the volume. ${NEXT_RUN}`,
  }),
  quota: ({ doing, facts }) => ({
    message: `A quota of the workspace or of Unity Catalog is used up while ${doing}${facts}.`,
    solution: `Remove what is no longer needed, or ask an account administrator for a higher quota. ${NEXT_RUN}`,
  }),
  timeout: ({ doing, facts, place }) => ({
    message: `The statement took longer than ${seconds(place.statementTimeoutMs)}; it was stopped, without effect, while ${doing}${facts}.`,
    solution:
      'Raise target.statement_timeout, use a larger warehouse, or make intervals smaller with limits.interval.max_changes.',
  }),
  cancelled: ({ doing, facts, warehouse }) => ({
    message: `The statement was cancelled on the ${warehouse} while ${doing}${facts}.`,
    solution: `Somebody has cancelled it, or the warehouse was stopped. ${NEXT_RUN}`,
  }),
  fenced: () => ({
    message: 'Another run has taken this pipeline over; this one wrote nothing more.',
    solution: 'Nothing to do if that run goes on. Keep one run of a pipeline at a time.',
  }),
  unresolved: rejected,
  rejected,
};

function notReady({ warehouse, warehouseState, spent, facts }: Context): ErrorText {
  return {
    message: `The ${warehouse} did not become ready${stateOf(warehouseState)}${facts}${spent}.`,
    solution: `Look at it in the workspace: it may be starting for long, or unable to. ${NEXT_RUN}`,
  };
}

function lost({ warehouse, doing, spent, effect, facts }: Context): ErrorText {
  return {
    message: `The ${warehouse} lost the session while ${doing}${facts}${spent}.${effectOf(effect)}`,
    solution: `Look at the warehouse: it may be stopping or failing. ${NEXT_RUN}`,
  };
}

function rejected({ phase, doing, facts, warehouse }: Context): ErrorText {
  if (phase === 'open') {
    return {
      code: 'target-unavailable',
      message: `The ${warehouse} opened no session${facts}.`,
      solution:
        'Check target.databricks.host and target.databricks.http_path, and look at the warehouse in the workspace.',
    };
  }
  return {
    message: `Databricks refused a statement while ${doing}${facts}.`,
    solution:
      'This should not happen. Please report it with the run report; what the warehouse says of it stands in the query history of the workspace.',
  };
}

function missingPrivilege({ failure, place, principal, subject, facts }: Context): ErrorText {
  const missing = readMissingPrivilege(failure.text);
  const grants = buildGrants(subject, missing, {
    volume: place.volume,
    principal: principalOf(place.connection.auth),
  });
  return {
    message: `${principal} may not ${displaySubject(subject)}: ${missing ?? 'a privilege'} is missing${facts}.`,
    solution: [GRANTS_INTRODUCTION, ...grants].join('\n'),
  };
}

function missingObjectSolution({ action, object }: StatementSubject): string {
  if (action === 'create-schema' && object !== undefined) {
    return `Create the catalog, or set target.catalog to one that exists:\nCREATE CATALOG \`${object.catalog}\`;`;
  }
  return 'Put it back, or load the table anew: tributary run --config … --reload SCHEMA.TABLE (in a workflow: command backfill, mode refresh)';
}

function factsOf(failure: StatementFailure): string {
  const facts = [
    failure.condition,
    ...(failure.sqlState === undefined ? [] : [`SQLSTATE ${failure.sqlState}`]),
    ...(failure.httpStatus === undefined ? [] : [`HTTP ${failure.httpStatus}`]),
    failure.networkCode,
  ].filter((fact) => fact !== undefined && /^[\w.\- ]{1,120}$/.test(fact));
  return facts.length === 0 ? '' : ` (${facts.join(', ')})`;
}

function spentOf({ tries, tookMs }: FailedStatement): string {
  return tries <= 1 ? '' : `, after ${tries} tries in ${seconds(tookMs)}`;
}

function effectOf(effect: FailedStatement['effect']): string {
  return effect === 'unknown'
    ? ' Whether the statement had its effect is not known; the next run finds out.'
    : '';
}

function stateOf(state: string | undefined): string {
  return state !== undefined && /^[A-Z_]{1,40}$/.test(state) ? ` (its state is ${state})` : '';
}

function nameOf(principal: string | undefined): string {
  return principal === undefined ? 'The owner of the access token' : `The service principal ${principal}`;
}

function volumeOf({ volume }: DatabricksPlace): string {
  return `${volume.catalog}.${volume.schema}.${volume.volume}`;
}

function seconds(ms: number): string {
  const rounded = Math.round(ms / 1000);
  return rounded >= 120 ? `${Math.round(rounded / 60)} minutes` : `${rounded} s`;
}
