import * as z from 'zod';
import { sourceName, targetName } from './fields.ts';

const tableReference = sourceName()
  .max(127)
  .meta({ description: 'Table, as `customers` or `public.customers`. Not a glob.' });

const tableSelection = z.strictObject({
  name: sourceName().meta({
    description: 'Table name, or a glob over the published tables: `order_*`, `?`, `[ab]`.',
  }),
  destination_table: targetName().optional().meta({
    description:
      'Name of the target table, taken as it stands: prefix and case are not applied. Not with a glob.',
  }),
});

const schemaSelection = z.strictObject({
  name: sourceName().meta({ description: 'Schema at the source.' }),
  tables: z.array(tableSelection).min(1).optional().meta({
    description: 'Tables of the schema. Without it, every published table of the schema is selected.',
  }),
});

/** What is read from the source. */
export const selectionSchema = z
  .strictObject({
    schemas: z.array(schemaSelection).min(1).meta({ description: 'Schemas, and the tables in them.' }),
    exclude_columns: z
      .array(
        z.strictObject({
          table: tableReference,
          columns: z.array(sourceName()).min(1).meta({
            description:
              'Columns that never reach a staged file, the target, a log or a report. To keep them off the network too, leave them out of the publication.',
          }),
        }),
      )
      .default([])
      .meta({ description: 'Columns to leave out, table by table.' }),
    include_columns: z
      .array(
        z.strictObject({
          table: tableReference,
          columns: z
            .array(sourceName())
            .min(1)
            .meta({ description: 'The only columns to take; key columns must be among them.' }),
        }),
      )
      .default([])
      .meta({
        description: 'The only columns to take, table by table. Not together with `exclude_columns`.',
      }),
  })
  .meta({ description: 'What is read from the source.' });

export type SelectionSection = z.output<typeof selectionSchema>;
