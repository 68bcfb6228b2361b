import * as z from 'zod';
import { unityCatalogFields } from './databricks.ts';
import { byteSize, sourceName, targetName, text } from './fields.ts';

const sharedFields = {
  schema: targetName().meta({ description: 'Schema of the target tables; made if it is missing.' }),
  state_schema: targetName().optional().meta({
    description: 'Schema of the table that keeps the checkpoints. Default: `schema`.',
  }),
  table_naming: z
    .strictObject({
      prefix: z
        .string()
        .max(128)
        .regex(/^[!-\-0-~\u00a1-\uffff]*$/, {
          error: 'expected a prefix without periods, slashes and spaces',
        })
        .default('')
        .meta({ description: 'Put before every table name.' }),
      case: z
        .enum(['lower', 'upper', 'preserve'])
        .default('preserve')
        .meta({ description: 'Case of the table name; `preserve` keeps the source’s.' }),
    })
    .prefault({})
    .meta({ description: 'How a target table is called that has no `destination_table`.' }),
  write_mode: z
    .strictObject({
      type: z.enum(['merge']).default('merge').meta({
        description:
          '`merge` keeps the current rows. `append` (every change) and `scd2` (history) are not supported yet.',
      }),
      keys: z.record(z.string(), z.array(sourceName()).min(1)).default({}).meta({
        description:
          'Row key by table, `orders: [order_id]` or `public.orders: [order_id]`. A table that is not named uses its primary key or replica identity.',
      }),
    })
    .prefault({})
    .meta({ description: 'How changes are applied to the target tables.' }),
  special_values: z.literal(['error', 'null', null]).default('error').meta({
    description:
      'What becomes of a value that the target type cannot hold, such as a date of `infinity` or a numeric `NaN`: `error` ends the run, `null` stores NULL and counts it in the report.',
  }),
};

/** Where rows go. */
export const targetSchema = z
  .discriminatedUnion('type', [
    z.strictObject({
      type: z.literal('embedded').meta({ description: 'A lakehouse file of your own (DuckDB).' }),
      path: text().default('./lakehouse.duckdb').meta({
        description:
          'The lakehouse file; relative to the directory of the configuration file. Made if it is missing.',
      }),
      catalog: targetName().default('lakehouse').meta({ description: 'Name of the catalog in queries.' }),
      memory_limit: byteSize().default('1GB').meta({ description: 'Memory that DuckDB may use.' }),
      ...sharedFields,
    }),
    z.strictObject({
      type: z.literal('unity_catalog').meta({ description: 'Databricks Unity Catalog.' }),
      catalog: targetName().meta({ description: 'Catalog of the target tables; it has to exist.' }),
      ...sharedFields,
      ...unityCatalogFields,
    }),
  ])
  .meta({ description: 'Where rows go.' });

export type TargetSection = z.output<typeof targetSchema>;
export type UnityCatalogSection = Extract<TargetSection, { readonly type: 'unity_catalog' }>;
