/**
 * What arrived from the walsender in one read: payloads of CopyData messages in one buffer that belongs to the
 * batch alone, so that row images may point into it for as long as they live.
 */
export interface WalBatch {
  readonly bytes: Buffer;
  /** Start and end of payload i in `bytes`. */
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}
