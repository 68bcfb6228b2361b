/** From 1970 to PostgreSQL's epoch, 2000-01-01 UTC, in microseconds. */
export const POSTGRES_EPOCH_US = 946_684_800_000_000n;
