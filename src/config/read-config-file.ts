import type { Diagnostic } from '../model/diagnostic.ts';
import { errorAt } from './config-document.ts';
import type { ConfigFiles } from './config-files.ts';
import type { ConfigPath } from './config-paths.ts';

/** A hundred times the size of a large configuration; more is another kind of file, given by mistake. */
const MAX_FILE_BYTES = 1024 * 1024;

/** A file's text, or why there is none. */
export type ConfigText =
  | { readonly tag: 'text'; readonly file: string; readonly text: string }
  | { readonly tag: 'unusable'; readonly diagnostic: Diagnostic };

/** The texts of the files that could be read, by file. */
export function textsByFile(texts: readonly ConfigText[]): ReadonlyMap<string, string> {
  return new Map(texts.flatMap((one) => (one.tag === 'text' ? [[one.file, one.text] as const] : [])));
}

/** Reads a file as UTF-8. Never throws for what the file or the file system is like. */
export async function readConfigFile(
  { shown, absolute }: ConfigPath,
  files: ConfigFiles,
): Promise<ConfigText> {
  try {
    return decodeConfigFile(shown, await files.read(absolute));
  } catch (error) {
    return { tag: 'unusable', diagnostic: unreadable(shown, error) };
  }
}

/** The text of a file's bytes; a byte order mark is dropped. */
function decodeConfigFile(file: string, bytes: Uint8Array): ConfigText {
  if (bytes.length > MAX_FILE_BYTES) {
    const message = `The file is larger than ${MAX_FILE_BYTES / 1024 / 1024} MiB.`;
    const diagnostic = errorAt({ file }, START, 'file-too-large', message, 'Give the configuration file.');
    return { tag: 'unusable', diagnostic };
  }
  const valid = validLength(bytes);
  const text = new TextDecoder().decode(bytes.subarray(0, valid));
  if (valid === bytes.length) return { tag: 'text', file, text };
  const lines = text.split(/\r\n|\n|\r/);
  const place = { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 };
  const hint = 'Save the file as UTF-8.';
  return {
    tag: 'unusable',
    diagnostic: errorAt({ file }, place, 'file-not-utf8', 'The file is not UTF-8 here.', hint),
  };
}

/** The diagnostic for a file or directory that the file system refuses. */
export function unreadable(file: string, error: unknown): Diagnostic {
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown error';
  const message = `The file cannot be read: ${READ_FAULTS[code] ?? code}.`;
  return errorAt({ file }, START, 'file-unreadable', message, 'Check the path and its permissions.');
}

const START = { line: 1, column: 1 };

const READ_FAULTS: Readonly<Record<string, string>> = {
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  ENOENT: 'it has vanished',
  EISDIR: 'it is a directory',
  ELOOP: 'its links go in a circle',
  EMFILE: 'too many files are open',
  EIO: 'the disk reports an error',
};

/** How many bytes from the start are UTF-8. */
function validLength(bytes: Uint8Array): number {
  if (isUtf8(bytes, false)) return bytes.length;
  let valid = 0;
  let invalid = bytes.length;
  while (invalid - valid > 1) {
    const middle = Math.floor((valid + invalid) / 2);
    if (isUtf8(bytes.subarray(0, middle), true)) valid = middle;
    else invalid = middle;
  }
  // What is left may end inside a character.
  while (valid > 0 && !isUtf8(bytes.subarray(0, valid), false)) valid -= 1;
  return valid;
}

/** `mayGoOn`: an unfinished character at the end is not held against it. */
function isUtf8(bytes: Uint8Array, mayGoOn: boolean): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: mayGoOn });
    return true;
  } catch {
    return false;
  }
}
