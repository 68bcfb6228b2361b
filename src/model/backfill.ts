import type { WantedRange } from './key-range.ts';

/**
 * - `missing`: tables that were never loaded completely.
 * - `refresh`: tables that were loaded, too, are read again; their rows are replaced, and those that the source no longer
 *   has removed.
 */
export const BACKFILL_MODES = ['missing', 'refresh'] as const;
export type BackfillMode = (typeof BACKFILL_MODES)[number];

/** What a person asks to have loaded. */
export interface BackfillRequest {
  /** `public.orders`; empty: every selected table. */
  readonly tables: readonly string[];
  readonly mode: BackfillMode;
  readonly range: WantedRange;
}
