import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import {
  formatBytes,
  formatCount
} from "./part-RVW7BTWX.mjs";

// src/report/run-chart.ts
function formatRunChart(entries, { width }) {
  const bars = entries.slice(0, MOST_RUNS).toReversed().map(barsOf);
  if (bars.length === 0) return [];
  const rowsWidth = widest(bars, "rowsText");
  const lagWidth = widest(bars, "lagText");
  const free = width - TIME_WIDTH - rowsWidth - lagWidth - 2 * GAP.length - 2;
  const barWidth = Math.min(WIDEST_BAR, Math.max(NARROWEST_BAR, Math.floor(free / 2)));
  const scale = {
    changes: largest(bars, ({ loads, rows }) => loads ? 0 : rows),
    loads: largest(bars, ({ loads, rows }) => loads ? rows : 0),
    lag: largest(bars, ({ lag }) => lag)
  };
  const columns = { barWidth, rowsWidth, lagWidth };
  return [titleLine(bars, columns), ...bars.map((one) => runLine(one, scale, columns))];
}
var MOST_RUNS = 20;
var NARROWEST_BAR = 6;
var WIDEST_BAR = 28;
var GAP = "  ";
var TIME_WIDTH = 12;
var EIGHTHS = ["▏", "▎", "▍", "▌", "▋", "▊", "▉", "█"];
function barsOf(entry) {
  const rows = entry.changes + entry.loadedRows;
  return {
    time: formatTime(entry.startedAt),
    loads: entry.loadedRows > 0,
    rows,
    rowsText: formatCount(rows),
    lag: entry.lagBytes ?? 0,
    lagText: entry.lagBytes === null ? "–" : formatBytes(entry.lagBytes)
  };
}
function titleLine(bars, { barWidth, rowsWidth, lagWidth }) {
  const hasLoads = bars.some(({ loads }) => loads);
  const hasChanges = bars.some(({ loads }) => !loads);
  const rows = hasLoads ? hasChanges ? "changes, ░ loaded" : "rows loaded" : "changes";
  return [
    "started, UTC".padEnd(TIME_WIDTH),
    titleCell(rows, barWidth + 1 + rowsWidth),
    titleCell("lag", barWidth + 1 + lagWidth)
  ].join(GAP).trimEnd();
}
function runLine(run, scale, { barWidth, rowsWidth, lagWidth }) {
  const rows = run.loads ? lightBar(run.rows, scale.loads, barWidth) : fullBar(run.rows, scale.changes, barWidth);
  const lag = fullBar(run.lag, scale.lag, barWidth);
  return [
    run.time,
    `${rows} ${run.rowsText.padStart(rowsWidth)}`,
    `${lag} ${run.lagText.padStart(lagWidth)}`
  ].join(GAP);
}
function fullBar(value, whole, width) {
  const eighths = whole === 0 ? 0 : Math.round(value / whole * width * EIGHTHS.length);
  const drawn = value > 0 ? Math.max(1, eighths) : 0;
  const rest = drawn % EIGHTHS.length;
  const bar = "█".repeat(Math.floor(drawn / EIGHTHS.length)) + (rest === 0 ? "" : EIGHTHS[rest - 1] ?? "");
  return bar.padEnd(width);
}
function lightBar(value, whole, width) {
  return "░".repeat(Math.max(1, Math.round(value / Math.max(1, whole) * width))).padEnd(width);
}
function formatTime(instant) {
  const date = new Date(instant);
  const two = (number) => String(number).padStart(2, "0");
  const day = `${MONTHS[date.getUTCMonth()] ?? ""} ${two(date.getUTCDate())}`;
  return `${day} ${two(date.getUTCHours())}:${two(date.getUTCMinutes())}`;
}
var MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
function largest(bars, of) {
  return bars.reduce((most, run) => Math.max(most, of(run)), 0);
}
function widest(bars, text) {
  return bars.reduce((width, run) => Math.max(width, run[text].length), 0);
}
function titleCell(title, width) {
  return (title.length > width ? title.split(/\W/, 1)[0] ?? "" : title).padEnd(width);
}

export {
  formatRunChart
};
