import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv, type ValidateFunction } from 'ajv';
import { z } from 'zod';

/** One request as it is held against the description. */
export interface DescribedRequest {
  readonly query: URLSearchParams;
  /** Parsed JSON; `undefined` for none. */
  readonly content: unknown;
}

/** An operation that GitHub's description has, such as `issues/create-comment`. */
export interface Operation {
  readonly id: string;
  /** Values of the path, decoded. */
  readonly path: ReadonlyMap<string, string>;
}

/** Statuses that the description leaves out though GitHub gives them, each for any operation. */
const UNDESCRIBED_STATUSES: Readonly<Record<number, string>> = {
  401: 'the token is wrong; described for /user alone',
  403: 'a permission is missing, or a limit reached; described for few operations',
  404: 'the object, or the whole repository, is not to be seen; missing at updates and deletions',
  410: 'issues are disabled; missing at comments and labels',
  422: 'the content is refused; missing at dispatches',
  429: 'a limit is reached',
  500: 'GitHub is in trouble',
  502: 'GitHub is in trouble',
  503: 'GitHub is in trouble',
  504: 'GitHub is in trouble',
};

/** Parameters whose description is wrong: `created` takes a range such as `>=2026-11-01`, too. */
const LOOSE_PARAMETERS = new Set(['created']);

const Schema = z.union([z.boolean(), z.record(z.string(), z.unknown())]);
const Content = z.object({ 'application/json': z.object({ schema: Schema }) }).optional();
const DescribedOperation = z.object({
  operationId: z.string(),
  parameters: z.array(
    z.object({ name: z.string(), in: z.enum(['path', 'query']), required: z.boolean(), schema: Schema }),
  ),
  requestBody: z.object({ required: z.boolean(), content: Content }).optional(),
  responses: z.record(z.string(), z.object({ content: Content })),
});
type DescribedOperation = z.infer<typeof DescribedOperation>;

const Description = z.object({
  paths: z.record(z.string(), z.record(z.string(), DescribedOperation)),
  components: z.object({ schemas: z.record(z.string(), z.record(z.string(), z.unknown())) }),
});

const FILE = join(import.meta.dirname, 'openapi.json');

/** GitHub's REST API as its OpenAPI description has it, pruned to what is called. */
export class ApiDescription {
  readonly #operations: readonly DescribedRoute[];
  readonly #ajv = newAjv();
  readonly #validators = new Map<string, ValidateFunction>();

  constructor() {
    const text = readFileSync(FILE, 'utf8').replaceAll('"#/components/schemas/', '"schema:');
    const { paths, components } = Description.parse(JSON.parse(text));
    for (const [name, schema] of Object.entries(components.schemas)) {
      this.#ajv.addSchema(schema, `schema:${name}`);
    }
    this.#operations = Object.entries(paths).flatMap(([template, methods]) =>
      Object.entries(methods).map(([method, operation]) => ({
        method: method.toUpperCase(),
        pattern: patternOf(template),
        operation,
      })),
    );
  }

  get operationIds(): readonly string[] {
    return this.#operations.map(({ operation }) => operation.operationId);
  }

  /** `undefined` where the pruned description has no such operation. `path` is percent-encoded, without query. */
  operationOf(method: string, path: string): Operation | undefined {
    for (const route of this.#operations) {
      const match = route.method === method ? route.pattern.exec(path) : null;
      if (match === null) continue;
      const values = Object.entries(match.groups ?? {}).map(
        ([name, value]) => [name, decodeURIComponent(value)] satisfies [string, string],
      );
      return { id: route.operation.operationId, path: new Map(values) };
    }
    return undefined;
  }

  /** What is wrong with a request, in words; nothing if it conforms. */
  faultsOfRequest(operation: Operation, { query, content }: DescribedRequest): readonly string[] {
    const described = this.#describedOf(operation);
    return [
      ...described.parameters.flatMap((parameter) => {
        const value =
          parameter.in === 'path' ? operation.path.get(parameter.name) : query.get(parameter.name);
        if (value === undefined || value === null)
          return parameter.required ? [`the parameter ${parameter.name} is missing`] : [];
        if (LOOSE_PARAMETERS.has(parameter.name)) return [];
        const key = `${operation.id} ${parameter.in} ${parameter.name}`;
        return this.#faultsOf(key, parameter.schema, valueOfText(value), `the parameter ${parameter.name}`);
      }),
      ...[...query.keys()]
        .filter((name) => !described.parameters.some((one) => one.in === 'query' && one.name === name))
        .map((name) => `the parameter ${name} is unknown`),
      ...this.#faultsOfContent(operation, described, content),
    ];
  }

  /** What is wrong with a response, in words; nothing if it conforms. */
  faultsOfResponse(operation: Operation, status: number, content: unknown): readonly string[] {
    const response = this.#describedOf(operation).responses[status];
    if (response === undefined) {
      if (UNDESCRIBED_STATUSES[status] === undefined) return [`the status ${status} is not described`];
      const error = { $ref: `schema:${status === 422 ? 'validation-error' : 'basic-error'}` };
      return this.#faultsOf(`undescribed ${status}`, error, content, `the response ${status}`);
    }
    const schema = response.content?.['application/json'].schema;
    if (schema === undefined) return content === undefined ? [] : [`the response ${status} has a body`];
    return this.#faultsOf(`${operation.id} ${status}`, schema, content, `the response ${status}`);
  }

  #faultsOfContent(
    operation: Operation,
    { requestBody }: DescribedOperation,
    content: unknown,
  ): readonly string[] {
    if (requestBody === undefined) return content === undefined ? [] : ['there is a body'];
    if (content === undefined) return requestBody.required ? ['the body is missing'] : [];
    const schema = requestBody.content?.['application/json'].schema ?? true;
    return this.#faultsOf(`${operation.id} body`, schema, content, 'the body');
  }

  #describedOf({ id }: Operation): DescribedOperation {
    const route = this.#operations.find(({ operation }) => operation.operationId === id);
    if (route === undefined) throw new Error(`There is no operation ${id}`);
    return route.operation;
  }

  #faultsOf(key: string, schema: z.infer<typeof Schema>, value: unknown, name: string): readonly string[] {
    const validator = this.#validators.get(key) ?? this.#ajv.compile(schema);
    this.#validators.set(key, validator);
    if (validator(value)) return [];
    return (validator.errors ?? []).map(
      ({ instancePath, message, params }) => `${name}${instancePath}: ${message} ${JSON.stringify(params)}`,
    );
  }
}

interface DescribedRoute {
  readonly method: string;
  readonly pattern: RegExp;
  readonly operation: DescribedOperation;
}

/** `/issues/{issue_number}` → a pattern with a group `issue_number`. */
function patternOf(template: string): RegExp {
  return new RegExp(`^${template.replaceAll(/\{(\w+)\}/g, '(?<$1>[^/]+)')}$`);
}

/** A parameter travels as text, and is described as a number or a truth value. */
function valueOfText(text: string): string | number | boolean {
  if (/^(?:0|[1-9]\d*)$/.test(text)) return Number(text);
  return text === 'true' || text === 'false' ? text === 'true' : text;
}

const DATE_TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:Z|[+-]\d{2}:\d{2})$/;

function newAjv(): Ajv {
  return new Ajv({
    allErrors: true,
    strict: true,
    // The description is GitHub's: what of it is strange is not ours to mend.
    strictTypes: false,
    strictRequired: false,
    validateSchema: false,
    formats: {
      'date-time': (text: string) => DATE_TIME.test(text) && !Number.isNaN(Date.parse(text)),
      uri: (text: string) => URL.canParse(text) && !/[{}\s]/.test(text),
      email: /^[^@\s]+@[^@\s]+$/,
      int64: { type: 'number', validate: (value: number) => Number.isSafeInteger(value) },
    },
  });
}
