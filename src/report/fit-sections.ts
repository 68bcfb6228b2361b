/** A piece of a page. */
export interface Section {
  /** What it is called where it had to be left out. */
  readonly name: string;
  readonly text: string;
  /** The lower, the sooner it goes when the page is too long; `always`: never. */
  readonly worth: number | 'always';
}

/**
 * The sections that are not empty, in their order, in at most `maxBytes` of UTF-8: the least worth go first, whole, and a
 * last line names them. Longer only if what stays always is.
 */
export function fitSections(sections: readonly Section[], maxBytes: number): string {
  let kept = sections.filter(({ text }) => text !== '');
  const gone: Section[] = [];
  for (;;) {
    const page = joinSections(kept, gone);
    const least = leastWorth(kept);
    if (least === undefined || Buffer.byteLength(page) <= maxBytes) return page;
    kept = kept.filter((section) => section !== least);
    gone.push(least);
  }
}

function joinSections(kept: readonly Section[], gone: readonly Section[]): string {
  const names = gone.map(({ name }) => name).join(', ');
  return [
    ...kept.map(({ text }) => text),
    ...(gone.length > 0 ? [`Left out because of its length: ${names}. The JSON report has all of it.`] : []),
  ].join('\n\n');
}

function leastWorth(sections: readonly Section[]): Section | undefined {
  const [first, ...rest] = sections.filter(({ worth }) => worth !== 'always');
  return rest.reduce((least, one) => (one.worth < (least?.worth ?? 0) ? one : least), first);
}
