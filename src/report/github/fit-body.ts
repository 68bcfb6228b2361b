/**
 * What a comment or an issue may hold, in bytes of UTF-8, which are never fewer than its characters: GitHub refuses more than
 * 65,536 characters.
 */
export const MAX_BODY_BYTES = 60_000;

export interface BodyLimit {
  readonly maxBytes: number;
  /** One paragraph of Markdown that ends a text that was cut: where the rest is. */
  readonly note: string;
}

/**
 * Markdown of our own blocks (headings, paragraphs, lists, tables, fenced code, `<details>`) that fits the limit. What is too
 * long is cut at the end, between two lines and never inside a table row; code blocks and `<details>` that are open there are
 * closed, and headings and table heads with nothing below them go, too. Always under the limit if the note is.
 */
export function fitBody(text: string, { maxBytes, note }: BodyLimit): string {
  if (Buffer.byteLength(text) <= maxBytes) return text;
  const lines = text.split('\n');
  const states = statesAfter(lines);
  for (let count = countBelow(lines, maxBytes - Buffer.byteLength(note)); count > 0; count -= 1) {
    if (!mayEndAfter(lines, states, count)) continue;
    const body = [...lines.slice(0, count), ...closersOf(states[count - 1]), '', note].join('\n');
    if (Buffer.byteLength(body) <= maxBytes) return body;
  }
  return note;
}

/** What is open after a line. */
interface BlockState {
  /** The opening fence, and what stands before it in a list or a quotation, where the closing one needs the same. */
  readonly fence: { readonly prefix: string; readonly ticks: string } | undefined;
  readonly openDetails: number;
}

const NOTHING_OPEN: BlockState = { fence: undefined, openDetails: 0 };

function statesAfter(lines: readonly string[]): readonly BlockState[] {
  let state = NOTHING_OPEN;
  return lines.map((line) => {
    state = stateAfter(state, line);
    return state;
  });
}

function stateAfter({ fence, openDetails }: BlockState, line: string): BlockState {
  const [, prefix = '', ticks = '', rest = ''] = /^([\s>]*)(`{3,}|~{3,})(.*)$/.exec(line) ?? [];
  if (fence !== undefined) {
    const closes =
      ticks.startsWith(fence.ticks) && rest.trim() === '' && depthOf(prefix) === depthOf(fence.prefix);
    return { fence: closes ? undefined : fence, openDetails };
  }
  if (ticks !== '' && !(ticks.startsWith('`') && rest.includes('`')))
    return { fence: { prefix, ticks }, openDetails };
  const opened = line.match(/<details\b/g)?.length ?? 0;
  const closed = line.match(/<\/details>/g)?.length ?? 0;
  return { fence, openDetails: Math.max(0, openDetails + opened - closed) };
}

/** How many quotations deep. */
function depthOf(prefix: string): number {
  return prefix.split('>').length;
}

/** How many lines fit below a size; the note and what closes the blocks come on top. */
function countBelow(lines: readonly string[], maxBytes: number): number {
  let bytes = 0;
  const index = lines.findIndex((line) => {
    bytes += Buffer.byteLength(line) + 1;
    return bytes > maxBytes;
  });
  return index === -1 ? lines.length : index;
}

const TABLE_RULE = /^\s*\|?(?:\s*:?-+:?\s*\|)+\s*(?::?-+:?\s*)?$/;

/** Whether the first `count` lines make sense without the others. */
function mayEndAfter(lines: readonly string[], states: readonly BlockState[], count: number): boolean {
  const last = lines[count - 1] ?? '';
  const before = states[count - 2] ?? NOTHING_OPEN;
  if (last.trim() === '') return false;
  if (before.fence !== undefined) return true;
  const opensFence = states[count - 1]?.fence !== undefined;
  const isHead = TABLE_RULE.test(last) || TABLE_RULE.test(lines[count] ?? '');
  return !(opensFence || isHead || /^#{1,6} |^\s*<(?:details|summary)\b(?!.*<\/details>)/.test(last));
}

function closersOf(state: BlockState = NOTHING_OPEN): readonly string[] {
  return [
    ...(state.fence === undefined ? [] : [state.fence.prefix + state.fence.ticks]),
    ...Array.from({ length: state.openDetails }, () => ['', '</details>']).flat(),
  ];
}
