/**
 * Prunes GitHub's OpenAPI description to the operations that this project calls, as the fake GitHub of the tests
 * checks requests and responses against it.
 *
 *     npm pack @octokit/openapi@23.0.2 && tar xzf octokit-openapi-23.0.2.tgz package/generated/api.github.com.json
 *     node scripts/prune-github-openapi.ts package/generated/api.github.com.json && npm run format
 *
 * What remains is OpenAPI 3.1, whose schemas are JSON Schema: `nullable` becomes a type, and parameters and responses
 * stand where they are used. Prose and examples are left out, and examples are most of the file.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';

const OUTPUT = resolve(import.meta.dirname, '../test/support/github/openapi.json');

/** By path, the methods whose operations are called, by this project or to read the state of the fake. */
const OPERATIONS: Readonly<Record<string, readonly string[]>> = {
  '/user': ['get'],
  '/repos/{owner}/{repo}/issues': ['get', 'post'],
  '/repos/{owner}/{repo}/issues/{issue_number}': ['get', 'patch'],
  '/repos/{owner}/{repo}/issues/{issue_number}/comments': ['get', 'post'],
  '/repos/{owner}/{repo}/issues/{issue_number}/labels': ['post'],
  '/repos/{owner}/{repo}/issues/comments/{comment_id}': ['get', 'patch', 'delete'],
  '/repos/{owner}/{repo}/labels': ['get', 'post'],
  '/repos/{owner}/{repo}/labels/{name}': ['get'],
  '/repos/{owner}/{repo}/pulls/{pull_number}': ['get'],
  '/repos/{owner}/{repo}/pulls/{pull_number}/files': ['get'],
  '/repos/{owner}/{repo}/actions/workflows/{workflow_id}/dispatches': ['post'],
  '/repos/{owner}/{repo}/actions/workflows/{workflow_id}/runs': ['get'],
};

type Json = null | boolean | number | string | readonly Json[] | JsonObject;
interface JsonObject {
  readonly [key: string]: Json | undefined;
}

/** Keys of a schema that decide which values are valid, and what of them is worth keeping. */
const SCHEMA_KEYS = new Set([
  ...['type', 'enum', 'format', 'pattern', 'minLength', 'maxLength', 'minimum', 'maximum'],
  ...['required', 'minItems', 'maxItems', 'minProperties', 'maxProperties', 'uniqueItems'],
]);

const COMPONENT = '#/components/schemas/';

const { positionals } = parseArgs({ allowPositionals: true });
const [source] = positionals;
if (source === undefined)
  throw new Error('Give the path of api.github.com.json, of the package @octokit/openapi');
const description = requireObject(JSON.parse(await readFile(source, 'utf8')));
await writeFile(OUTPUT, `${JSON.stringify(prune(description), null, 2)}\n`);
const license = await readFile(join(source, '../../LICENSE'), 'utf8');
await writeFile(join(OUTPUT, '../openapi.LICENSE'), `${license.trim()}\n`);

function prune(root: JsonObject): JsonObject {
  const paths = mapValues(OPERATIONS, (methods, path) =>
    Object.fromEntries(
      methods.map((method) => [method, pruneOperation(root, follow(root, ['paths', path, method]))]),
    ),
  );
  const { version } = requireObject(follow(root, ['info']));
  return {
    openapi: '3.1.0',
    info: { title: 'GitHub REST API, the part that is called', version, license: { name: 'MIT' } },
    paths,
    components: { schemas: sorted(reachableSchemas(root, paths)) },
  };
}

function pruneOperation(root: JsonObject, operation: Json): JsonObject {
  const { operationId, parameters = [], requestBody, responses = {} } = requireObject(operation);
  return {
    operationId,
    parameters: requireArray(parameters).map((parameter) => pruneParameter(resolved(root, parameter))),
    ...(requestBody === undefined ? {} : { requestBody: pruneRequestBody(resolved(root, requestBody)) }),
    responses: mapValues(requireObject(responses), (response) => pruneContent(resolved(root, response))),
  };
}

function pruneParameter({ name, in: place, required, schema = {} }: JsonObject): JsonObject {
  return { name, in: place, required: required ?? false, schema: pruneSchema(schema) };
}

function pruneRequestBody(requestBody: JsonObject): JsonObject {
  const schema = requireObject(follow(pruneContent(requestBody), ['content', 'application/json', 'schema']));
  return {
    required: requestBody['required'] ?? false,
    content: { 'application/json': { schema: closed(schema) } },
  };
}

/** GitHub ignores a property that it does not know. Here it is an error, because its caller has misspelt a word. */
function closed(schema: JsonObject): JsonObject {
  const { oneOf } = schema;
  if (oneOf !== undefined)
    return { ...schema, oneOf: requireArray(oneOf).map((one) => closed(requireObject(one))) };
  return schema['properties'] === undefined ? schema : { additionalProperties: false, ...schema };
}

/** Only JSON: GitHub's other forms are asked for by media types that nobody here sends. */
function pruneContent({ content }: JsonObject): JsonObject {
  if (content === undefined) return {};
  const json = requireObject(content)['application/json'];
  return json === undefined
    ? {}
    : { content: { 'application/json': { schema: pruneSchema(follow(requireObject(json), ['schema'])) } } };
}

function pruneSchema(schema: Json): Json {
  if (typeof schema === 'boolean') return schema;
  const { nullable, ...given } = requireObject(schema);
  const kept: Record<string, Json> = {};
  for (const [key, value] of Object.entries(given)) {
    if (value === undefined) continue;
    if (SCHEMA_KEYS.has(key) || key === '$ref') kept[key] = value;
    else if (key === 'properties') kept[key] = mapValues(requireObject(value), pruneSchema);
    else if (key === 'items' || key === 'not' || key === 'additionalProperties')
      kept[key] = pruneSchema(value);
    else if (key === 'allOf' || key === 'anyOf' || key === 'oneOf')
      kept[key] = requireArray(value).map(pruneSchema);
  }
  return nullable === true ? withNull(kept) : kept;
}

/** `nullable` of OpenAPI 3.0 in the words of JSON Schema. */
function withNull(schema: Readonly<Record<string, Json>>): JsonObject {
  const { type, enum: values } = schema;
  if (typeof type !== 'string') return { anyOf: [schema, { type: 'null' }] };
  const isListed = values === undefined || requireArray(values).includes(null);
  return {
    ...schema,
    type: [type, 'null'],
    ...(isListed ? {} : { enum: [...requireArray(values ?? []), null] }),
  };
}

/** The components that these paths need, and those that they need in turn. */
function reachableSchemas(root: JsonObject, paths: JsonObject): ReadonlyMap<string, Json> {
  const found = new Map<string, Json>();
  const waiting = referencesIn(paths);
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    if (found.has(name)) continue;
    const schema = pruneSchema(follow(root, ['components', 'schemas', name]));
    found.set(name, schema);
    waiting.push(...referencesIn(schema));
  }
  return found;
}

function referencesIn(value: Json): string[] {
  return [...JSON.stringify(value).matchAll(/"\$ref":"#\/components\/schemas\/([^"]+)"/g)].map(
    ([, name = '']) => name,
  );
}

/** What a `$ref` to a parameter or response stands for; anything else is returned as it is. */
function resolved(root: JsonObject, value: Json): JsonObject {
  const object = requireObject(value);
  const { $ref } = object;
  if (typeof $ref !== 'string') return object;
  if ($ref.startsWith(COMPONENT)) throw new Error(`A schema stands where something else should: ${$ref}`);
  return requireObject(follow(root, $ref.split('/').slice(1)));
}

function follow(value: JsonObject, path: readonly string[]): Json {
  let place: Json = value;
  for (const name of path) {
    const next: Json | undefined = requireObject(place)[name];
    if (next === undefined) throw new Error(`The description has nothing at ${path.join(' › ')}`);
    place = next;
  }
  return place;
}

function mapValues<Value>(
  object: Readonly<Record<string, Value | undefined>>,
  map: (value: Value, key: string) => Json,
): JsonObject {
  return Object.fromEntries(
    Object.entries(object).flatMap(([key, value]) => (value === undefined ? [] : [[key, map(value, key)]])),
  );
}

function sorted(schemas: ReadonlyMap<string, Json>): JsonObject {
  return Object.fromEntries([...schemas].sort(([one], [other]) => (one < other ? -1 : 1)));
}

function requireArray(value: Json): readonly Json[] {
  if (!Array.isArray(value)) throw new Error(`Not an array: ${JSON.stringify(value)}`);
  return value;
}

function requireObject(value: Json): JsonObject {
  if (value === null || typeof value !== 'object' || isArray(value)) {
    throw new Error(`Not an object: ${JSON.stringify(value)}`);
  }
  return value;
}

/** `Array.isArray`, which does not tell a readonly array from another value. */
function isArray(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}
