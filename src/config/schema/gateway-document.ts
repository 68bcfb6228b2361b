import * as z from 'zod';
import { connectionFields, streamFields } from './connection.ts';
import { documentName, text } from './fields.ts';

/** The change stream as a gateway states it. */
const gatewayCdcSchema = z
  .strictObject({
    enabled: z.boolean().default(true).meta({
      description: '`false` forbids change data capture through this gateway; its pipelines are then errors.',
    }),
    ...streamFields,
  })
  .meta({
    description: 'The change stream, for the pipelines of this gateway that do not say it themselves.',
  });

/** The connection as a gateway states it. */
const gatewaySourceSchema = z
  .strictObject({
    type: z.enum(['postgresql']).default('postgresql').meta({ description: 'Kind of the source.' }),
    ...connectionFields,
  })
  .meta({ description: 'The source database.' });

/** A document with `gateway:`: one source database, for any number of pipelines. */
export const gatewayDocumentSchema = z
  .strictObject({
    gateway: z
      .strictObject({
        name: documentName().meta({ description: 'Name that pipelines use in `source.gateway`.' }),
        region: text().optional().meta({ description: 'Where the source runs. For readers; has no effect.' }),
        mode: z.enum(['self_hosted']).default('self_hosted').meta({
          description: 'Where extraction runs: on your own runner or machine. There is no other mode.',
        }),
      })
      .meta({ description: 'What the gateway is called.' }),
    source: gatewaySourceSchema,
    cdc: gatewayCdcSchema.prefault({}),
    telemetry: z
      .strictObject({
        enabled: z
          .boolean()
          .default(false)
          .meta({ description: 'Accepted; has no effect yet. Nothing is sent anywhere.' }),
        log_level: z
          .enum(['debug', 'info', 'warn', 'error'])
          .default('info')
          .meta({ description: 'Accepted; has no effect yet.' }),
      })
      .optional()
      .meta({ description: 'Accepted; has no effect yet.' }),
  })
  .meta({ title: 'Gateway', description: 'One source database, for the pipelines that name it.' });

export type GatewayDocument = z.output<typeof gatewayDocumentSchema>;
