import type { Commit } from './change.ts';
import type { Lsn } from './lsn.ts';
import type { RowImage } from './row-image.ts';

/** What an interval, or a part of one, did to one row: at most one net change per row key. */
export type NetChange =
  /** The row is there, as `image` says; columns that say "unchanged" keep the value they had. */
  | (NetChangeBase & {
      readonly tag: 'upsert';
      readonly image: RowImage;
      readonly movedFrom: MovedFrom | undefined;
    })
  /** The row is gone, and `image` is what it last held. */
  | (NetChangeBase & {
      readonly tag: 'delete';
      readonly image: RowImage;
      readonly movedFrom: MovedFrom | undefined;
    })
  /** The row is gone, and of `image` only the key columns are known. */
  | (NetChangeBase & { readonly tag: 'delete-key'; readonly image: RowImage });

/**
 * The key under which a row stood before, and when it left it: said when a key change left columns of the image
 * unchanged, whose values are still under that key. A key of nulls: they are under none, and what the target has under the
 * row's own key is of another time.
 */
export interface MovedFrom {
  readonly key: RowImage;
  readonly commitLsn: Lsn;
}

interface NetChangeBase {
  readonly commit: Commit;
  /** Ordinal of the change within the interval; orders the parts' net changes of one key. */
  readonly ordinal: number;
}
