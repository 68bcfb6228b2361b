const INITIAL_BYTES = 4096;
/** A buffer that one large value blew up is given back rather than kept for the next row group. */
const KEPT_BYTES = 4 * 1024 * 1024;
/** Below this a loop beats the call into native code; measured on Node 24. */
const SHORT_COPY_BYTES = 24;
const TWO_TO_32 = 4_294_967_296;

/**
 * Values in Parquet's PLAIN encoding, one after the other: little-endian numbers, byte arrays behind their length.
 * Values are written here straight from the row image, so that no object is made per value.
 */
export class PlainBuffer {
  #bytes: Buffer<ArrayBuffer>;
  #view: DataView;
  #length = 0;

  constructor() {
    this.#bytes = Buffer.allocUnsafeSlow(INITIAL_BYTES);
    this.#view = viewOf(this.#bytes);
  }

  get length(): number {
    return this.#length;
  }

  /** What has been written. Valid until the next write. */
  written(): Uint8Array<ArrayBuffer> {
    return this.#bytes.subarray(0, this.#length);
  }

  /** Forgets everything after the first `length` bytes. */
  truncate(length: number): void {
    this.#length = length;
  }

  reset(): void {
    this.#length = 0;
    if (this.#bytes.length > KEPT_BYTES) this.#resize(INITIAL_BYTES);
  }

  appendByte(byte: number): void {
    if (this.#length === this.#bytes.length) this.#reserve(1);
    this.#bytes[this.#length++] = byte;
  }

  appendInt32(value: number): void {
    this.#reserve(4);
    this.#view.setInt32(this.#length, value, true);
    this.#length += 4;
  }

  /** `value` is a safe integer. */
  appendSafeInt64(value: number): void {
    this.#reserve(8);
    const high = Math.floor(value / TWO_TO_32);
    this.#view.setUint32(this.#length, value - high * TWO_TO_32, true);
    this.#view.setInt32(this.#length + 4, high, true);
    this.#length += 8;
  }

  appendInt64(value: bigint): void {
    this.#reserve(8);
    this.#view.setBigInt64(this.#length, value, true);
    this.#length += 8;
  }

  /** 16 bytes, big-endian, as a DECIMAL of fixed length is written. */
  appendInt128(value: bigint): void {
    this.#reserve(16);
    this.#view.setBigInt64(this.#length, value >> 64n, false);
    this.#view.setBigUint64(this.#length + 8, value & 0xffff_ffff_ffff_ffffn, false);
    this.#length += 16;
  }

  /** As `appendInt128`, for a safe integer. */
  appendSafeInt128(value: number): void {
    this.#reserve(16);
    const high = Math.floor(value / TWO_TO_32);
    const sign = value < 0 ? -1 : 0;
    this.#view.setInt32(this.#length, sign, false);
    this.#view.setInt32(this.#length + 4, sign, false);
    this.#view.setInt32(this.#length + 8, high, false);
    this.#view.setUint32(this.#length + 12, value - high * TWO_TO_32, false);
    this.#length += 16;
  }

  appendFloat32(value: number): void {
    this.#reserve(4);
    this.#view.setFloat32(this.#length, value, true);
    this.#length += 4;
  }

  appendFloat64(value: number): void {
    this.#reserve(8);
    this.#view.setFloat64(this.#length, value, true);
    this.#length += 8;
  }

  /** Copies a slice as it is, without a length. */
  appendSlice(source: Buffer, start: number, end: number): void {
    const size = end - start;
    this.#reserve(size);
    const bytes = this.#bytes;
    let at = this.#length;
    if (size < SHORT_COPY_BYTES) for (let from = start; from < end; from++) bytes[at++] = source[from] ?? 0;
    else source.copy(bytes, at, start, end);
    this.#length += size;
  }

  /** Copies a slice as one byte array: its length, then its bytes. */
  appendByteArray(source: Buffer, start: number, end: number): void {
    this.appendInt32(end - start);
    this.appendSlice(source, start, end);
  }

  /** Opens a byte array whose length is not known yet. Hand the result to `closeByteArray` when it is written. */
  openByteArray(): number {
    this.appendInt32(0);
    return this.#length;
  }

  closeByteArray(opened: number): void {
    this.#view.setInt32(opened - 4, this.#length - opened, true);
  }

  /** The bytes, each 0 or 1, as bits, least significant first: PLAIN for BOOLEAN. */
  packedBits(): Uint8Array<ArrayBuffer> {
    const packed = new Uint8Array(Math.ceil(this.#length / 8));
    for (let i = 0; i < this.#length; i++)
      if (this.#bytes[i] === 1) packed[i >> 3] = (packed[i >> 3] ?? 0) | (1 << (i & 7));
    return packed;
  }

  #reserve(size: number): void {
    const needed = this.#length + size;
    if (needed > this.#bytes.length) this.#resize(Math.max(this.#bytes.length * 2, needed));
  }

  #resize(capacity: number): void {
    const grown = Buffer.allocUnsafeSlow(capacity);
    this.#bytes.copy(grown, 0, 0, this.#length);
    this.#bytes = grown;
    this.#view = viewOf(grown);
  }
}

function viewOf(bytes: Buffer<ArrayBuffer>): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
