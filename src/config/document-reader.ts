import {
  type Alias,
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  type LineCounter,
  type Node,
  type Pair,
  type Scalar,
  type YAMLMap,
} from 'yaml';
import type { Diagnostic } from '../model/diagnostic.ts';
import {
  type ConfigDocument,
  errorAt,
  type LocatedValue,
  type Place,
  pathKey,
  showPath,
  type ValuePath,
} from './config-document.ts';
import { placeBetween } from './source-place.ts';
import { type Interpolation, interpolate } from './variables.ts';

/** Values of one document, aliases expanded. A hundred pipelines' worth of settings in one document stays below. */
const MAX_VALUES = 20_000;
/** The deepest setting lies six levels down. */
const MAX_DEPTH = 32;

export interface DocumentReaderOptions {
  readonly file: string;
  readonly text: string;
  readonly document: Document.Parsed;
  readonly lineCounter: LineCounter;
  readonly environment: Readonly<Record<string, string | undefined>>;
}

/** Ends the reading of a document that is bigger than a configuration can be. */
class TooComplexSignal extends Error {}

/**
 * Turns one parsed YAML document into plain data with the place of every part, variables filled in and aliases
 * expanded. A class because the walk gathers places and diagnostics, and counts what aliases multiply.
 */
export class DocumentReader {
  readonly #options: DocumentReaderOptions;
  readonly #located = new Map<string, LocatedValue>();
  readonly #diagnostics: Diagnostic[] = [];
  #valueCount = 0;

  constructor(options: DocumentReaderOptions) {
    this.#options = options;
  }

  /** `value` is `undefined` when the document is too complex to be read. To be called once. */
  read(): { readonly value: ConfigDocument | undefined; readonly diagnostics: readonly Diagnostic[] } {
    const { document, file, lineCounter } = this.#options;
    const root = document.contents;
    const place = this.#placeOf(root);
    this.#located.set(pathKey([]), { key: place, value: place, variables: [], known: true });
    try {
      const value = this.#valueOf(root, [], place);
      const lastLine = lineCounter.linePos(document.range[2]).line;
      const read = { file, value, located: this.#located, firstLine: place.line, lastLine };
      return { value: read, diagnostics: this.#diagnostics };
    } catch (error) {
      if (!(error instanceof TooComplexSignal)) throw error;
      this.#report(
        place,
        'yaml-too-complex',
        'The document is too large, or its aliases make it so.',
        TOO_COMPLEX_HINT,
      );
      return { value: undefined, diagnostics: this.#diagnostics };
    }
  }

  #valueOf(node: unknown, path: ValuePath, key: Place): unknown {
    this.#valueCount += 1;
    if (this.#valueCount > MAX_VALUES || path.length > MAX_DEPTH) throw new TooComplexSignal();
    if (isAlias(node)) return this.#aliasValue(node, path, key);
    if (isMap(node)) return this.#mapValue(node, path);
    if (isSeq(node)) {
      return node.items.map((item, index) => this.#entryValue(item, [...path, index], undefined));
    }
    return isScalar(node) ? this.#scalarValue(node, path, key) : undefined;
  }

  #aliasValue(alias: Alias, path: ValuePath, key: Place): unknown {
    const target = alias.resolve(this.#options.document);
    if (target !== undefined) return this.#valueOf(target, path, key);
    const value = this.#placeOf(alias);
    this.#located.set(pathKey(path), { key, value, variables: [], known: false });
    this.#report(
      value,
      'yaml-syntax',
      'Syntax error: an alias (`*name`) has no anchor (`&name`) before it.',
      'Define the anchor above it in the same document, or put the value in quotes.',
    );
    return undefined;
  }

  #mapValue(map: YAMLMap, path: ValuePath): unknown {
    const entries = new Map<string, unknown>();
    const lines = new Map<string, number>();
    for (const pair of map.items) {
      const name = this.#keyName(pair);
      if (name === undefined) continue;
      const place = this.#placeOf(pair.key);
      const firstLine = lines.get(name);
      if (firstLine === undefined) {
        lines.set(name, place.line);
        entries.set(name, this.#entryValue(pair.value, [...path, name], place));
      } else {
        this.#report(
          place,
          'duplicate-key',
          `\`${showPath([...path, name])}\` is given twice; the first is on line ${firstLine}.`,
          'Keep one of the two.',
        );
      }
    }
    return Object.fromEntries(entries);
  }

  #keyName({ key }: Pair): string | undefined {
    const place = this.#placeOf(key);
    if (!isScalar(key)) {
      this.#report(
        place,
        'yaml-syntax',
        'A key is not a plain text.',
        'Write keys as plain text: `name: value`.',
      );
      return undefined;
    }
    if (key.value === '<<') {
      this.#report(
        place,
        'unsupported-value',
        'Merge keys (`<<`) are not supported.',
        'Repeat the settings, or alias a whole value: `source: *name`.',
      );
      return undefined;
    }
    return typeof key.value === 'string' ? key.value : (key.source ?? String(key.value));
  }

  /** An entry of a mapping, with its key's place, or of a list, without. */
  #entryValue(node: unknown, path: ValuePath, keyPlace: Place | undefined): unknown {
    const empty = isEmpty(node);
    const value = empty && keyPlace !== undefined ? keyPlace : this.#placeOf(node);
    const key = keyPlace ?? value;
    this.#located.set(pathKey(path), { key, value, variables: [], known: !empty });
    if (!empty) return this.#valueOf(node, path, key);
    this.#report(
      key,
      'empty-value',
      `\`${showPath(path)}\` has no value.`,
      'Put a value after it, or remove it where the default is meant.',
    );
    return undefined;
  }

  #scalarValue(scalar: Scalar, path: ValuePath, key: Place): unknown {
    if (typeof scalar.value !== 'string') return scalar.value;
    const interpolation = interpolate(scalar.value, this.#options.environment);
    const { text, used, missing, malformed } = interpolation;
    if (used.length > 0 || malformed.length > 0) {
      const variables = used.map(({ name }) => name);
      const known = missing.length === 0 && malformed.length === 0;
      this.#located.set(pathKey(path), { key, value: this.#placeOf(scalar), variables, known });
      this.#reportVariables(scalar, path, interpolation);
    }
    return text;
  }

  #reportVariables(scalar: Scalar, path: ValuePath, { missing, malformed }: Interpolation): void {
    for (const use of missing) {
      this.#report(
        this.#placeInside(scalar, use),
        'variable-missing',
        `The environment variable ${use.name} that \`${showPath(path)}\` needs is not set, or is empty.`,
        `Set ${use.name}, or write \`\${${use.name}:-default}\`.`,
      );
    }
    for (const stretch of malformed) {
      this.#report(
        this.#placeInside(scalar, stretch),
        'variable-malformed',
        `\`${showPath(path)}\` has a \`\${\` that begins no variable.`,
        `Write \`\${NAME}\` or \`\${NAME:-default}\`, in letters, digits and \`_\`; \`$\${\` stands for a plain \`\${\`.`,
      );
    }
  }

  /** The place of a stretch of a scalar's value; that of the whole scalar when quoting or escapes hide it. */
  #placeInside(
    scalar: Scalar,
    { index, length }: { readonly index: number; readonly length: number },
  ): Place {
    const [start, end] = scalar.range ?? [0, 0];
    const value = String(scalar.value);
    const stretch = value.slice(index, index + length);
    const nth = value.slice(0, index).split(stretch).length;
    let found = start - 1;
    for (let count = 0; count < nth && found !== undefined; count += 1) {
      found = this.#options.text.indexOf(stretch, found + 1);
      if (found < 0 || found >= end) return this.#placeOf(scalar);
    }
    return placeBetween(this.#options.lineCounter, found, found + length);
  }

  #placeOf(node: unknown): Place {
    const [start, end] = hasRange(node) ? (node.range ?? [0, 0]) : [0, 0];
    return placeBetween(this.#options.lineCounter, start, end);
  }

  #report(place: Place, code: Diagnostic['code'], message: string, hint: string): void {
    this.#diagnostics.push(errorAt(this.#options, place, code, message, hint));
  }
}

const TOO_COMPLEX_HINT = `A document may have ${MAX_VALUES} values, aliases expanded, on ${MAX_DEPTH} levels.`;

function hasRange(node: unknown): node is Node {
  return isScalar(node) || isMap(node) || isSeq(node) || isAlias(node);
}

/** Nothing after the key, in contrast to a written `null` or `""`. */
function isEmpty(node: unknown): boolean {
  return node === null || (isScalar(node) && node.value === null && node.source === '');
}
