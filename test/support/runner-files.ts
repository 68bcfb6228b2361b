/** A file command that the runner could not read: it fails the step (RUN-8, RUN-19). */
class FileCommandError extends Error {
  override readonly name = 'FileCommandError';
}

/** RUN-19: `name=value` lines and `name<<DELIMITER` blocks; a later value of a name wins. */
export function parseKeyValueFile(text: string): ReadonlyMap<string, string> {
  const values = new Map<string, string>();
  const lines = text.split(/\r\n|\n/);
  for (let index = 0; index < lines.length; index += 1) {
    const line = lines[index] ?? '';
    if (line === '') continue;
    const [equals, heredoc] = [line.indexOf('='), line.indexOf('<<')];
    if (heredoc >= 0 && (equals < 0 || heredoc < equals)) {
      const end = lines.indexOf(line.slice(heredoc + 2), index + 1);
      if (end < 0) throw new FileCommandError(`no end delimiter for "${line}"`);
      values.set(line.slice(0, heredoc), lines.slice(index + 1, end).join('\n'));
      index = end;
    } else if (equals > 0) {
      values.set(line.slice(0, equals), line.slice(equals + 1));
    } else {
      throw new FileCommandError(`not a value: "${line}"`);
    }
  }
  return values;
}
