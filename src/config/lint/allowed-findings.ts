import type { Diagnostic } from '../../model/diagnostic.ts';

/** `# tributary: allow personal-data-selected, secret-in-file`, after a value or on a line of its own. */
const MARK = /(?:^|\s)#\s*tributary:\s*allow\s+([a-z-]+(?:\s*,\s*[a-z-]+)*)\s*$/;

/**
 * The findings without those that a comment allows by their code, on their own line or on the line above that holds nothing
 * else. A comment says who has looked and found it right; errors cannot be allowed. `texts` are the files, by the name that
 * the findings give them.
 */
export function withoutAllowed(
  diagnostics: readonly Diagnostic[],
  texts: ReadonlyMap<string, string>,
): readonly Diagnostic[] {
  const lines = new Map(
    [...texts]
      .filter(([, text]) => text.includes('tributary:'))
      .map(([file, text]) => [file, text.split(/\r\n|\n|\r/)] as const),
  );
  return diagnostics.filter(({ severity, file, line, code }) => {
    const found = lines.get(file);
    if (severity === 'error' || found === undefined) return true;
    const above = found[line - 2] ?? '';
    return ![found[line - 1] ?? '', above.trim().startsWith('#') ? above : '']
      .flatMap(allowedCodes)
      .includes(code);
  });
}

function allowedCodes(line: string): readonly string[] {
  const [, codes = ''] = MARK.exec(line) ?? [];
  return codes.split(',').map((code) => code.trim());
}
