const WORDS =
  'ADD ALTER AND AS BY CALL CASCADE COLUMN COMMENT COPY CREATE DEFAULT DELETE DROP FOR FROM FULL GRANT IDENTITY IF IN INSERT INTO IS KEY MATCHED MERGE MODIFY NOT NULL ON OR PRIMARY PUBLICATION RENAME REPLICA REPLICATION REVOKE ROLE SCHEMA SELECT SET SYSTEM TABLE THEN TO TRUNCATE TYPE UPDATE USAGE USE USING VALUES WHEN WHERE WITH';

/** A comment, a text in quotes, a number, or a word; as they stand in HTML, where `'` may be written `&#x27;`. */
const TOKEN =
  /--[^\n]*|'(?:[^']|'')*'|&#x27;[\s\S]*?&#x27;|`[^`]*`|&quot;[\s\S]*?&quot;|\b\d+(?:\.\d+)?\b|&[#\w]+;|\b[A-Za-z_]\w*\b/g;
const KEYWORDS: ReadonlySet<string> = new Set(WORDS.split(' '));

/** SQL that is HTML text already, with GitHub's classes for its colours. */
export function highlightSql(html: string): string {
  return html.replace(TOKEN, (token) => {
    const name = classOf(token);
    return name === undefined ? token : `<span class="${name}">${token}</span>`;
  });
}

function classOf(token: string): string | undefined {
  if (token.startsWith('--')) return 'pl-c';
  if (token.startsWith("'") || token.startsWith('&#x27;')) return 'pl-s';
  if (token.startsWith('`') || token.startsWith('&quot;')) return 'pl-v';
  if (/^\d/.test(token)) return 'pl-c1';
  return KEYWORDS.has(token.toUpperCase()) && token === token.toUpperCase() ? 'pl-k' : undefined;
}
