/**
 * A position in PostgreSQL's write-ahead log, as the 64-bit byte address that `pg_lsn` is.
 *
 * Always compared as a number: as text `0/9FFFFFF` sorts after `0/10000000`.
 */
export type Lsn = bigint & { readonly [lsnBrand]: 'Lsn' };
declare const lsnBrand: unique symbol;

export const ZERO_LSN = 0n as Lsn;

/** The greatest one that a BIGINT holds: no log gets there. */
export const LAST_LSN = 0x7fff_ffff_ffff_ffffn as Lsn;

const LSN_TEXT = /^([0-9A-Fa-f]{1,8})\/([0-9A-Fa-f]{1,8})$/;

/** Makes an LSN of a byte address. Throws RangeError outside 64 bits. */
export function lsnOf(address: bigint): Lsn {
  if (address < 0n || address > 0xffff_ffff_ffff_ffffn)
    throw new RangeError('an LSN is an unsigned 64-bit address');
  return address as Lsn;
}

/** Parses PostgreSQL's own notation (`16/B374D848`). Throws RangeError on anything else. */
export function parseLsn(text: string): Lsn {
  const match = LSN_TEXT.exec(text);
  if (match === null) throw new RangeError(`not an LSN: ${text}`);
  const [, high = '', low = ''] = match;
  return lsnOf((BigInt(`0x${high}`) << 32n) | BigInt(`0x${low}`));
}

/** Formats an LSN as PostgreSQL 18 and earlier print it: `16/B374D848`. */
export function formatLsn(lsn: Lsn): string {
  return `${(lsn >> 32n).toString(16).toUpperCase()}/${(lsn & 0xffff_ffffn).toString(16).toUpperCase()}`;
}

/** 16 hex digits: the only text form whose order as text is the order of the log; for paths. */
export function formatSortableLsn(lsn: Lsn): string {
  return lsn.toString(16).toUpperCase().padStart(16, '0');
}

/** The later of two LSNs. */
export function laterLsn(a: Lsn, b: Lsn): Lsn {
  return a > b ? a : b;
}

/** Bytes of log between two LSNs; 0 when `to` is not after `from`. */
export function lsnDistance(from: Lsn, to: Lsn): number {
  return to > from ? Number(to - from) : 0;
}
