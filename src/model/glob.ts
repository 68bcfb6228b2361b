/** Whether a name is a glob (`order_*`, `?`, `[ab]`) rather than the name of one thing. */
export function isGlob(name: string): boolean {
  return /[*?[]/.test(name);
}

/**
 * Whether a glob, or a plain name, stands for `name` as a whole. `*` is any run of characters, `?` any one, `[ab]`,
 * `[a-z]` and `[!ab]` one of a set; a `[` that is never closed is an ordinary character. Case matters, as it does
 * to PostgreSQL.
 */
export function matchesGlob(glob: string, name: string): boolean {
  return globExpression(glob).test(name);
}

function globExpression(glob: string): RegExp {
  let source = '';
  for (let index = 0; index < glob.length; ) {
    const set = /^\[(!?)([^\]]+)\]/.exec(glob.slice(index));
    if (set === null) {
      source += characterExpression(glob.charAt(index));
      index += 1;
    } else {
      const [whole, negation = '', members = ''] = set;
      source += `[${negation === '' ? '' : '^'}${members.replace(/[\\^[]/g, '\\$&')}]`;
      index += whole.length;
    }
  }
  return compile(`^${source}$`, glob);
}

function characterExpression(character: string): string {
  if (character === '*') return '.*';
  return character === '?' ? '.' : escapeExpression(character);
}

/** A set such as `[z-a]` makes no expression; such a glob then stands only for its own text. */
function compile(source: string, glob: string): RegExp {
  try {
    return new RegExp(source, 's');
  } catch {
    return new RegExp(`^${escapeExpression(glob)}$`, 's');
  }
}

function escapeExpression(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}
