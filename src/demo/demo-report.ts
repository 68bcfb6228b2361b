import { readFile } from 'node:fs/promises';
import * as z from 'zod';

/** What the demo reads of a run's report file, as any other program would. */
const reportSchema = z.object({
  status: z.enum(['done', 'nothing-to-do', 'another-run-active', 'stopped', 'failed']),
  caughtUp: z.boolean(),
  checkpoint: z.object({ from: z.string().nullable(), to: z.string().nullable() }),
  tables: z.array(
    z.object({
      source: z.string(),
      loadedRows: z.int(),
      insertedRows: z.int(),
      updatedRows: z.int(),
      deletedRows: z.int(),
      changes: z.int(),
    }),
  ),
  drift: z.array(z.object({ table: z.string(), kind: z.string(), column: z.string() })),
  warehouse: z.object({ opened: z.boolean(), statements: z.int() }),
});

export type DemoReport = z.output<typeof reportSchema>;

/** Reads the report of the only pipeline that ran. Throws when it is not what the documentation says. */
export async function readReport(path: string): Promise<DemoReport> {
  const file = z.object({ schemaVersion: z.literal(1), reports: z.tuple([reportSchema]) });
  return file.parse(JSON.parse(await readFile(path, 'utf8'))).reports[0];
}
