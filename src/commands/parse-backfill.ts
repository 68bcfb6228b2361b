import { nearestWord } from '../config/did-you-mean.ts';
import { BACKFILL_MODES, type BackfillRequest } from '../model/backfill.ts';
import { IngestError } from '../model/ingest-error.ts';
import { ALL_ROWS } from '../model/key-range.ts';

/** What a person gives for a backfill, as text. */
export interface BackfillWords {
  /** `public.orders`, each for itself. */
  readonly tables: readonly string[];
  readonly mode: string | undefined;
  /** `1000..2000`, `1000..`, `..2000` */
  readonly keyRange: string | undefined;
}

/** Throws IngestError `usage-invalid`. */
export function parseBackfill({ tables, mode, keyRange }: BackfillWords): BackfillRequest {
  return {
    tables: [...new Set(tables)],
    mode: parseMode(mode ?? 'missing'),
    range: keyRange === undefined ? ALL_ROWS : parseKeyRange(keyRange),
  };
}

function parseMode(word: string): BackfillRequest['mode'] {
  const mode = BACKFILL_MODES.find((candidate) => candidate === word);
  if (mode !== undefined) return mode;
  const nearest = nearestWord(word, BACKFILL_MODES);
  throw new IngestError('usage-invalid', `The mode of the backfill is "${word}".`, {
    solution: `${nearest === undefined ? '' : `Did you mean ${nearest}? `}It may be missing (what was never loaded completely) or refresh (loaded tables are read again).`,
  });
}

function parseKeyRange(text: string): BackfillRequest['range'] {
  const at = text.indexOf('..');
  const from = text.slice(0, at).trim();
  const to = text.slice(at + 2).trim();
  if (at === -1 || (from === '' && to === '')) {
    throw new IngestError('usage-invalid', 'The key range is not one.', {
      solution:
        'Write two values of the first key column with two dots between, both included: 1000..2000, or 1000.. or ..2000.',
    });
  }
  return { from: from === '' ? null : from, to: to === '' ? null : to };
}
