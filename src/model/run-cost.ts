/** What an hour of the warehouse costs, as the configuration says it. */
export interface CostPerHour {
  readonly amount: number;
  /** ISO 4217: `USD`. */
  readonly currency: string;
}

/** What a run's statements cost. The warehouse's start-up and its idle time until it stops by itself are not in it. */
export interface RunCost {
  readonly amount: number;
  readonly perHour: number;
  readonly currency: string;
}

const HOUR_MS = 3_600_000;
/** Millionths: finer than any bill, and no long tail of digits in the JSON report. */
const PRECISION = 1e6;

/** The share of an hour's price that falls on the time in which a statement was under way. */
export function runCost(busyMs: number, { amount, currency }: CostPerHour): RunCost {
  return {
    amount: Math.round((amount * busyMs * PRECISION) / HOUR_MS) / PRECISION,
    perHour: amount,
    currency,
  };
}
