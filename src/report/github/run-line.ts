import { escapeMarkdown } from '../markdown-text.ts';
import { formatInstant } from '../run-facts.ts';
import type { EventFacts } from './event-facts.ts';

/** `1a2b3c4 · run 4711, attempt 2 · 2026-11-22 06:15 UTC`, with its links: which run says this, about which commit, and when. */
export function formatRunLine({ headSha, runId, runUrl, runAttempt }: EventFacts, now: Date): string {
  const run = `run ${escapeMarkdown(runId ?? '')}${runAttempt > 1 ? `, attempt ${runAttempt}` : ''}`;
  return [
    ...(headSha === undefined ? [] : [`Commit ${headSha.slice(0, 7)}`]),
    ...(runId === undefined ? [] : [runUrl === undefined ? run : `[${run}](${runUrl})`]),
    formatInstant(now.toISOString()),
  ].join(' · ');
}
