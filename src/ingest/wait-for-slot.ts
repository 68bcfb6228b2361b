import { setTimeout as waitMs } from 'node:timers/promises';
import type { SourceFacts } from '../model/source-facts.ts';
import { SlotActiveSignal } from '../source/slot-active-signal.ts';
import type { Source } from '../source/source.ts';

/** How long a slot may stay with a run that was killed, until the server notices: longer, and somebody really holds it. */
const PATIENCE_MS = 5_000;
const STEP_MS = 250;

/** Reads the facts, waiting a little while another consumer holds the slot. Throws SlotActiveSignal after that. */
export async function waitForSlot(source: Source, abandon: AbortSignal): Promise<SourceFacts> {
  for (let waitedMs = 0; ; waitedMs += STEP_MS) {
    const facts = await source.readFacts();
    if (facts.slot?.active !== true) return facts;
    if (waitedMs >= PATIENCE_MS) throw new SlotActiveSignal('the slot is active');
    await waitMs(STEP_MS, undefined, { signal: abandon });
  }
}
