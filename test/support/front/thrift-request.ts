import type { ReadableForms } from './result-form.ts';
import { int64, readMessage, sent, sentNumber, T, type ThriftMessage } from './thrift-types.ts';

/** A call of the driver's, reduced to what a warehouse acts on. Handles are their UUIDs. */
export type ThriftRequest =
  | {
      readonly tag: 'OpenSession';
      readonly configuration: Readonly<Record<string, string>>;
      readonly catalog: string | undefined;
      readonly schema: string | undefined;
    }
  | { readonly tag: 'CloseSession' | 'GetInfo'; readonly session: string }
  | {
      readonly tag: 'ExecuteStatement';
      readonly session: string;
      readonly statement: string;
      readonly hasParameters: boolean;
      /** How many rows the client takes with the answer; `undefined` where it wants none. */
      readonly directRows: number | undefined;
      readonly readable: ReadableForms;
    }
  | {
      readonly tag: 'GetOperationStatus' | 'GetResultSetMetadata' | 'CancelOperation' | 'CloseOperation';
      readonly operation: string;
    }
  | { readonly tag: 'FetchResults'; readonly operation: string; readonly maxRows: number };

export interface DecodedRequest {
  readonly message: ThriftMessage;
  /** `undefined` for a call that this project's driver should never make. */
  readonly request: ThriftRequest | undefined;
  /** Fields that a warehouse does not know, or that nobody should send. */
  readonly surprises: readonly string[];
}

/** Reads a call. Throws where the bytes are none. */
export function decodeRequest(bytes: Buffer): DecodedRequest {
  const message = readMessage(bytes);
  const surprises: string[] = [];
  const read = <S extends object>(struct: S): S => {
    surprises.push(...message.readArgument(struct).map((type) => `a field of type ${type}`));
    return struct;
  };
  return { message, request: readRequest(message.name, read, surprises), surprises };
}

type ReadStruct = <S extends object>(struct: S) => S;

function readRequest(name: string, read: ReadStruct, surprises: string[]): ThriftRequest | undefined {
  switch (name) {
    case 'OpenSession':
      return readOpenSession(read(new T.TOpenSessionReq()), surprises);
    case 'CloseSession':
      return { tag: name, session: uuidOf(read(new T.TCloseSessionReq(NO_SESSION)).sessionHandle.sessionId) };
    case 'GetInfo':
      return { tag: name, session: uuidOf(read(new T.TGetInfoReq(NO_INFO)).sessionHandle.sessionId) };
    case 'ExecuteStatement':
      return readExecuteStatement(read(new T.TExecuteStatementReq(NO_STATEMENT)), surprises);
    case 'GetOperationStatus':
      return { tag: name, operation: operationOf(read(new T.TGetOperationStatusReq(NO_OPERATION))) };
    case 'GetResultSetMetadata':
      return { tag: name, operation: operationOf(read(new T.TGetResultSetMetadataReq(NO_OPERATION))) };
    case 'CancelOperation':
      return { tag: name, operation: operationOf(read(new T.TCancelOperationReq(NO_OPERATION))) };
    case 'CloseOperation':
      return { tag: name, operation: operationOf(read(new T.TCloseOperationReq(NO_OPERATION))) };
    case 'FetchResults': {
      const fetch = read(new T.TFetchResultsReq(NO_FETCH));
      return { tag: name, operation: operationOf(fetch), maxRows: sentNumber(fetch.maxRows) ?? 0 };
    }
    default:
      return undefined;
  }
}

// The generated constructors demand their required fields, which reading then overwrites.
const NO_HANDLE = new T.THandleIdentifier({ guid: Buffer.alloc(16), secret: Buffer.alloc(16) });
const NO_SESSION = { sessionHandle: new T.TSessionHandle({ sessionId: NO_HANDLE }) };
const NO_INFO = { ...NO_SESSION, infoType: T.TGetInfoType.CLI_DBMS_NAME };
const NO_STATEMENT = { ...NO_SESSION, statement: '' };
const NO_OPERATION = {
  operationHandle: new T.TOperationHandle({
    operationId: NO_HANDLE,
    operationType: T.TOperationType.EXECUTE_STATEMENT,
    hasResultSet: false,
  }),
};
const NO_FETCH = { ...NO_OPERATION, maxRows: int64(0n), orientation: T.TFetchOrientation.FETCH_NEXT };

function readOpenSession(
  request: InstanceType<typeof T.TOpenSessionReq>,
  surprises: string[],
): ThriftRequest {
  surprises.push(...sentFields(request, ['username', 'password', 'connectionProperties', 'getInfos']));
  const namespace = sent(request.initialNamespace);
  return {
    tag: 'OpenSession',
    configuration: sent(request.configuration) ?? {},
    catalog: sent(namespace?.catalogName),
    schema: sent(namespace?.schemaName),
  };
}

function readExecuteStatement(
  request: InstanceType<typeof T.TExecuteStatementReq>,
  surprises: string[],
): ThriftRequest {
  surprises.push(
    ...sentFields(request, ['statementConf', 'resultRowLimit', 'maxBytesPerFile', 'maxBytesPerBatch']),
    ...(request.runAsync === true ? [] : ['a statement that is not asynchronous']),
    // A time limit that works on clusters only: a warehouse passes over it.
    ...((sentNumber(request.queryTimeout) ?? 0) === 0 ? [] : ['queryTimeout']),
    ...Object.keys(sent(request.confOverlay) ?? {})
      .filter((key) => key !== 'query_tags')
      .map((key) => `confOverlay.${key}`),
  );
  const direct = sent(request.getDirectResults);
  return {
    tag: 'ExecuteStatement',
    session: uuidOf(request.sessionHandle.sessionId),
    statement: request.statement,
    hasParameters: (sent(request.parameters) ?? []).length > 0,
    directRows: direct === undefined ? undefined : sentNumber(direct.maxRows),
    readable: {
      arrow: sent(request.canReadArrowResult) ?? false,
      links: sent(request.canDownloadResult) ?? false,
    },
  };
}

function sentFields(request: object, names: readonly string[]): readonly string[] {
  return Object.entries(request)
    .filter(([name, value]) => names.includes(name) && value !== null && value !== undefined)
    .map(([name]) => name);
}

function operationOf(request: {
  readonly operationHandle?: InstanceType<typeof T.TOperationHandle>;
}): string {
  const handle = sent(request.operationHandle);
  return handle === undefined ? 'none' : uuidOf(handle.operationId);
}

function uuidOf(identifier: InstanceType<typeof T.THandleIdentifier>): string {
  const hex = Buffer.from(identifier.guid).toString('hex');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
