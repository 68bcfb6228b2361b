import * as z from 'zod';
import { type ValuePath, valueAt } from './config-document.ts';

type Schema = z.core.$ZodType;

/** A key that a mapping may have. */
export interface SchemaKey {
  readonly name: string;
  readonly description: string | undefined;
  /** The `type` to which the key belongs, where the mapping has several; `undefined` for the one that is meant. */
  readonly otherType: string | undefined;
}

/** The keys that the schema allows in the mapping at a path. Which variant of a union is meant, the value tells. */
export function keysAt(schema: Schema, value: unknown, path: ValuePath): readonly SchemaKey[] {
  const found = unwrap(schemaAt(schema, value, path));
  if (found instanceof z.ZodObject) return objectKeys(found, undefined);
  if (!(found instanceof z.ZodDiscriminatedUnion)) return [];
  const chosen = chosenOption(found, valueAt(value, path));
  const others = found.options.filter((option) => option !== chosen);
  return [
    ...(chosen instanceof z.ZodObject ? objectKeys(chosen, undefined) : []),
    ...others.flatMap((option) => (option instanceof z.ZodObject ? objectKeys(option, typeOf(option)) : [])),
  ];
}

/** The paths of all the fields called `name`, as `source.cdc.slot_name`; list entries are not told apart. */
export function fieldsNamed(schema: Schema, name: string, prefix = ''): readonly string[] {
  const found = unwrap(schema);
  if (found instanceof z.ZodDiscriminatedUnion) {
    return [...new Set(found.options.flatMap((option) => fieldsNamed(option, name, prefix)))];
  }
  if (found instanceof z.ZodArray) return fieldsNamed(found.element, name, `${prefix}[]`);
  if (!(found instanceof z.ZodObject)) return [];
  return Object.entries<Schema>(found.shape).flatMap(([key, field]) => {
    const path = prefix === '' ? key : `${prefix}.${key}`;
    return [...(key === name ? [path] : []), ...fieldsNamed(field, name, path)];
  });
}

/** The schema without what only says that the value may be absent. */
function unwrap(schema: Schema | undefined): Schema | undefined {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault || schema instanceof z.ZodPrefault) {
    return unwrap(schema.unwrap());
  }
  return schema;
}

function schemaAt(schema: Schema, value: unknown, path: ValuePath): Schema | undefined {
  let current: Schema | undefined = schema;
  path.forEach((key, index) => {
    current = childSchema(unwrap(current), valueAt(value, path.slice(0, index)), key);
  });
  return current;
}

function childSchema(schema: Schema | undefined, value: unknown, key: PropertyKey): Schema | undefined {
  if (schema instanceof z.ZodDiscriminatedUnion) return childSchema(chosenOption(schema, value), value, key);
  if (schema instanceof z.ZodObject)
    return Object.entries<Schema>(schema.shape).find(([name]) => name === key)?.[1];
  if (schema instanceof z.ZodArray) return schema.element;
  return schema instanceof z.ZodRecord ? schema.valueType : undefined;
}

function chosenOption(union: z.ZodDiscriminatedUnion, value: unknown): Schema | undefined {
  const type = valueAt(value, ['type']);
  return union.options.find((option) => typeOf(option) === type);
}

/** The word that chooses an option of a union: every union here is told apart by `type`. */
function typeOf(option: Schema): string | undefined {
  const { type }: Record<string, Schema> = option instanceof z.ZodObject ? option.shape : {};
  return type instanceof z.ZodLiteral ? String([...type.values][0]) : undefined;
}

function objectKeys(schema: z.ZodObject, otherType: string | undefined): readonly SchemaKey[] {
  return Object.entries<Schema>(schema.shape).map(([name, field]) => ({
    name,
    description: z.globalRegistry.get(field)?.description,
    otherType,
  }));
}
