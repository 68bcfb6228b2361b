const CLASSES: Readonly<Record<string, string>> = {
  1: 'bold',
  2: 'dim',
  31: 'red',
  32: 'green',
  33: 'yellow',
};

/** The escape that begins a style, or ends one. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: escapes are what this is about.
const STYLE = /\u001b\[(\d+)m/g;

/** A terminal's text with its colours as HTML. Styles end where the text's own escapes end them. */
export function renderTerminalHtml(text: string): string {
  let open = 0;
  const html = escapeHtml(text).replace(STYLE, (_, code: string) => {
    const name = CLASSES[code];
    if (name !== undefined) {
      open += 1;
      return `<span class="${name}">`;
    }
    if (open === 0) return '';
    open -= 1;
    return '</span>';
  });
  return html + '</span>'.repeat(open);
}

/** Text as HTML that shows exactly that text. */
export function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
