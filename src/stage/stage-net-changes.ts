import type { NetChange } from '../model/net-change.ts';
import { readRowImage } from '../model/row-image.ts';
import { RowView, ValueKind } from '../model/row-view.ts';
import { openStagedFile, type StagedFileSummary } from './parquet-file.ts';
import type { RowControl, StagedLayout } from './staged-row-group.ts';

export interface StagedPart extends StagedFileSummary {
  /** Indexes of staged columns that some row leaves unchanged. */
  readonly unchangedColumns: ReadonlySet<number>;
  readonly movedRows: boolean;
  /** Rows that are deleted. */
  readonly deletions: number;
}

/** Writes net changes of one table, all of one shape, into one staged file. */
export async function stageNetChanges(
  netChanges: Iterable<NetChange> | AsyncIterable<NetChange>,
  options: { readonly path: string; readonly columnCount: number; readonly layout: StagedLayout },
): Promise<StagedPart> {
  const { path, columnCount, layout } = options;
  await using file = openStagedFile({ ...layout, path });
  const view = new RowView(columnCount);
  const keyView = new RowView(columnCount);
  const unchangedColumns = new Set<number>();
  let movedRows = false;
  let deletions = 0;
  const stage = (change: NetChange): void => {
    readRowImage(change.image, view);
    if (change.tag !== 'upsert') deletions += 1;
    // A key image has nulls where it knows nothing: they are not values.
    if (change.tag !== 'delete-key') noteUnchanged(view, layout, unchangedColumns);
    const movedFrom = change.tag === 'delete-key' ? undefined : change.movedFrom;
    if (movedFrom === undefined) {
      file.append(view, controlOf(change, 0n));
    } else {
      movedRows = true;
      file.append(view, controlOf(change, movedFrom.commitLsn), readRowImage(movedFrom.key, keyView));
    }
  };
  // Waiting for each of many rows that are there already would take longer than staging them.
  if (Symbol.iterator in netChanges) for (const change of netChanges) stage(change);
  else for await (const change of netChanges) stage(change);
  const summary = await file.close();
  return { ...summary, unchangedColumns, movedRows, deletions };
}

function noteUnchanged(view: RowView, layout: StagedLayout, unchangedColumns: Set<number>): void {
  for (const index of layout.keepable) {
    if (view.kinds[layout.columns[index]?.sourceIndex ?? -1] === ValueKind.unchanged)
      unchangedColumns.add(index);
  }
}

const OPERATIONS = { upsert: 'u', delete: 'x', 'delete-key': 'd' } as const satisfies Record<
  NetChange['tag'],
  string
>;

function controlOf(change: NetChange, movedLsn: bigint): RowControl {
  const { commit, ordinal } = change;
  return {
    op: OPERATIONS[change.tag],
    lsn: commit.commitLsn,
    committedAt: commit.committedAt,
    seq: ordinal,
    movedLsn,
  };
}
