import { type Document, LineCounter, parseAllDocuments, type YAMLError } from 'yaml';
import type { Diagnostic } from '../model/diagnostic.ts';
import { type ConfigDocument, errorAt } from './config-document.ts';
import { DocumentReader } from './document-reader.ts';
import { placeBetween } from './source-place.ts';

/** The documents of a file that could be read, and what is wrong with the file as YAML. */
export interface YamlFile {
  readonly documents: readonly ConfigDocument[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Parses a file's text. A document with a syntax error is left out; the others are still read. */
export function parseYamlFile(
  file: string,
  text: string,
  environment: Readonly<Record<string, string | undefined>>,
): YamlFile {
  const lineCounter = new LineCounter();
  const parsed = parseDocuments(text, lineCounter);
  if (parsed === undefined) {
    return { documents: [], diagnostics: [tooNested(file)] };
  }
  const documents: ConfigDocument[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const document of parsed) {
    const syntaxErrors = [...document.errors, ...document.warnings];
    if (syntaxErrors.length > 0) {
      diagnostics.push(...oneALine(syntaxErrors.map((error) => syntaxDiagnostic(file, error, lineCounter))));
    } else if (hasContent(document)) {
      const reader = new DocumentReader({ file, text, document, lineCounter, environment });
      const { value: read, diagnostics: found } = reader.read();
      if (read !== undefined) documents.push(read);
      diagnostics.push(...found);
    }
  }
  if (documents.length === 0 && diagnostics.length === 0) diagnostics.push(emptyFile(file));
  return { documents, diagnostics };
}

/** `undefined` when the text is nested more deeply than the parser can follow. */
function parseDocuments(text: string, lineCounter: LineCounter): readonly Document.Parsed[] | undefined {
  try {
    const parsed = parseAllDocuments(text, {
      lineCounter,
      prettyErrors: false,
      // Told by the document reader, which knows where the first one is.
      uniqueKeys: false,
    });
    return Array.isArray(parsed) ? parsed : [];
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

function hasContent(document: Document.Parsed): boolean {
  const { contents } = document;
  return contents !== null && !('source' in contents && contents.source === '');
}

/** Faults that people make, by the parser's code. Its own words are not used: they can hold parts of the file. */
const SYNTAX_FAULTS: Readonly<Partial<Record<YAMLError['code'], readonly [message: string, hint: string]>>> =
  {
    TAB_AS_INDENT: ['a tab is used as indentation', 'Indent with spaces; YAML allows no tabs there.'],
    BAD_INDENT: [
      'the indentation does not fit the lines above',
      'Begin the line under the first letter of its siblings.',
    ],
    MISSING_CHAR: ['a character is missing', 'Close every quote and bracket, and put `: ` after a key.'],
    BAD_SCALAR_START: ['a plain text cannot begin with this character', 'Put the value in quotes.'],
    BLOCK_AS_IMPLICIT_KEY: [
      'a `:` is out of place',
      'Put a value that holds `: ` in quotes, or begin a new line.',
    ],
    MULTILINE_IMPLICIT_KEY: ['a key goes over several lines', 'Put `: ` after the key, on its own line.'],
    TAG_RESOLVE_FAILED: [
      'a tag (`!name`) is not understood',
      'Leave the tag away, or put the value in quotes.',
    ],
    BAD_DQ_ESCAPE: ['a `\\` in double quotes begins no known escape', 'Write `\\\\`, or use single quotes.'],
  };

function syntaxDiagnostic(file: string, error: YAMLError, lineCounter: LineCounter): Diagnostic {
  const place = placeBetween(lineCounter, error.pos[0], error.pos[1]);
  const [message, hint] = SYNTAX_FAULTS[error.code] ?? [
    'the YAML cannot be read here',
    'Check indentation, quotes and brackets on this line and the one above.',
  ];
  return errorAt({ file }, place, 'yaml-syntax', `Syntax error: ${message}.`, hint);
}

/** One slip makes the parser complain several times about one line; the first complaint is the useful one. */
function oneALine(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const lines = new Set<number>();
  return diagnostics.filter(({ line }) => !lines.has(line) && lines.add(line));
}

function tooNested(file: string): Diagnostic {
  return errorAt(
    { file },
    { line: 1, column: 1 },
    'yaml-too-complex',
    'The file is nested too deeply to be read.',
    'A configuration needs fewer than ten levels.',
  );
}

function emptyFile(file: string): Diagnostic {
  return errorAt(
    { file },
    { line: 1, column: 1 },
    'file-empty',
    'The file holds no configuration.',
    'Begin it with `pipeline:` or `gateway:`, or leave the file out of the set.',
  );
}
