export interface TextColumn {
  readonly title: string;
  readonly align: 'left' | 'right';
}

const GAP = '  ';

/** Lines of a plain table: titles, a rule, rows. Cells must be single lines; widths count characters, not bytes. */
export function formatTextTable(
  columns: readonly TextColumn[],
  rows: readonly (readonly string[])[],
): readonly string[] {
  const widths = columns.map((column, index) =>
    rows.reduce((width, row) => Math.max(width, lengthOf(row[index] ?? '')), lengthOf(column.title)),
  );
  const line = (cells: readonly string[]): string =>
    columns
      .map((column, index) => pad(cells[index] ?? '', widths[index] ?? 0, column.align))
      .join(GAP)
      .trimEnd();
  return [
    line(columns.map((column) => column.title)),
    widths.map((width) => '─'.repeat(width)).join(GAP),
    ...rows.map(line),
  ];
}

function pad(cell: string, width: number, align: TextColumn['align']): string {
  const blanks = ' '.repeat(Math.max(0, width - lengthOf(cell)));
  return align === 'left' ? cell + blanks : blanks + cell;
}

/** In code points, so that a letter outside the basic plane counts once. */
function lengthOf(cell: string): number {
  return Array.from(cell).length;
}
