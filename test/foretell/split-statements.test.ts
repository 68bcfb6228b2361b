import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitStatements } from '../../src/foretell/split-statements.ts';

function statementsOf(script: string): readonly string[] {
  return splitStatements(script).map((part) => (part.tag === 'statement' ? part.text : part.tag));
}

const SCRIPTS: readonly (readonly [what: string, script: string, parts: readonly string[]])[] = [
  ['nothing', '', []],
  ['blanks, comments and lone semicolons', ' ;; -- a;b\n /* ; /* ; */ ; */ ;', []],
  ['two statements', 'SELECT 1; SELECT 2', ['SELECT 1', 'SELECT 2']],
  ['a byte order mark', '\ufeffSELECT 1;', ['SELECT 1']],
  ['doubled quotes', `SELECT 'a;''b;'; SELECT "c;""d;"`, [`SELECT 'a;''b;'`, `SELECT "c;""d;"`]],
  ['a backslash in an ordinary string', `SELECT '\\'; SELECT 2`, [`SELECT '\\'`, 'SELECT 2']],
  ['an escaped quote', `SELECT E'\\';'; SELECT 2`, [`SELECT E'\\';'`, 'SELECT 2']],
  [
    'an escape string that goes on in the next line',
    `SELECT e'a' -- b;\n '\\';c'; SELECT 2`,
    [`SELECT e'a' -- b;\n '\\';c'`, 'SELECT 2'],
  ],
  [
    'Unicode quotes',
    `SELECT U&'\\00e4;', u&"\\00e4;"; SELECT 2`,
    [`SELECT U&'\\00e4;', u&"\\00e4;"`, 'SELECT 2'],
  ],
  [
    'dollar quotes',
    `SELECT $$;$a$;$$, $a$;$$;$b$;$a$; SELECT 2`,
    ['SELECT $$;$a$;$$, $a$;$$;$b$;$a$', 'SELECT 2'],
  ],
  ['a dollar inside of a name', 'SELECT a$b$; SELECT c$b$', ['SELECT a$b$', 'SELECT c$b$']],
  ['parameters', 'SELECT $1; SELECT $2$', ['SELECT $1', 'SELECT $2$']],
  [
    'a rule of several statements in parentheses',
    'CREATE RULE r AS ON INSERT TO t DO (DELETE FROM a; DELETE FROM b); SELECT 2',
    ['CREATE RULE r AS ON INSERT TO t DO (DELETE FROM a; DELETE FROM b)', 'SELECT 2'],
  ],
  [
    'a function with a body of SQL',
    'CREATE OR REPLACE FUNCTION f() RETURNS int BEGIN ATOMIC SELECT CASE WHEN true THEN 1 END; SELECT 2; END; SELECT 3',
    [
      'CREATE OR REPLACE FUNCTION f() RETURNS int BEGIN ATOMIC SELECT CASE WHEN true THEN 1 END; SELECT 2; END',
      'SELECT 3',
    ],
  ],
  ['transactions', 'BEGIN; SELECT 1; END; BEGIN; COMMIT', ['BEGIN', 'SELECT 1', 'END', 'BEGIN', 'COMMIT']],
  [
    'commands of psql',
    'SELECT 1;\n\\connect other -- x\nSELECT 2 \\gexec\nSELECT 3',
    ['SELECT 1', 'meta-command', 'meta-command', 'SELECT 3'],
  ],
  [
    'rows to copy',
    'COPY t (a, b) FROM stdin WITH (FORMAT csv);\n1,;\n\\.x\n\\.\nSELECT 2',
    ['copy-data', 'SELECT 2'],
  ],
  ['rows to copy from elsewhere', `COPY t FROM 'stdin'; SELECT 2`, [`COPY t FROM 'stdin'`, 'SELECT 2']],
  ['an open quote', `SELECT 1; SELECT 'a; SELECT 2`, ['SELECT 1', 'unterminated']],
  ['an open comment', 'SELECT 1; /* /* */ SELECT 2', ['SELECT 1', 'unterminated']],
  ['an open dollar quote', 'SELECT 1; SELECT $a$ $$ SELECT 2', ['SELECT 1', 'unterminated']],
];

describe('a script is split', () => {
  it.each(SCRIPTS)('with %s', (_, script, parts) => {
    expect(statementsOf(script)).toEqual(parts);
  });

  it('with the place of each part: from its first token to its semicolon', () => {
    const script = '-- first\n  ALTER TABLE a\r\n    ADD b int\n  ; /* x */ SELECT\n1;\n\n😀 SELECT';
    const places = splitStatements(script).map(({ from, endLine }) => [from.line, from.column, endLine]);
    expect(places).toEqual([
      [2, 3, 4],
      [4, 13, 5],
      [7, 1, 7],
    ]);
  });

  it('whatever the text is, in order, and without losing a token', () => {
    const piece = fc.constantFrom(
      ...[`'`, `"`, 'E', `E'`, '\\', '$', '$$', '$a$', ';', '\n', ' ', '--', '/*', '*/', '(', ')', 'a', '1'],
      ...['begin', 'end', 'create function', 'copy t from stdin', '\\.', '\ufeff', '😀'],
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const script = pieces.join('');
        const parts = splitStatements(script);
        const starts = parts.map(({ start }) => start);
        expect(starts).toEqual(starts.toSorted((a, b) => a - b));
        for (const part of parts) {
          if (part.tag === 'statement') expect(script.startsWith(part.text, part.start)).toBe(true);
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('at the joints of statements that are whole in themselves, wherever they are put', () => {
    const token = fc.oneof(
      fc.constantFrom(
        'SELECT',
        'a',
        '"x;"',
        '""""',
        '1',
        '*',
        '(a; b)',
        '-- c;\n',
        '/* ; /* ; */ */',
        'é$é$',
      ),
      fc.string().map((text) => `'${text.replaceAll("'", "''")}'`),
      fc.string().map((text) => `E'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`),
      fc.string().map((text) => `$q$${text.replaceAll('$', '')}$q$`),
    );
    const statement = fc
      .array(token, { minLength: 1, maxLength: 8 })
      .map((tokens) => `x ${tokens.join(' ')} y`);
    fc.assert(
      fc.property(fc.array(statement, { maxLength: 6 }), (statements) => {
        expect(statementsOf(statements.join(';\n'))).toEqual(statements);
      }),
    );
  });
});
