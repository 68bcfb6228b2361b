const CODES = { bold: [1, 22], dim: [2, 22], red: [31, 39], green: [32, 39], yellow: [33, 39] } as const;

type StyleName = keyof typeof CODES;

/** Marks up text for a terminal. */
export type Style = Readonly<Record<StyleName, (text: string) => string>>;

/** With `colours` off every function gives its text back untouched. */
export function styleOf(colours: boolean): Style {
  const paint = (name: StyleName) => (text: string) =>
    colours ? `\u001b[${CODES[name][0]}m${text}\u001b[${CODES[name][1]}m` : text;
  return {
    bold: paint('bold'),
    dim: paint('dim'),
    red: paint('red'),
    green: paint('green'),
    yellow: paint('yellow'),
  };
}

/**
 * Colours belong on a terminal only, and not when the user has said no (`NO_COLOR`, any value but the empty one; see
 * https://no-color.org) or the terminal cannot (`TERM=dumb`).
 */
export function wantsColours(
  isTerminal: boolean,
  environment: { readonly NO_COLOR?: string | undefined; readonly TERM?: string | undefined },
): boolean {
  return isTerminal && (environment.NO_COLOR ?? '') === '' && environment.TERM !== 'dumb';
}
