import type { Diagnostic } from '../model/diagnostic.ts';
import { type ConfigDocument, errorAt, isWritten, keyPlace } from './config-document.ts';
import { nearestWord } from './did-you-mean.ts';

export type DocumentKind = 'gateway' | 'pipeline' | 'schedule';

/** What a document is, by its top keys; or why that cannot be said. */
export function kindOfDocument(document: ConfigDocument): DocumentKind | Diagnostic {
  const { value } = document;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    const found = Array.isArray(value) ? 'a list' : 'a single value';
    return unknown(
      document,
      [],
      `expected a mapping, found ${found}`,
      'Begin with `pipeline:` or `gateway:`.',
    );
  }
  const keys = Object.keys(value);
  const has = (key: string) => keys.includes(key);
  if (has('gateway') && has('pipeline')) {
    return errorAt(
      document,
      keyPlace(document, ['pipeline']),
      'contradiction',
      'The document has `gateway:` and `pipeline:`.',
      'Make two documents of it, with a line `---` between them.',
    );
  }
  if (has('gateway')) return 'gateway';
  if (has('pipeline')) return 'pipeline';
  return has('schedule') && keys.length === 1 ? 'schedule' : describeKeys(document, keys);
}

function describeKeys(document: ConfigDocument, keys: readonly string[]): Diagnostic {
  const slip = keys.find(
    (key) => nearestWord(key, ['gateway', 'pipeline', 'schedule']) !== undefined && key !== 'schedule',
  );
  if (slip !== undefined) {
    const near = nearestWord(slip, ['gateway', 'pipeline', 'schedule']);
    return errorAt(
      document,
      keyPlace(document, [slip]),
      'unknown-key',
      `Unknown key \`${slip}\` at the top of the document.`,
      `Did you mean \`${near}\`?`,
    );
  }
  const isGateway = keys.includes('cdc') || keys.includes('telemetry');
  const isPipeline = keys.some((key) => ['selection', 'target', 'limits', 'notifications'].includes(key));
  if (!isGateway && !isPipeline) {
    return unknown(
      document,
      keys.slice(0, 1),
      'expected `pipeline:`, `gateway:` or only `schedule:` at its top',
      'Say what the document is by one of these keys.',
    );
  }
  const kind = isPipeline ? 'pipeline' : 'gateway';
  const message = `\`${kind}\` is missing.`;
  return errorAt(
    document,
    keyPlace(document, []),
    'missing-field',
    message,
    `Add \`${kind}:\` with a \`name:\` in it.`,
  );
}

function unknown(document: ConfigDocument, path: readonly string[], what: string, hint: string): Diagnostic {
  const place = isWritten(document, ...path) ? keyPlace(document, path) : keyPlace(document, []);
  return errorAt(document, place, 'document-unknown', `The document cannot be used: ${what}.`, hint);
}
