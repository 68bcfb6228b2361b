import * as z from 'zod';
import { byteSize, slotName, sourceName, text } from './fields.ts';

const SSL_MODES = ['disable', 'allow', 'prefer', 'require', 'verify-ca', 'verify-full'] as const;

/** How to reach the source database. The gateway document and a pipeline without a gateway have these fields. */
export const connectionFields = {
  host: text().meta({
    description: 'Host name or address of the PostgreSQL server. Needed where no gateway is named.',
  }),
  port: z.int().min(1).max(65_535).default(5432).meta({ description: 'Port of the PostgreSQL server.' }),
  database: sourceName().optional().meta({
    description: 'Database to read. Needed in the pipeline or in its gateway; the pipeline’s goes first.',
  }),
  username: text()
    .default('postgres')
    .meta({ description: 'Role to log in as; it needs REPLICATION and SELECT on the selected tables.' }),
  password: text().optional().meta({
    description:
      'Password of the role, best from an environment variable (see Variables). Leave it away where the server asks for none. Never printed.',
  }),
  sslmode: z.enum(SSL_MODES).default('prefer').meta({
    description:
      'Whether the connection is encrypted, and what is verified, as in libpq. Over a public network use `verify-full`.',
  }),
  sslrootcert: text().optional().meta({
    description:
      'PEM file with the certificate authorities to trust; relative to the directory of the configuration file.',
  }),
  connect_timeout_sec: z
    .int()
    .min(1)
    .max(600)
    .default(15)
    .meta({ description: 'How long opening one connection may take, in seconds.' }),
};

/** Settings of the change stream that a gateway gives to its pipelines. */
export const streamFields = {
  slot_name: slotName().optional().meta({
    description:
      'Replication slot that carries the pipeline’s progress; made at the first run. One slot serves one pipeline. Default: the gateway’s, else `tributary_` and the pipeline’s name.',
  }),
  publication_name: sourceName().optional().meta({
    description: 'Publication that holds the selected tables. Needed in the pipeline or in its gateway.',
  }),
  heartbeat_interval_sec: z
    .int()
    .min(1)
    .max(3600)
    .default(10)
    .meta({ description: 'How often a run tells PostgreSQL that it is alive, in seconds.' }),
  max_retained_wal: byteSize().default('128MB').meta({
    description:
      'WAL that the slot may retain while nothing relevant changes, before a run writes a checkpoint only to release it.',
  }),
};
