import type { PlainBuffer } from './plain-buffer.ts';

/** A value that PostgreSQL can hold and the target type cannot, by the word that errors and reports use for it. */
export type SpecialValue = 'infinity' | 'NaN' | 'an overflowing number' | 'a timestamp out of range';

/**
 * What came of reading one value's text.
 *
 * - `value`: it was written to the buffer.
 * - `malformed`: the text is not what PostgreSQL prints for this type; nothing was written.
 * - a special value: nothing was written.
 */
export type Reading = 'value' | 'malformed' | SpecialValue;

/** Reads the text in `bytes[start, end)` and appends it to `out` in PLAIN encoding, or appends nothing at all. */
export type ValueReader = (bytes: Buffer, start: number, end: number, out: PlainBuffer) => Reading;
