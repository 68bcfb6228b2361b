/** A quoted identifier, a quoted path of them, a text literal and an instant, as the project writes them. */
export const IDENTIFIER = '`(?:[^`]|``)+`';
export const PATH = `${IDENTIFIER}(?:\\.${IDENTIFIER})*`;
export const LITERAL = "'(?:[^'\\\\]|\\\\.)*'";
export const INSTANT = 'timestamp_micros\\(\\d+\\)';

/** A pattern with the pieces above in it, for a whole statement; `.` is any character. */
export function statementPattern(source: string): RegExp {
  return new RegExp(`^${source}$`, 's');
}

/** `` `a`.`b``c` `` → `a`, `` b`c ``. */
export function parsePath(path: string): readonly string[] {
  return [...path.matchAll(/`((?:[^`]|``)+)`/g)].map(([, name = '']) => name.replaceAll('``', '`'));
}

/** The text of a literal. A backslash escapes one of three characters, or the literal is none that we write. */
export function parseLiteral(literal: string): string {
  return literal.slice(1, -1).replaceAll(/\\(.)/gs, (_, character: string) => {
    if (!"\\'{".includes(character)) {
      throw new Error(`The project writes no escape \\${character}`);
    }
    return character;
  });
}

/** The named groups of a match; a statement of another shape has none. */
export function matchGroups(pattern: RegExp, statement: string): ((name: string) => string) | undefined {
  const groups = pattern.exec(statement)?.groups;
  return groups === undefined
    ? undefined
    : (name) => {
        const value = groups[name];
        if (value === undefined) {
          throw new Error(`The pattern has no group ${name}`);
        }
        return value;
      };
}
