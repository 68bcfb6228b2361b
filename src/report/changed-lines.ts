/** Lines of a file, both ends included; 1-based, as they are after the change. */
export interface LineRange {
  readonly first: number;
  readonly last: number;
}

/** What a pull request changes: lines by path in the repository. A file without ranges is changed, nobody knows where. */
export type ChangedLines = ReadonlyMap<string, readonly LineRange[]>;

const HUNK = /^@@ -\d+(?:,\d+)? \+(\d+)(?:,\d+)? @@/;

/**
 * The lines that a unified diff of one file adds or replaces, as GitHub's `patch` of a pull request's file has it; none for a
 * file whose patch GitHub leaves out because it is binary or too large.
 */
export function changedLinesOf(patch: string | undefined): readonly LineRange[] {
  const ranges: { first: number; last: number }[] = [];
  let line = 0;
  for (const text of (patch ?? '').split('\n')) {
    const [, start] = HUNK.exec(text) ?? [];
    if (start !== undefined) line = Number(start);
    else if (text.startsWith('+')) {
      const before = ranges.at(-1);
      if (before?.last === line - 1) before.last = line;
      else ranges.push({ first: line, last: line });
      line += 1;
    } else if (text.startsWith(' ')) line += 1;
  }
  return ranges;
}
