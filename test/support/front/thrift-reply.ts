import type { ResultForm } from './result-form.ts';
import type { SqlResultColumn } from './service.ts';
import type { OperationState } from './thrift-operation.ts';
import type { ThriftRequest } from './thrift-request.ts';
import { resultMetadata, type rowSet } from './thrift-result.ts';
import { T } from './thrift-types.ts';

/** A reply with an error status: HTTP 200, and the driver throws something that is no Error. */
export function errorReply(tag: ThriftRequest['tag'], message: string): object {
  const status = new T.TStatus({
    statusCode: T.TStatusCode.ERROR_STATUS,
    errorMessage: message,
    sqlState: 'HY000',
  });
  switch (tag) {
    case 'OpenSession':
      return new T.TOpenSessionResp({ status, serverProtocolVersion: SERVER_PROTOCOL });
    case 'CloseSession':
      return new T.TCloseSessionResp({ status });
    case 'GetInfo':
      return new T.TGetInfoResp({ status, infoValue: new T.TGetInfoValue({ stringValue: '' }) });
    case 'ExecuteStatement':
      return new T.TExecuteStatementResp({ status });
    case 'GetOperationStatus':
      return new T.TGetOperationStatusResp({ status });
    case 'GetResultSetMetadata':
      return new T.TGetResultSetMetadataResp({ status });
    case 'FetchResults':
      return new T.TFetchResultsResp({ status });
    case 'CancelOperation':
      return new T.TCancelOperationResp({ status });
    case 'CloseOperation':
      return new T.TCloseOperationResp({ status });
    default:
      return tag satisfies never;
  }
}

/** The version from which on the driver behaves as it does with a workspace. */
const SERVER_PROTOCOL = T.TProtocolVersion.SPARK_CLI_SERVICE_PROTOCOL_V8;

export function sessionReply(session: string): object {
  return new T.TOpenSessionResp({
    status: success(),
    serverProtocolVersion: SERVER_PROTOCOL,
    sessionHandle: new T.TSessionHandle({ sessionId: identifier(session) }),
    configuration: {},
    canUseMultipleCatalogs: true,
  });
}

export function infoReply(): object {
  return new T.TGetInfoResp({
    status: success(),
    infoValue: new T.TGetInfoValue({ stringValue: 'Spark SQL' }),
  });
}

export const closeSessionReply = () => new T.TCloseSessionResp({ status: success() });
export const closeOperationReply = () => new T.TCloseOperationResp({ status: success() });
export const cancelReply = () => new T.TCancelOperationResp({ status: success() });

/** The status of a statement. A failure is told twice, as a workspace does: with a Java stack, and for people. */
export function statusReply(state: OperationState) {
  const failure =
    state.tag === 'failed' || state.tag === 'timed-out'
      ? {
          sqlState: state.sqlState,
          errorCode: 0,
          errorMessage: `org.apache.hive.service.cli.HiveSQLException: Error running query: ${state.message}\n\tat org.apache.spark.sql.hive.thriftserver.Stack.trace(Stack.scala:1)`,
          displayMessage: state.message,
        }
      : {};
  return new T.TGetOperationStatusResp({
    status: success(),
    operationState: OPERATION_STATES[state.tag],
    hasResultSet: hasResultSet(state),
    ...failure,
  });
}

const OPERATION_STATES = {
  running: T.TOperationState.RUNNING_STATE,
  finished: T.TOperationState.FINISHED_STATE,
  failed: T.TOperationState.ERROR_STATE,
  cancelled: T.TOperationState.CANCELED_STATE,
  'timed-out': T.TOperationState.TIMEDOUT_STATE,
} satisfies Record<OperationState['tag'], unknown>;

/** A running statement may yet have one. */
function hasResultSet(state: OperationState): boolean {
  return state.tag === 'running' || (state.tag === 'finished' && state.result.columns.length > 0);
}

export function metadataReply(columns: readonly SqlResultColumn[], form: ResultForm) {
  return new T.TGetResultSetMetadataResp({ status: success(), ...resultMetadata(columns, form) });
}

/** Rows of a result, ready to travel. */
export interface WrittenRows {
  readonly results: ReturnType<typeof rowSet>;
  readonly hasMoreRows: boolean;
}

export function rowsReply(rows: WrittenRows) {
  return new T.TFetchResultsResp({ status: success(), ...rows });
}

export interface DirectAnswer {
  readonly operation: string;
  readonly state: OperationState;
  readonly form: ResultForm;
  /** `undefined` where the client did not ask for an answer at once. */
  readonly direct: { readonly rows: WrittenRows | undefined; readonly closed: boolean } | undefined;
}

/** A statement was taken; with it goes what is known of its end. */
export function statementReply(answer: DirectAnswer): object {
  const { state, direct } = answer;
  const operationHandle = new T.TOperationHandle({
    operationId: identifier(answer.operation),
    operationType: T.TOperationType.EXECUTE_STATEMENT,
    hasResultSet: hasResultSet(state),
  });
  if (direct === undefined) {
    return new T.TExecuteStatementResp({ status: success(), operationHandle });
  }
  const directResults = new T.TSparkDirectResults({
    operationStatus: statusReply(state),
    // Rows only with columns: the driver would look for more of them for ever where it is told of no result set.
    ...(state.tag === 'finished'
      ? { resultSetMetadata: metadataReply(state.result.columns, answer.form) }
      : {}),
    ...(direct.rows !== undefined ? { resultSet: rowsReply(direct.rows) } : {}),
    ...(direct.closed ? { closeOperation: closeOperationReply() } : {}),
  });
  return new T.TExecuteStatementResp({ status: success(), operationHandle, directResults });
}

function success() {
  return new T.TStatus({ statusCode: T.TStatusCode.SUCCESS_STATUS });
}

function identifier(uuid: string) {
  return new T.THandleIdentifier({
    guid: Buffer.from(uuid.replaceAll('-', ''), 'hex'),
    secret: Buffer.alloc(16, 1),
  });
}
