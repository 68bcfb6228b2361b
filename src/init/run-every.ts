import { IngestError } from '../model/ingest-error.ts';

/** How often pipelines run: what `schedule.every` says, and the cron line that starts runs so often. */
export interface RunEvery {
  /** As in a configuration: `15m`. */
  readonly every: string;
  readonly cron: string;
  readonly limits: RunLimits;
}

export interface RunLimits {
  /** The action's `max-duration`. */
  readonly maxDuration: string;
  /** The job's `timeout-minutes`: enough above `maxDuration` for setting up and for a clean end. */
  readonly timeoutMinutes: number;
}

/** GitHub drops and delays most of what is due at the full hour, so every line starts runs a few minutes later. */
const MINUTE = 7;
const MINUTES = [5, 10, 15, 20, 30] as const;
const HOURS = [1, 2, 3, 4, 6, 8, 12, 24] as const;

/** A run takes all that is pending, and the next one goes on where it was stopped; an hour is enough for both. */
const LIMITS: RunLimits = { maxDuration: '50m', timeoutMinutes: 60 };

/** Throws IngestError `usage-invalid` for an interval that no cron line keeps evenly, or that GitHub does not offer. */
export function parseRunEvery(text: string): RunEvery {
  const [, amount = '', unit = ''] = /^(\d{1,4})\s*([mhd])$/.exec(text.trim()) ?? [];
  const minutes = Number(amount) * (unit === 'd' ? 24 * 60 : unit === 'h' ? 60 : 1);
  const cron = cronOf(minutes);
  if (cron === undefined)
    throw new IngestError('usage-invalid', `Runs cannot be started every "${text}" by a cron line.`, {
      solution: `Take one of ${[...MINUTES.map((some) => `${some}m`), ...HOURS.map((some) => `${some}h`)].join(', ')}. GitHub starts nothing more often than every five minutes.`,
    });
  return { every: minutes % 60 === 0 ? `${minutes / 60}h` : `${minutes}m`, cron, limits: LIMITS };
}

function cronOf(minutes: number): string | undefined {
  if (MINUTES.some((some) => some === minutes)) return `${minutesOfTheHour(minutes)} * * * *`;
  const hours = HOURS.find((some) => some * 60 === minutes);
  switch (hours) {
    case undefined:
      return undefined;
    case 1:
      return `${MINUTE} * * * *`;
    case 24:
      return `${MINUTE} 3 * * *`;
    default:
      return `${MINUTE} */${hours} * * *`;
  }
}

function minutesOfTheHour(every: number): string {
  const first = MINUTE % every;
  return Array.from({ length: 60 / every }, (_, index) => first + index * every).join(',');
}
