import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';

export interface Import {
  /** As written. */
  readonly specifier: string;
  /** The imported file, relative to src, for a relative specifier; else `undefined`. */
  readonly file: string | undefined;
}

export interface SourceFile {
  /** Relative to src, with forward slashes: `report/reporter.ts`. */
  readonly path: string;
  /** The text without comments. */
  readonly code: string;
  readonly imports: readonly Import[];
}

const SRC = resolve(import.meta.dirname, '../../src');
const STATIC_IMPORT = /^(?:import|export)\b[^'";]*?\bfrom '([^']+)'/gm;
const BARE_IMPORT = /^import '([^']+)'/gm;
const DYNAMIC_IMPORT = /\bimport\(\s*'([^']+)'/g;

/** Every TypeScript file of src, with what it imports: statically, dynamically, or as a type. */
export function readSourceFiles(): readonly SourceFile[] {
  return readdirSync(SRC, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts'))
    .map((path) => path.replaceAll('\\', '/'))
    .toSorted()
    .map(readSourceFile);
}

function readSourceFile(path: string): SourceFile {
  const code = withoutComments(readFileSync(join(SRC, path), 'utf8'));
  const specifiers = [STATIC_IMPORT, BARE_IMPORT, DYNAMIC_IMPORT].flatMap((pattern) =>
    Array.from(code.matchAll(pattern), (match) => match[1] ?? ''),
  );
  return { path, code, imports: specifiers.map((specifier) => importOf(path, specifier)) };
}

function importOf(importer: string, specifier: string): Import {
  if (!specifier.startsWith('.')) return { specifier, file: undefined };
  const file = relative(SRC, resolve(SRC, dirname(importer), specifier)).replaceAll('\\', '/');
  return { specifier, file };
}

/** Good for formatted code: a comment has its own lines, or ends one after a blank. */
function withoutComments(text: string): string {
  return text.replaceAll(/^\s*\/\*[\s\S]*?\*\/\s*$/gm, '').replaceAll(/(^|\s)\/\/ .*$/gm, '');
}
