/** A workflow command that a process printed. */
export interface RunnerCommand {
  readonly name: string;
  readonly properties: ReadonlyMap<string, string>;
  readonly data: string;
}

const REGISTERED = new Set([
  'error',
  'warning',
  'notice',
  'debug',
  'group',
  'endgroup',
  'add-mask',
  'add-matcher',
  'remove-matcher',
  'echo',
  'stop-commands',
  'set-output',
  'save-state',
  'set-env',
  'add-path',
]);

/** Commands that are on their way out (`set-output`, `save-state`) or refused (`set-env`, `add-path`). */
export const DEPRECATED_COMMANDS: ReadonlySet<string> = new Set([
  'set-output',
  'save-state',
  'set-env',
  'add-path',
]);

/**
 * Reads one line as the runner does (RUN-9 to RUN-11): `::name k=v,k=v::data` after optional blanks, or
 * `##[name k=v;k=v]data` anywhere. `undefined`: it is plain text.
 */
export function parseRunnerCommand(line: string): RunnerCommand | undefined {
  return parseColonForm(line) ?? parseBracketForm(line);
}

function parseColonForm(line: string): RunnerCommand | undefined {
  const trimmed = line.trimStart();
  if (!trimmed.startsWith('::')) return undefined;
  const end = trimmed.indexOf('::', 2);
  if (end < 0) return undefined;
  return commandOf(trimmed.slice(2, end), ',', trimmed.slice(end + 2), unescapeColonForm);
}

function parseBracketForm(line: string): RunnerCommand | undefined {
  const start = line.indexOf('##[');
  if (start < 0) return undefined;
  const end = line.indexOf(']', start);
  if (end < 0) return undefined;
  return commandOf(line.slice(start + 3, end), ';', line.slice(end + 1), unescapeBracketForm);
}

function commandOf(
  head: string,
  separator: string,
  data: string,
  escapes: Unescape,
): RunnerCommand | undefined {
  const blank = head.indexOf(' ');
  const name = (blank < 0 ? head : head.slice(0, blank)).toLowerCase();
  if (!REGISTERED.has(name)) return undefined;
  const pairs =
    blank < 0
      ? []
      : head
          .slice(blank + 1)
          .trim()
          .split(separator);
  return { name, properties: propertiesOf(pairs, escapes), data: escapes.data(data) };
}

function propertiesOf(pairs: readonly string[], escapes: Unescape): ReadonlyMap<string, string> {
  const properties = new Map<string, string>();
  for (const pair of pairs) {
    const equals = pair.indexOf('=');
    const value = equals < 0 ? '' : pair.slice(equals + 1);
    if (value !== '') properties.set(pair.slice(0, equals).trim().toLowerCase(), escapes.property(value));
  }
  return properties;
}

interface Unescape {
  readonly data: (text: string) => string;
  readonly property: (text: string) => string;
}

const unescapeColonForm: Unescape = {
  data: (text) => replaceEscapes(text, { '%0D': '\r', '%0A': '\n', '%25': '%' }),
  property: (text) => replaceEscapes(text, { '%0D': '\r', '%0A': '\n', '%3A': ':', '%2C': ',', '%25': '%' }),
};

const unescapeBracketForm: Unescape = {
  data: (text) => unescapeBracket(text),
  property: (text) => unescapeBracket(text),
};

function unescapeBracket(text: string): string {
  return replaceEscapes(text, { '%3B': ';', '%0D': '\r', '%0A': '\n', '%5D': ']', '%25': '%' });
}

function replaceEscapes(text: string, escapes: Readonly<Record<string, string>>): string {
  return text.replaceAll(/%[0-9A-F]{2}/g, (code) => escapes[code] ?? code);
}
