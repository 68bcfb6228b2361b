import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import {
  init_node_20_polyfills
} from "./part-KSWFSZFM.mjs";

// src/report/text-table.ts
init_node_20_polyfills();
var GAP = "  ";
function formatTextTable(columns, rows) {
  const widths = columns.map(
    (column, index) => rows.reduce((width, row) => Math.max(width, lengthOf(row[index] ?? "")), lengthOf(column.title))
  );
  const line = (cells) => columns.map((column, index) => pad(cells[index] ?? "", widths[index] ?? 0, column.align)).join(GAP).trimEnd();
  return [
    line(columns.map((column) => column.title)),
    widths.map((width) => "─".repeat(width)).join(GAP),
    ...rows.map(line)
  ];
}
function pad(cell, width, align) {
  const blanks = " ".repeat(Math.max(0, width - lengthOf(cell)));
  return align === "left" ? cell + blanks : blanks + cell;
}
function lengthOf(cell) {
  return Array.from(cell).length;
}

export {
  formatTextTable
};
