/** Comments by which tools keep both directions of a migration in one file. */
const MARKS: readonly { readonly up: RegExp; readonly down: RegExp }[] = [
  // dbmate
  { up: /^--\s*migrate:up\b/i, down: /^--\s*migrate:down\b/i },
  // goose, sql-migrate
  { up: /^--\s*\+(?:goose|migrate)\s+up\b/i, down: /^--\s*\+(?:goose|migrate)\s+down\b/i },
  // MyBatis
  { up: /^--\s*\/\/\s*(?!@undo)/i, down: /^--\s*\/\/\s*@undo\b/i },
];

/**
 * The part of a migration that goes forward: what follows a mark of the way back is blanked, so that every place stays
 * where it was.
 */
export function forwardPart(text: string): string {
  const lines = text.split('\n');
  const marks = MARKS.find(({ down }) => lines.some((line) => down.test(line)));
  if (marks === undefined) return text;
  let isForward = true;
  return lines
    .map((line) => {
      if (marks.down.test(line)) isForward = false;
      else if (marks.up.test(line)) isForward = true;
      return isForward ? line : line.replaceAll(/[^\r]/g, ' ');
    })
    .join('\n');
}

/** Files that take a migration back: `3_orders.down.sql`, `down.sql`, Flyway's `U3__orders.sql`. */
export function goesBack(path: string): boolean {
  const name = path.slice(path.lastIndexOf('/') + 1);
  return /(?:^|[._-])(?:down|undo|rollback|revert)\.sql$/i.test(name) || /^U\d[\d._]*__/.test(name);
}

/** Applied anew whenever it was edited, after all others: Flyway's `R__views.sql`. */
export function isRepeatable(path: string): boolean {
  return /^R__/.test(path.slice(path.lastIndexOf('/') + 1));
}

const NUMBERS = new Intl.Collator('en', { numeric: true });

/** In the order in which tools apply them: by name, with numbers as numbers (2 before 10); repeatable ones last. */
export function compareMigrations(one: string, other: string): number {
  const byKind = Number(isRepeatable(one)) - Number(isRepeatable(other));
  return byKind === 0 ? NUMBERS.compare(one, other) : byKind;
}
