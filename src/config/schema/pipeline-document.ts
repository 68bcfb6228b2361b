import * as z from 'zod';
import { connectionFields, streamFields } from './connection.ts';
import { byteSize, documentName, duration, text } from './fields.ts';
import { scheduleSchema } from './schedule.ts';
import { selectionSchema } from './selection.ts';
import { targetSchema } from './target.ts';

const pipelineCdcSchema = z
  .strictObject({
    ...streamFields,
    initial_load: z.boolean().default(true).meta({
      description: 'Load the rows that a table already has. `false` takes only changes from now on.',
    }),
    load_parallelism: z.int().min(1).max(32).default(2).meta({
      description: 'Tables loaded at the same time, each over a connection of its own.',
    }),
    include_deleted_rows: z.boolean().default(false).meta({
      description: '`true` keeps a deleted row in the target and marks it `_deleted`; `false` removes it.',
    }),
  })
  .meta({
    description:
      'The change stream. What is said here goes before what the gateway says, and the gateway’s word before a default.',
  });

/** Where a pipeline reads: the name of a gateway, or a connection of its own. */
export const pipelineSourceSchema = z
  .strictObject({
    type: z.enum(['postgresql']).default('postgresql').meta({ description: 'Kind of the source.' }),
    gateway: text().optional().meta({
      description: 'Name of the gateway with the connection. Without it, `host` and the rest are given here.',
    }),
    ...connectionFields,
    host: connectionFields.host.optional().meta(connectionFields.host.meta() ?? {}),
    mode: z
      .enum(['incremental_cdc'])
      .default('incremental_cdc')
      .meta({ description: 'First load, then changes. There is no other mode.' }),
    cdc: pipelineCdcSchema.prefault({}),
  })
  .meta({ description: 'Where rows come from: a gateway by name, or a connection of the pipeline’s own.' });

const limitsSchema = z
  .strictObject({
    interval: z
      .strictObject({
        max_changes: z
          .int()
          .min(1)
          .default(5_000_000)
          .meta({ description: 'Changes after which it is closed.' }),
        max_bytes: byteSize()
          .default('1GB')
          .meta({ description: 'Bytes of row images after which it is closed.' }),
        max_duration: duration().default('10m').meta({ description: 'Time after which it is closed.' }),
      })
      .prefault({})
      .meta({
        description:
          'When an interval is closed, at the next commit, so that its changes are merged and checkpointed.',
      }),
    part: z
      .strictObject({
        max_bytes: byteSize().default('32MB').meta({ description: 'Bytes of row images held in memory.' }),
        max_rows: z.int().min(1).default(100_000).meta({ description: 'Rows held in memory.' }),
      })
      .prefault({})
      .meta({
        description: 'When what is held in memory is staged. Together they bound the memory of a run.',
      }),
    load: z
      .strictObject({
        range_rows: z
          .int()
          .min(1)
          .default(2_000_000)
          .meta({ description: 'Rows of a key range of a first load or backfill.' }),
      })
      .prefault({})
      .meta({
        description:
          'How much of a table is loaded at a time. Each range costs a MERGE and a checkpoint; a run that is killed has lost one of each table at most.',
      }),
  })
  .meta({ description: 'Sizes of what a run does at once.' });

const notification = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('email').meta({ description: 'A mail.' }),
    to: text().meta({ description: 'Address to write to.' }),
  }),
  z.strictObject({
    type: z.literal('slack').meta({ description: 'A message to a Slack channel.' }),
    webhook_url: text().meta({
      description: 'The channel’s incoming webhook, best from an environment variable. Never printed.',
    }),
  }),
  z.strictObject({
    type: z.literal('webhook').meta({ description: 'A POST to an address of your own.' }),
    webhook_url: text().meta({
      description: 'The address, best from an environment variable. Never printed.',
    }),
  }),
]);

const notificationsSchema = z
  .strictObject({
    on_success: z.array(notification).default([]).meta({ description: 'After a run that succeeded.' }),
    on_failure: z.array(notification).default([]).meta({ description: 'After a run that failed.' }),
  })
  .meta({ description: 'Who is told about runs. Accepted; nothing is sent yet, and `validate` says so.' });

/** A document with `pipeline:`: which tables go from one source to one target, and how. */
export const pipelineDocumentSchema = z
  .strictObject({
    pipeline: z
      .strictObject({
        name: documentName().meta({
          description:
            'Name of the pipeline; its checkpoint is kept under it, so a renamed pipeline starts afresh.',
        }),
        description: z.string().optional().meta({ description: 'For readers.' }),
      })
      .meta({ description: 'What the pipeline is called.' }),
    source: pipelineSourceSchema,
    selection: selectionSchema,
    target: targetSchema,
    limits: limitsSchema.prefault({}),
    schedule: scheduleSchema.optional(),
    notifications: notificationsSchema.optional(),
  })
  .meta({ title: 'Pipeline', description: 'Which tables go from one source to one target, and how.' });

export type PipelineDocument = z.output<typeof pipelineDocumentSchema>;
export type PipelineSourceSection = z.output<typeof pipelineSourceSchema>;
