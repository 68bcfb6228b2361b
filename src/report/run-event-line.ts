import { printableLine } from './foreign-text.ts';
import { formatBytes, formatCount } from './quantity.ts';
import type { RunEvent } from './reporter.ts';

export type ProgressEvent = Extract<RunEvent, { tag: 'progress' }>;

/** `load public.orders: 50,000 of 200,000 rows (25%)`. */
export function formatProgress(event: ProgressEvent): string {
  return `${printableLine(event.task)}: ${formatAmount(event)}`;
}

/** `50,000 of 200,000 rows (25%)`, `1.5 MiB`. */
export function formatAmount(event: ProgressEvent): string {
  const { total } = event;
  if (event.unit === 'bytes')
    return total === undefined
      ? formatBytes(event.done)
      : `${formatBytes(event.done)} of ${formatBytes(total)}`;
  const done = formatCount(event.done);
  if (total === undefined) return `${done} ${event.unit}`;
  return `${done} of ${formatCount(total)} ${event.unit}${percentSuffix(shareDone(event))}`;
}

/** Between 0 and 1; `undefined` when nobody knows the total. An estimate that proves too small stays at 1. */
export function shareDone(event: ProgressEvent): number | undefined {
  if (event.total === undefined || event.total <= 0) return undefined;
  return Math.min(1, Math.max(0, event.done / event.total));
}

function percentSuffix(share: number | undefined): string {
  return share === undefined ? '' : ` (${Math.floor(share * 100)}%)`;
}
