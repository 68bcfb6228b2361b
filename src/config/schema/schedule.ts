import * as z from 'zod';
import { duration } from './fields.ts';

const fallback = z
  .strictObject({
    on_failure: z
      .enum(['retry', 'fail'])
      .default('retry')
      .meta({ description: 'Accepted; has no effect yet.' }),
    max_retries: z.int().min(0).default(5).meta({ description: 'Accepted; has no effect yet.' }),
    backoff_sec: z.int().min(0).default(60).meta({ description: 'Accepted; has no effect yet.' }),
  })
  .optional()
  .meta({
    description:
      'Accepted; has no effect yet, and `validate` says so. A failed run is repeated by whoever starts runs, and goes on from the checkpoint.',
  });

/** How often a pipeline is meant to run. */
export const scheduleSchema = z
  .discriminatedUnion('type', [
    z.strictObject({
      type: z.literal('continuous').meta({ description: 'As often as whoever starts runs can.' }),
      fallback,
    }),
    z.strictObject({
      type: z.literal('interval').meta({ description: 'At a fixed interval.' }),
      every: duration().meta({ description: 'The interval: `15m`, `1h`.' }),
      fallback,
    }),
    z.strictObject({
      type: z.literal('manual').meta({ description: 'Only when somebody starts a run.' }),
      fallback,
    }),
  ])
  .meta({
    description:
      'How often the pipeline is meant to run. It states an intention: a run is started by a workflow’s cron, a scheduler or a person, drains what is pending, and ends. Default: the set’s own schedule document, else `manual`.',
  });

/** A document with nothing but `schedule:`, for every pipeline of the set that has none of its own. */
export const scheduleDocumentSchema = z.strictObject({ schedule: scheduleSchema }).meta({
  title: 'Default schedule',
  description: 'The schedule of the set’s pipelines that have none of their own.',
});

export type ScheduleSection = z.output<typeof scheduleSchema>;
