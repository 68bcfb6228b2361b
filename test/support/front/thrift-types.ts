import { createRequire } from 'node:module';
import { thrift as generated } from '@databricks/sql';

// The driver brings its generated classes, Thrift and 64-bit integers, and types only the first. Everything untyped
// stays in this file.

/** The driver's generated structs and enumerations. */
export const T = generated.TCLIService_types;

interface BinaryProtocol {
  readMessageBegin(): { readonly fname: string; readonly rseqid: number };
  readStructBegin(): unknown;
  readFieldBegin(): { readonly ftype: number; readonly fid: number };
  readFieldEnd(): void;
  skip(type: number): void;
  writeMessageBegin(name: string, type: number, sequence: number): void;
  writeMessageEnd(): void;
  writeStructBegin(name: string): void;
  writeStructEnd(): void;
  writeFieldBegin(name: string, type: number, id: number): void;
  writeFieldEnd(): void;
  writeFieldStop(): void;
  flush(): void;
}

interface ThriftLibrary {
  readonly TBinaryProtocol: new (transport: unknown) => BinaryProtocol;
  readonly TBufferedTransport: {
    new (buffer: undefined, onFlush: (bytes: Buffer) => void): unknown;
    receiver(tell: (transport: unknown) => void): (bytes: Buffer) => void;
  };
  readonly Thrift: {
    readonly Type: { readonly STRUCT: number };
    readonly MessageType: { readonly REPLY: number };
  };
}

interface Struct {
  read(protocol: BinaryProtocol): void;
  write(protocol: BinaryProtocol): void;
}

const driverRequire = createRequire(createRequire(import.meta.url).resolve('@databricks/sql'));
const library: ThriftLibrary = driverRequire('thrift');
const Int64: new (value: Buffer) => { toNumber(): number } = driverRequire('node-int64');

/** A message that has been opened, but whose argument is not read yet. */
export interface ThriftMessage {
  readonly name: string;
  readonly sequence: number;
  /** Fills the argument's struct, and tells the types of the fields it does not know. */
  readArgument(struct: object): readonly number[];
}

/** Opens a message. Throws where the bytes are none. */
export function readMessage(bytes: Buffer): ThriftMessage {
  const opened: ThriftMessage[] = [];
  library.TBufferedTransport.receiver((transport) => {
    const protocol = new library.TBinaryProtocol(transport);
    const { fname, rseqid } = protocol.readMessageBegin();
    opened.push({ name: fname, sequence: rseqid, readArgument: (struct) => readArgument(protocol, struct) });
  })(bytes);
  const [message] = opened;
  if (message === undefined) {
    throw new Error('Not a Thrift message');
  }
  return message;
}

function readArgument(protocol: BinaryProtocol, struct: object): readonly number[] {
  const unknown: number[] = [];
  const skip = protocol.skip.bind(protocol);
  protocol.skip = (type) => {
    unknown.push(type);
    skip(type);
  };
  protocol.readStructBegin();
  const { ftype, fid } = protocol.readFieldBegin();
  if (ftype !== library.Thrift.Type.STRUCT || fid !== 1) {
    throw new Error('A Thrift call without its argument');
  }
  requireStruct(struct).read(protocol);
  protocol.readFieldEnd();
  return unknown;
}

/** The reply to a call: a struct as its success. */
export function writeReply(message: ThriftMessage, struct: object): Buffer {
  const written: Buffer[] = [];
  const protocol = new library.TBinaryProtocol(
    new library.TBufferedTransport(undefined, (bytes) => written.push(bytes)),
  );
  protocol.writeMessageBegin(message.name, library.Thrift.MessageType.REPLY, message.sequence);
  protocol.writeStructBegin(`${message.name}_result`);
  protocol.writeFieldBegin('success', library.Thrift.Type.STRUCT, 0);
  requireStruct(struct).write(protocol);
  protocol.writeFieldEnd();
  protocol.writeFieldStop();
  protocol.writeStructEnd();
  protocol.writeMessageEnd();
  protocol.flush();
  return Buffer.concat(written);
}

/** An integer of 64 bits, exact. */
export function int64(value: bigint): { toNumber(): number } {
  const bytes = Buffer.alloc(8);
  bytes.writeBigInt64BE(value);
  return new Int64(bytes);
}

/** What a field holds that was sent, or `undefined`: the generated classes say `null` to what was not. */
export function sent<T>(value: T | null | undefined): T | undefined {
  return value ?? undefined;
}

/** A 64-bit integer that was sent, as a number; limits and counts are small. */
export function sentNumber(value: { toNumber(): number } | null | undefined): number | undefined {
  return value?.toNumber();
}

function requireStruct(value: object): Struct {
  if (!isStruct(value)) {
    throw new Error('Not a struct of Thrift');
  }
  return value;
}

function isStruct(value: object): value is Struct {
  return 'read' in value && typeof value.read === 'function' && 'write' in value;
}
