/** A piece of what to do: words, or something that a person copies and runs as it stands. */
export type RemedyPart =
  | { readonly tag: 'prose'; readonly text: string }
  | { readonly tag: 'code'; readonly language: 'sql' | 'sh' | 'yaml'; readonly text: string };

/**
 * Takes a remedy apart, line by line. A remedy is text (every error has one, and the terminal prints it as it is); what in
 * it is SQL, a command or YAML shows by its form. A line that is none for certain stays words, so nothing is ever lost.
 */
export function parseRemedy(lines: readonly string[]): readonly RemedyPart[] {
  const parts: RemedyPart[] = [];
  for (const line of lines) {
    const last = parts.at(-1);
    if (last?.tag === 'code' && last.language === 'yaml' && /^\s+\S/.test(line))
      parts.splice(-1, 1, { ...last, text: `${last.text}\n${line}` });
    else for (const part of partsOf(line)) append(parts, part);
  }
  return parts;
}

/** The statements that a person would type; each ends with a semicolon, which tells them from words that begin alike. */
const STATEMENT =
  /(?:GRANT|REVOKE|ALTER|CREATE|DROP|SELECT|INSERT|UPDATE|DELETE|TRUNCATE|CALL|SET|ANALYZE|VACUUM) [^;]*;/;
const SQL_LINE = new RegExp(`^(?:${STATEMENT.source})(?: ${STATEMENT.source})*(?:\\s*--.*)?$`);
/** Words, a colon, statements, and perhaps more words. */
const PROSE_THEN_SQL = new RegExp(`^(.*?:) (${STATEMENT.source}(?: ${STATEMENT.source})*)\\s*(.*)$`);
const COMMAND_LINE = /^(?:databricks|npx|psql|gh|az|aws|gcloud|export) [a-z-]/;
const YAML_BLOCK = /^[a-z][a-z_-]*:$/;

function partsOf(line: string): readonly RemedyPart[] {
  if (SQL_LINE.test(line)) return [code('sql', line)];
  if (COMMAND_LINE.test(line)) return [code('sh', line)];
  if (YAML_BLOCK.test(line)) return [code('yaml', line)];
  const mixed = PROSE_THEN_SQL.exec(line);
  if (mixed === null) return [prose(line)];
  const [, before = '', statements = '', after = ''] = mixed;
  if (after.startsWith('--')) return [prose(before), code('sql', `${statements} ${after}`)];
  return [prose(before), code('sql', statements), ...(after === '' ? [] : [prose(after)])];
}

function append(parts: RemedyPart[], part: RemedyPart): void {
  const last = parts.at(-1);
  if (
    last?.tag === 'code' &&
    part.tag === 'code' &&
    last.language === part.language &&
    part.language === 'sql'
  )
    parts.splice(-1, 1, { ...last, text: `${last.text}\n${part.text}` });
  else parts.push(part);
}

function prose(text: string): RemedyPart {
  return { tag: 'prose', text };
}

function code(language: 'sql' | 'sh' | 'yaml', text: string): RemedyPart {
  return { tag: 'code', language, text };
}
