import type { Diagnostic } from '../../model/diagnostic.ts';
import {
  adviceAt,
  type ConfigDocument,
  pathKey,
  showPath,
  type ValuePath,
  valueAt,
  valuePlace,
} from '../config-document.ts';
import { secretKindOf } from './secret-shape.ts';

/** Keys whose value is a secret whatever it looks like, those of other programs included. */
const SECRET_KEY =
  /^(?:access_token|api_key|apikey|client_secret|pass|passphrase|passwd|password|private_key|pwd|secret|secret_key|token|webhook_url)$/;

/** Mappings whose keys the writer chooses: names of tables and of properties. */
const OWN_NAMES: readonly string[] = ['target.write_mode.keys', 'target.table_properties'];

/**
 * Warns of every secret that stands in clear text in a document: passwords, tokens and webhooks by their key, and texts
 * that have the shape of a secret wherever they stand. The value is never repeated. A value that a variable has part in
 * is not judged, nor the password of a server on the same machine, which opens nothing to a reader of the repository.
 */
export function warnOfSecrets(document: ConfigDocument): readonly Diagnostic[] {
  return textsWithin(document.value, []).flatMap(({ path, text }) => {
    if ((document.located.get(pathKey(path))?.variables.length ?? 0) > 0) return [];
    const kind = secretKindOf(text) ?? (isSecretKey(path) && !isLocal(document, path) ? '' : undefined);
    return kind === undefined ? [] : [describeSecret(document, path, kind)];
  });
}

function describeSecret(document: ConfigDocument, path: ValuePath, kind: string): Diagnostic {
  return adviceAt(document, valuePlace(document, path), {
    severity: 'warning',
    code: 'secret-in-file',
    message:
      kind === ''
        ? `\`${showPath(path)}\` stands in the file in clear text.`
        : `\`${showPath(path)}\` holds ${kind}, in clear text.`,
    hint: `Take it from an environment variable (\`\${NAME}\`), and replace it ${homeOf(path, kind)}: whoever read the file knows it.`,
  });
}

function homeOf(path: ValuePath, kind: string): string {
  if (path[0] === 'target' || kind.includes('Databricks')) return 'in Databricks';
  if (path[0] === 'notifications' || kind.includes('Slack')) return 'where the messages arrive';
  return path[0] === 'source' ? 'in the database' : 'where it is valid';
}

interface FoundText {
  readonly path: ValuePath;
  readonly text: string;
}

function textsWithin(value: unknown, path: ValuePath): readonly FoundText[] {
  if (typeof value === 'string') return value === '' ? [] : [{ path, text: value }];
  if (Array.isArray(value))
    return value.flatMap((item: unknown, index) => textsWithin(item, [...path, index]));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, item]: readonly [string, unknown]) =>
    textsWithin(item, [...path, key]),
  );
}

function isSecretKey(path: ValuePath): boolean {
  if (OWN_NAMES.includes(showPath(path.slice(0, -1)))) return false;
  return SECRET_KEY.test(String(path.at(-1)).toLowerCase().replaceAll('-', '_'));
}

function isLocal(document: ConfigDocument, path: ValuePath): boolean {
  if (path[0] !== 'source') return false;
  const host = valueAt(document.value, ['source', 'host']);
  return typeof host === 'string' && /^(?:localhost|127(?:\.\d{1,3}){3}|::1|\/.*)$/i.test(host);
}
