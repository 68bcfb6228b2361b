import { printableLine } from '../report/foreign-text.ts';
import { formatNumberOf } from '../report/quantity.ts';
import { formatTextTable } from '../report/text-table.ts';

export interface QueryResult {
  readonly columns: readonly { readonly name: string; readonly type: string }[];
  /** Every value as text; `null` is SQL's null. */
  readonly rows: readonly (readonly (string | null)[])[];
  /** The same rows as objects of JSON values; numbers that JSON cannot hold exactly are texts. */
  readonly jsonRows: readonly unknown[];
}

export const QUERY_FORMATS = ['table', 'json', 'csv'] as const;
export type QueryFormat = (typeof QUERY_FORMATS)[number];

/** The whole output for a result, line end included. */
export function formatQueryResult(result: QueryResult, format: QueryFormat): string {
  switch (format) {
    case 'table':
      return formatTable(result);
    case 'json':
      return `${JSON.stringify(result.jsonRows, undefined, 2)}\n`;
    case 'csv':
      return formatCsv(result);
  }
}

const NUMBER_TYPE = /^(?:U?(?:TINY|SMALL|BIG|HUGE)?INT(?:EGER)?|FLOAT|DOUBLE|DECIMAL\b.*)$/;

function formatTable({ columns, rows }: QueryResult): string {
  const lines = formatTextTable(
    columns.map(({ name, type }) => ({
      title: printableLine(name),
      align: NUMBER_TYPE.test(type) ? 'right' : 'left',
    })),
    rows.map((row) => row.map((value) => printableLine(value ?? 'NULL'))),
  );
  return `${[...lines, `(${formatNumberOf(rows.length, 'row')})`].join('\n')}\n`;
}

/** RFC 4180 with a header line. NULL is an empty field, the empty text is `""`. */
function formatCsv({ columns, rows }: QueryResult): string {
  const lines = [columns.map(({ name }) => name), ...rows].map((row) => row.map(csvField).join(','));
  return `${lines.join('\r\n')}\r\n`;
}

function csvField(value: string | null): string {
  if (value === null) return '';
  return value === '' || /[",\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
}
