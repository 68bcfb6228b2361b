import type { Commit, PreviousImage, RowChange } from '../model/change.ts';
import { IngestError } from '../model/ingest-error.ts';
import type { MovedFrom, NetChange } from '../model/net-change.ts';
import { fillUnchanged, hasUnchanged, nullImage, type RowImage, readRowImage } from '../model/row-image.ts';
import { RowView } from '../model/row-view.ts';
import { rowKeyOf } from './row-key.ts';

export interface CompactorOptions {
  readonly table: string;
  readonly columnCount: number;
  /** Indexes of the row key's columns in an image. */
  readonly keyColumns: readonly number[];
  /** Whether a deleted row's last image is wanted (deleted rows are kept), or its key is enough. */
  readonly keepDeletedImages: boolean;
}

/**
 * Folds the changes of one table, in the order of the log, into one net change per row key.
 *
 * The fold is exact: applying the net changes gives the rows that applying every change one by one would give.
 * What an update leaves unchanged (TOAST) is filled from the old image or from an earlier change of the row where
 * one of them has it, and otherwise stays unchanged, for the merge to keep what the target holds.
 *
 * All images are of one shape; when the table's columns change, take the net changes and start anew.
 */
export class TableCompactor {
  readonly #options: CompactorOptions;
  readonly #netChanges = new Map<string, NetChange>();
  readonly #view: RowView;
  readonly #donorView: RowView;
  readonly #nowhere: RowImage;

  constructor(options: CompactorOptions) {
    this.#options = options;
    this.#view = new RowView(options.columnCount);
    this.#donorView = new RowView(options.columnCount);
    this.#nowhere = nullImage(options.columnCount);
  }

  get size(): number {
    return this.#netChanges.size;
  }

  apply(change: RowChange, commit: Commit, ordinal: number): void {
    switch (change.tag) {
      case 'insert': {
        const key = this.#keyOf(change.image);
        this.#netChanges.set(key, {
          tag: 'upsert',
          image: change.image,
          // A row that comes into a publication's row filter is sent as an insert, even where its update left values unchanged:
          // no row here has them, the target's is of before it went out.
          movedFrom: hasUnchanged(this.#view)
            ? { key: this.#nowhere, commitLsn: commit.commitLsn }
            : undefined,
          commit,
          ordinal,
        });
        return;
      }
      case 'update':
        this.#update(change.image, change.previous, commit, ordinal);
        return;
      case 'delete':
        this.#delete(this.#keyOf(change.previous.image), change.previous, commit, ordinal);
        return;
      default:
        change satisfies never;
    }
  }

  /** Forgets everything: the rows changed before a TRUNCATE are gone with it. */
  truncate(): void {
    this.#netChanges.clear();
  }

  /** The net changes so far; the compactor is empty afterwards. */
  *take(): Generator<NetChange, void, undefined> {
    yield* this.#netChanges.values();
    this.#netChanges.clear();
  }

  #update(image: RowImage, previous: PreviousImage | undefined, commit: Commit, ordinal: number): void {
    const key = this.#keyOf(image);
    const unchanged = hasUnchanged(this.#view);
    const previousKey = previous === undefined ? key : this.#keyOf(previous.image);
    const before = this.#netChanges.get(previousKey);
    const moved = previousKey !== key;
    if (moved && previous !== undefined) this.#delete(previousKey, previous, commit, ordinal);
    if (!unchanged) {
      this.#netChanges.set(key, { tag: 'upsert', image, movedFrom: undefined, commit, ordinal });
      return;
    }
    const completed = this.#complete(image, previous, before);
    this.#netChanges.set(key, {
      tag: 'upsert',
      image: completed,
      movedFrom: this.#whereUnchangedLies(
        completed,
        before,
        moved && previous !== undefined ? { key: previous.image, commitLsn: commit.commitLsn } : undefined,
      ),
      commit,
      ordinal,
    });
  }

  /** Where the values that an image still leaves unchanged are to be found, if not under the row's own key. */
  #whereUnchangedLies(
    image: RowImage,
    before: NetChange | undefined,
    moved: MovedFrom | undefined,
  ): MovedFrom | undefined {
    if (!hasUnchanged(readRowImage(image, this.#view))) return undefined;
    if (before?.tag !== 'upsert' || before.movedFrom === undefined) return moved;
    // The values still lie where they lay before the first move; the last move is when they are due.
    return { key: before.movedFrom.key, commitLsn: moved?.commitLsn ?? before.movedFrom.commitLsn };
  }

  #complete(image: RowImage, previous: PreviousImage | undefined, before: NetChange | undefined): RowImage {
    // An old image is the row right before this change, so it knows best.
    if (previous?.tag === 'full') return this.#fill(image, previous.image);
    if (before === undefined) return image;
    if (before.tag !== 'upsert') {
      throw new IngestError(
        'protocol-violated',
        `${this.#options.table}: PostgreSQL sent an update of a row that it had deleted.`,
      );
    }
    return this.#fill(image, before.image);
  }

  #fill(image: RowImage, donor: RowImage): RowImage {
    return fillUnchanged(readRowImage(image, this.#view), readRowImage(donor, this.#donorView));
  }

  #delete(key: string, previous: PreviousImage, commit: Commit, ordinal: number): void {
    this.#netChanges.set(key, this.#deletion(previous, this.#netChanges.get(key), commit, ordinal));
  }

  #deletion(
    previous: PreviousImage,
    before: NetChange | undefined,
    commit: Commit,
    ordinal: number,
  ): NetChange {
    if (this.#options.keepDeletedImages) {
      if (previous.tag === 'full') {
        return { tag: 'delete', image: previous.image, movedFrom: undefined, commit, ordinal };
      }
      if (before?.tag === 'upsert') {
        return { tag: 'delete', image: before.image, movedFrom: before.movedFrom, commit, ordinal };
      }
    }
    return { tag: 'delete-key', image: previous.image, commit, ordinal };
  }

  #keyOf(image: RowImage): string {
    return rowKeyOf(readRowImage(image, this.#view), this.#options.keyColumns, this.#options.table);
  }
}
