import type { Diagnostic } from '../model/diagnostic.ts';
import { type ConfigDocument, errorAt, isKnown, keyPlace, valueAt, valuePlace } from './config-document.ts';

/** A property that the program sets itself, or that would break what it does: the value that is right, if one is. */
interface OwnProperty {
  readonly allowed: string | undefined;
  readonly reason: string;
}

/** By name in lower case: Delta tells its own properties apart without case. */
const OWN_PROPERTIES: Readonly<Record<string, OwnProperty>> = {
  'delta.columnmapping.mode': {
    allowed: 'name',
    reason: 'columns are mapped by name, so that they may have any name and may be renamed',
  },
  'delta.columnmapping.maxcolumnid': { allowed: undefined, reason: 'Delta keeps it itself' },
  'delta.enabletypewidening': {
    allowed: 'true',
    reason: 'a column that grows at the source has to grow here without rewriting the table',
  },
  'delta.enabledeletionvectors': {
    allowed: 'true',
    reason:
      'every run would rewrite whole files, and runs of several pipelines would get in each other’s way',
  },
  'delta.feature.timestampntz': { allowed: 'supported', reason: 'timestamps without time zone need it' },
  'delta.appendonly': { allowed: 'false', reason: 'rows are updated and deleted' },
  'delta.minreaderversion': { allowed: undefined, reason: 'it follows from the features in use' },
  'delta.minwriterversion': { allowed: undefined, reason: 'it follows from the features in use' },
};

/** Words that Spark keeps for clauses of their own and refuses as properties. */
const RESERVED: ReadonlySet<string> = new Set([
  'collation',
  'comment',
  'external',
  'is_managed_location',
  'location',
  'owner',
  'path',
  'provider',
]);

/** Whether new tables get the property from the program itself. */
export function isOwnProperty(name: string): boolean {
  return Object.hasOwn(OWN_PROPERTIES, name.toLowerCase());
}

/** Errors for table properties that cannot be set, or that would undo one of our own. */
export function checkTableProperties(document: ConfigDocument): readonly Diagnostic[] {
  const path = ['target', 'table_properties'];
  const properties = valueAt(document.value, path);
  if (typeof properties !== 'object' || properties === null || Array.isArray(properties)) return [];
  return Object.entries(properties).flatMap(([name, value]: readonly [string, unknown]) =>
    checkProperty(document, [...path, name], name, value),
  );
}

function checkProperty(
  document: ConfigDocument,
  path: readonly string[],
  name: string,
  value: unknown,
): readonly Diagnostic[] {
  if (!/^[A-Za-z][A-Za-z0-9_.-]*$/.test(name) || RESERVED.has(name.toLowerCase()))
    return [
      errorAt(
        document,
        keyPlace(document, path),
        'invalid-value',
        `\`${name}\` is not the name of a table property.`,
        'Delta’s begin with `delta.`; names of your own take letters, digits, `_`, `-` and `.`.',
      ),
    ];
  const own = isOwnProperty(name) ? OWN_PROPERTIES[name.toLowerCase()] : undefined;
  if (own === undefined || !isKnown(document, path) || String(value).toLowerCase() === own.allowed) return [];
  return [
    errorAt(
      document,
      valuePlace(document, path),
      'contradiction',
      `\`${name}\` cannot be set ${own.allowed === undefined ? 'here' : 'to this'}: ${own.reason}.`,
      own.allowed === undefined ? 'Remove it.' : `Remove it: new tables have \`${own.allowed}\`.`,
    ),
  ];
}
