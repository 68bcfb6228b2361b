import type { LineCounter } from 'yaml';
import type { Place } from './config-document.ts';

/** The place of a stretch of text, by character indices; it ends with the line when the stretch goes on. */
export function placeBetween(lineCounter: LineCounter, start: number, end: number): Place {
  const from = lineCounter.linePos(start);
  const to = lineCounter.linePos(end);
  const place = { line: Math.max(from.line, 1), column: Math.max(from.col, 1) };
  return to.line === from.line && to.col > from.col ? { ...place, endColumn: to.col } : place;
}
