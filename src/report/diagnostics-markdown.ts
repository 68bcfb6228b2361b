import type { Diagnostic, Severity } from '../model/diagnostic.ts';
import { countDiagnostics, isError } from './diagnostics-text.ts';
import { type MarkdownColumn, tableBlock } from './markdown-block.ts';
import { escapeMarkdown } from './markdown-text.ts';
import { formatNumberOf } from './quantity.ts';

/** What a step's summary leaves for the rest of it: the runner drops one above 1 MiB as a whole. */
const MAX_BYTES = 300 * 1024;

export interface DiagnosticsMarkdownOptions {
  /** Address of a line of a file as the diagnostic names it; without it, places are plain text. */
  readonly link?: (file: string, line: number) => string;
}

/**
 * Findings as GitHub Markdown for the job summary: a verdict, then a table with every finding in the given order, errors
 * before warnings before notices. Text from the files shows as it is and is never markup. At most 300 KiB: rows that do not
 * fit are left out whole, the least weighty first, and counted in a last line.
 */
export function formatDiagnosticsMarkdown(
  diagnostics: readonly Diagnostic[],
  { link }: DiagnosticsMarkdownOptions = {},
): string {
  if (diagnostics.length === 0) return '### ✅ No findings\n';
  const heading = `### ${diagnostics.some(isError) ? MARKS.error : MARKS[worstOf(diagnostics)]} ${countDiagnostics(diagnostics)}`;
  const rows = diagnostics
    .toSorted((a, b) => WEIGHTS[b.severity] - WEIGHTS[a.severity])
    .map((diagnostic) => findingRow(diagnostic, link));
  const fitting = countFitting(rows);
  const left = rows.length - fitting;
  return `${[
    heading,
    '',
    tableBlock(COLUMNS, rows.slice(0, fitting)),
    ...(left > 0 ? ['', `… and ${formatNumberOf(left, 'more finding')}: the log lists all of them.`] : []),
  ].join('\n')}\n`;
}

const MARKS = { error: '❌', warning: '⚠️', notice: 'ℹ️' } as const satisfies Record<Severity, string>;
const WEIGHTS = { error: 2, warning: 1, notice: 0 } as const satisfies Record<Severity, number>;

const COLUMNS: readonly MarkdownColumn[] = ['', 'where', 'finding', 'what to do'].map((title) => ({
  title,
  align: 'left',
}));

function worstOf(diagnostics: readonly Diagnostic[]): Severity {
  return diagnostics.some(({ severity }) => severity === 'warning') ? 'warning' : 'notice';
}

function findingRow(
  { severity, file, line, column, code, message, hint }: Diagnostic,
  link: DiagnosticsMarkdownOptions['link'],
): readonly string[] {
  const place = escapeMarkdown(`${file}:${line}:${column}`);
  const linked =
    link === undefined ? place : `[${place}](<${encodeURI(link(file, line)).replace(/[<>]/g, '')}>)`;
  return [MARKS[severity], linked, `${proseOf(message)} <sub>${code}</sub>`, proseOf(hint ?? '')];
}

/** Our own sentences put settings and values between backticks; whatever stands there is shown as code. */
function proseOf(sentence: string): string {
  return sentence
    .split(/`([^`]*)`/)
    .map((part, index) => (index % 2 === 1 ? `<code>${escapeMarkdown(part)}</code>` : escapeSpaced(part)))
    .join('');
}

function escapeSpaced(text: string): string {
  return text.trim() === '' ? text : escapeMarkdown(text);
}

/** How many rows, from the first, stay below the limit together. */
function countFitting(rows: readonly (readonly string[])[]): number {
  let bytes = 0;
  let count = 0;
  for (const row of rows) {
    bytes += Buffer.byteLength(row.join(' | ')) + ROW_FRAME_BYTES;
    if (bytes > MAX_BYTES - FRAME_BYTES) return count;
    count += 1;
  }
  return count;
}

/** `| ` before a row, ` |` and a line end after it. */
const ROW_FRAME_BYTES = 5;
/** More than heading, table head and last line take. */
const FRAME_BYTES = 1024;
