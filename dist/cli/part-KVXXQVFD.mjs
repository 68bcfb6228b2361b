import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import {
  init_node_20_polyfills
} from "./part-KSWFSZFM.mjs";

// src/report/quantity.ts
init_node_20_polyfills();
var KIBIBYTE = 1024;
var BYTE_UNITS = ["B", "KiB", "MiB", "GiB", "TiB", "PiB"];
var SMALLEST_MONEY = 0.01;
var SECOND_MS = 1e3;
var MINUTE_MS = 60 * SECOND_MS;
var HOUR_MS = 60 * MINUTE_MS;
var DAY_MS = 24 * HOUR_MS;
function formatCount(count) {
  return Math.trunc(count).toString().replace(/\B(?=(\d{3})+$)/g, ",");
}
function formatNumberOf(count, noun) {
  return `${formatCount(count)} ${noun}${count === 1 ? "" : "s"}`;
}
function formatBytes(bytes) {
  let value = bytes;
  let unit = 0;
  while (value >= 999.5 && unit < BYTE_UNITS.length - 1) {
    value /= KIBIBYTE;
    unit += 1;
  }
  const digits = unit === 0 || value >= 99.95 ? 0 : 1;
  return `${value.toFixed(digits)} ${BYTE_UNITS[unit] ?? ""}`;
}
function formatMoney(amount, currency) {
  if (amount > 0 && amount < SMALLEST_MONEY / 2) return `less than ${SMALLEST_MONEY.toFixed(2)} ${currency}`;
  return `${amount.toFixed(2)} ${currency}`;
}
function formatBar(share, width) {
  const filled = Math.round(Math.min(1, Math.max(0, share)) * width);
  return "█".repeat(filled) + "░".repeat(width - filled);
}
function formatDuration(durationMs) {
  if (durationMs < MINUTE_MS - 50) return `${(durationMs / SECOND_MS).toFixed(1)}s`;
  const rounded = Math.round(durationMs / SECOND_MS) * SECOND_MS;
  if (rounded < HOUR_MS) return twoUnits(rounded, MINUTE_MS, "m", SECOND_MS, "s");
  if (rounded < DAY_MS) return twoUnits(rounded, HOUR_MS, "h", MINUTE_MS, "m");
  return twoUnits(rounded, DAY_MS, "d", HOUR_MS, "h");
}
function twoUnits(durationMs, largeMs, large, smallMs, small) {
  const rest = Math.floor(durationMs % largeMs / smallMs);
  return `${Math.floor(durationMs / largeMs)}${large} ${rest.toString().padStart(2, "0")}${small}`;
}

export {
  formatCount,
  formatNumberOf,
  formatBytes,
  formatMoney,
  formatBar,
  formatDuration
};
