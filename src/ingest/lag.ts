import { lsnDistance } from '../model/lsn.ts';
import type { SourceFacts } from '../model/source-facts.ts';

/** Log that the slot held back when the run looked; null without a slot. */
export function retainedBytes(facts: SourceFacts): number | null {
  const confirmed = facts.slot?.confirmedFlushLsn;
  return confirmed === undefined ? null : lsnDistance(confirmed, facts.flushLsn);
}

/** Age of a commit time (microseconds since 1970 UTC) in seconds; 0 when there is none. */
export function ageSeconds(committedAt: bigint | undefined, nowMs: number): number {
  return committedAt === undefined ? 0 : Math.max(0, (nowMs - Number(committedAt / 1000n)) / 1000);
}
