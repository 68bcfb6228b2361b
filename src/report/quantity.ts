const KIBIBYTE = 1024;
const BYTE_UNITS = ['B', 'KiB', 'MiB', 'GiB', 'TiB', 'PiB'] as const;
const SMALLEST_MONEY = 0.01;
const SECOND_MS = 1000;
const MINUTE_MS = 60 * SECOND_MS;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** `1234567` → `1,234,567`. */
export function formatCount(count: number): string {
  return Math.trunc(count)
    .toString()
    .replace(/\B(?=(\d{3})+$)/g, ',');
}

/** `1 row`, `2 rows`, `1,204 rows`. */
export function formatNumberOf(count: number, noun: string): string {
  return `${formatCount(count)} ${noun}${count === 1 ? '' : 's'}`;
}

/** `0 B`, `1.5 KiB`, `230 MiB`: three digits at most, units of 1024. */
export function formatBytes(bytes: number): string {
  let value = bytes;
  let unit = 0;
  while (value >= 999.5 && unit < BYTE_UNITS.length - 1) {
    value /= KIBIBYTE;
    unit += 1;
  }
  const digits = unit === 0 || value >= 99.95 ? 0 : 1;
  return `${value.toFixed(digits)} ${BYTE_UNITS[unit] ?? ''}`;
}

/** `2.80 USD`; what is more than nothing and less than a hundredth reads `less than 0.01 USD`. */
export function formatMoney(amount: number, currency: string): string {
  if (amount > 0 && amount < SMALLEST_MONEY / 2) return `less than ${SMALLEST_MONEY.toFixed(2)} ${currency}`;
  return `${amount.toFixed(2)} ${currency}`;
}

/** `██████░░░░`: a share from 0 to 1, which may be larger, as a bar of fixed width. */
export function formatBar(share: number, width: number): string {
  const filled = Math.round(Math.min(1, Math.max(0, share)) * width);
  return '█'.repeat(filled) + '░'.repeat(width - filled);
}

/** `0.4s`, `12.3s`, `3m 05s`, `2h 10m`, `4d 06h`: the two units that matter. */
export function formatDuration(durationMs: number): string {
  if (durationMs < MINUTE_MS - 50) return `${(durationMs / SECOND_MS).toFixed(1)}s`;
  const rounded = Math.round(durationMs / SECOND_MS) * SECOND_MS;
  if (rounded < HOUR_MS) return twoUnits(rounded, MINUTE_MS, 'm', SECOND_MS, 's');
  if (rounded < DAY_MS) return twoUnits(rounded, HOUR_MS, 'h', MINUTE_MS, 'm');
  return twoUnits(rounded, DAY_MS, 'd', HOUR_MS, 'h');
}

function twoUnits(
  durationMs: number,
  largeMs: number,
  large: string,
  smallMs: number,
  small: string,
): string {
  const rest = Math.floor((durationMs % largeMs) / smallMs);
  return `${Math.floor(durationMs / largeMs)}${large} ${rest.toString().padStart(2, '0')}${small}`;
}
