import * as z from 'zod';
import { gatewayDocumentSchema } from './schema/gateway-document.ts';
import { pipelineDocumentSchema } from './schema/pipeline-document.ts';
import { scheduleDocumentSchema } from './schema/schedule.ts';

/** A JSON Schema, or a part of one, as far as it is used here. */
export type JsonSchema = z.core.JSONSchema.BaseSchema;

/** The JSON Schema of each kind of document, as zod says it: of what is written, before defaults are applied. */
export const DOCUMENT_SCHEMAS = {
  pipeline: documentSchema(pipelineDocumentSchema),
  gateway: documentSchema(gatewayDocumentSchema),
  schedule: documentSchema(scheduleDocumentSchema),
} as const;

/**
 * The JSON Schema for editors: any kind of document, with descriptions, and with `${VAR}` allowed wherever a
 * variable may stand.
 */
export function buildJsonSchema(): JsonSchema {
  return {
    // Draft 7 is what editors' YAML support knows best.
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'Tributary configuration',
    description: 'A pipeline, a gateway, or the default schedule of a set of pipelines.',
    anyOf: Object.values(DOCUMENT_SCHEMAS).map(allowVariables),
  };
}

function documentSchema(schema: z.ZodType): JsonSchema {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io: 'input', target: 'draft-7' });
  return rest;
}

const VARIABLE: JsonSchema = { type: 'string', pattern: '\\$\\{' };

/** Fields that are stricter than a text take a variable besides; its value is checked when the file is loaded. */
function allowVariables(schema: JsonSchema): JsonSchema {
  const { title, description, default: fallback, ...rest } = schema;
  const isStrict =
    rest.type === 'integer' ||
    rest.type === 'boolean' ||
    rest.enum !== undefined ||
    rest.pattern !== undefined;
  if (!isStrict) return mapChildren(schema, allowVariables);
  return {
    ...(title === undefined ? {} : { title }),
    ...(description === undefined ? {} : { description }),
    ...(fallback === undefined ? {} : { default: fallback }),
    anyOf: [withoutSafeBounds(rest), VARIABLE],
  };
}

/** JavaScript's own integer bounds say nothing to the reader of a configuration. */
function withoutSafeBounds(schema: JsonSchema): JsonSchema {
  const { maximum, minimum, ...rest } = schema;
  return {
    ...rest,
    ...(minimum === undefined || minimum === Number.MIN_SAFE_INTEGER ? {} : { minimum }),
    ...(maximum === undefined || maximum === Number.MAX_SAFE_INTEGER ? {} : { maximum }),
  };
}

function mapChildren(schema: JsonSchema, change: (child: JsonSchema) => JsonSchema): JsonSchema {
  const { properties, items, additionalProperties, oneOf } = schema;
  return {
    ...schema,
    ...(properties === undefined ? {} : { properties: mapValues(properties, change) }),
    ...(isSchema(items) ? { items: change(items) } : {}),
    ...(isSchema(additionalProperties) ? { additionalProperties: change(additionalProperties) } : {}),
    ...(oneOf === undefined
      ? {}
      : { oneOf: oneOf.map((option) => (isSchema(option) ? change(option) : option)) }),
  };
}

function mapValues(
  properties: Readonly<Record<string, JsonSchema | boolean>>,
  change: (child: JsonSchema) => JsonSchema,
): Record<string, JsonSchema | boolean> {
  return Object.fromEntries(
    Object.entries(properties).map(([name, child]) => [name, isSchema(child) ? change(child) : child]),
  );
}

/** Whether a part of a JSON Schema is one schema, and not `true`, `false`, a list or nothing. */
export function isSchema(part: unknown): part is JsonSchema {
  return typeof part === 'object' && part !== null && !Array.isArray(part);
}
