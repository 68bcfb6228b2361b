import * as z from 'zod';
import { duration, text, volumeName } from './fields.ts';

const auth = z
  .discriminatedUnion('type', [
    z.strictObject({
      type: z.literal('pat').meta({ description: 'A personal access token.' }),
      token: text().optional().meta({
        description:
          'The token, best from an environment variable. Default: `DATABRICKS_TOKEN`. Never printed.',
      }),
    }),
    z.strictObject({
      type: z.literal('oauth_m2m').meta({ description: 'A service principal with an OAuth secret.' }),
      client_id: text().optional().meta({
        description: 'Application id of the service principal. Default: `DATABRICKS_CLIENT_ID`.',
      }),
      client_secret: text().optional().meta({
        description:
          'Its secret, best from an environment variable. Default: `DATABRICKS_CLIENT_SECRET`. Never printed.',
      }),
    }),
    z.strictObject({
      type: z.literal('github_oidc').meta({
        description:
          'The token of the GitHub workflow itself, exchanged by a federation policy: no stored secret. The job needs `permissions: id-token: write`.',
      }),
      client_id: text().optional().meta({
        description:
          'Application id of the service principal that has the policy. Default: `DATABRICKS_CLIENT_ID`; neither for an account-wide policy.',
      }),
      audience: text().optional().meta({
        description:
          'Audience of the token, as the policy has it; usually the Databricks account id. Default: `DATABRICKS_TOKEN_AUDIENCE`, else the one that the workspace names as its own.',
      }),
    }),
  ])
  .optional()
  .meta({
    description:
      'How to log in. Default: what `DATABRICKS_AUTH_TYPE` says (`pat`, `oauth-m2m`, `github-oidc`), else the first of the three for which the environment has what it needs.',
  });

/** How to reach the workspace. What is not said comes from the environment, and only when a run begins. */
export const databricksSchema = z
  .strictObject({
    host: text().optional().meta({
      description: 'Host name of the workspace: `adb-1.2.azuredatabricks.net`. Default: `DATABRICKS_HOST`.',
    }),
    http_path: text().optional().meta({
      description:
        'HTTP path of the SQL warehouse: `/sql/1.0/warehouses/…`, from its connection details. Default: `DATABRICKS_HTTP_PATH`, or `DATABRICKS_WAREHOUSE_ID` with the id alone.',
    }),
    auth,
    cost_per_hour: z.number().positive().optional().meta({
      description:
        'What an hour of the warehouse costs you, by your contract and its size. Reports then reckon what a run’s statements cost. Default: they tell the time only.',
    }),
    currency: z
      .string()
      .regex(/^[A-Z]{3}$/, { error: 'expected a currency code such as `USD` or `EUR`' })
      .default('USD')
      .meta({ description: 'Currency of `cost_per_hour`: a code of three letters.' }),
  })
  .prefault({})
  .meta({
    description: 'The Databricks workspace and how to log in to it; all of it may come from the environment.',
  });

/** What a Unity Catalog target has besides what every target has. */
export const unityCatalogFields = {
  databricks: databricksSchema,
  volume: volumeName().optional().meta({
    description:
      'Volume that staged files go through: `name` in `state_schema`, `schema.name`, or `catalog.schema.name`. Made if it is missing. Default: `tributary`.',
  }),
  table_properties: z
    .record(z.string(), z.union([z.string(), z.number(), z.boolean()]))
    .default({})
    .meta({
      description:
        'Delta table properties of tables that are made from now on, such as `delta.logRetentionDuration: interval 7 days`.',
    }),
  clustering: z.enum(['key', 'auto', 'none']).default('key').meta({
    description:
      'How new tables are clustered: by the row key’s first four columns, `auto` as Databricks finds best (needs predictive optimization), or not at all.',
  }),
  statement_timeout: duration().default('30m').meta({
    description: 'How long one statement may take on the warehouse; up to `2d`.',
  }),
};

export type DatabricksSection = z.output<typeof databricksSchema>;
