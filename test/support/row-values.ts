import { type RowView, ValueKind } from '../../src/model/row-view.ts';
import { type Tuple, UNCHANGED } from './pgoutput-builder.ts';

/** An open image as plain values, column by column. */
export function valuesOf(view: RowView): Tuple {
  return Array.from(view.kinds, (kind, column) => {
    if (kind === ValueKind.null) return null;
    if (kind === ValueKind.unchanged) return UNCHANGED;
    return view.bytes.toString('utf8', view.starts[column], view.ends[column]);
  });
}
