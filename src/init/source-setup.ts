import type { InitPlan, PlannedTable } from './init-plan.ts';

/**
 * What an administrator runs on PostgreSQL, once; steps that are done already are left out. The password stands for
 * itself: it is chosen when the SQL is run.
 */
export function buildSourceSetup(plan: InitPlan): readonly string[] {
  return [
    ...settingsOf(plan),
    ...roleOf(plan),
    ...grantsOf(plan),
    ...identitiesOf(plan.tables),
    ...publicationOf(plan),
  ];
}

function settingsOf({ prepared }: InitPlan): readonly string[] {
  if (prepared.walLevel === 'logical') return [];
  return [
    `-- On Amazon RDS and Aurora: rds.logical_replication = 1 in the parameter group; on Cloud SQL: cloudsql.logical_decoding = on.`,
    `ALTER SYSTEM SET wal_level = 'logical';`,
    `ALTER SYSTEM SET max_replication_slots = 10;`,
    `ALTER SYSTEM SET max_wal_senders = 10;`,
    `-- Restart the server. Set max_slot_wal_keep_size, too: a slot keeps log until it is acknowledged.`,
  ];
}

function roleOf({ source, prepared }: InitPlan): readonly string[] {
  const role = quote(source.username);
  const onRds = `-- on Amazon RDS and Aurora instead: GRANT rds_replication TO ${role};`;
  switch (prepared.role) {
    case 'missing':
      return [`CREATE ROLE ${role} WITH LOGIN REPLICATION PASSWORD 'choose one'; ${onRds}`];
    case 'may-not-replicate':
      return [`ALTER ROLE ${role} REPLICATION; ${onRds}`];
    case 'may-replicate':
      return [];
    default:
      return prepared.role satisfies never;
  }
}

function grantsOf({ source, tables }: InitPlan): readonly string[] {
  const role = quote(source.username);
  const schemas = [...new Set(tables.map(({ schema }) => quote(schema)))];
  return [
    `GRANT CONNECT ON DATABASE ${quote(source.database)} TO ${role};`,
    `GRANT USAGE ON SCHEMA ${schemas.join(', ')} TO ${role};`,
    `GRANT SELECT ON TABLE ${tables.map(qualified).join(', ')} TO ${role};`,
  ];
}

function identitiesOf(tables: readonly PlannedTable[]): readonly string[] {
  return tables.flatMap((table) =>
    table.identityIndex === undefined
      ? []
      : [
          `ALTER TABLE ${qualified(table)} REPLICA IDENTITY USING INDEX ${quote(table.identityIndex)}; -- it has no primary key`,
        ],
  );
}

function publicationOf({ source, tables, prepared }: InitPlan): readonly string[] {
  const publication = quote(source.publication);
  const isPartitioned = tables.some(({ partitioned }) => partitioned);
  if (!prepared.hasPublication)
    return [
      `CREATE PUBLICATION ${publication} FOR TABLE ${tables.map(qualified).join(', ')}${isPartitioned ? ' WITH (publish_via_partition_root = true)' : ''};`,
    ];
  const missing = tables.filter(({ published }) => !published);
  return [
    ...(missing.length === 0
      ? []
      : [`ALTER PUBLICATION ${publication} ADD TABLE ${missing.map(qualified).join(', ')};`]),
    ...(isPartitioned ? [`ALTER PUBLICATION ${publication} SET (publish_via_partition_root = true);`] : []),
  ];
}

function qualified({ schema, name }: PlannedTable): string {
  return `${quote(schema)}.${quote(name)}`;
}

/** Words that PostgreSQL reserves are lower-case letters too, so those that people name tables by are quoted. */
const RESERVED =
  /^(?:all|analyse|analyze|and|any|array|as|asc|asymmetric|both|case|cast|check|collate|column|constraint|create|current_\w+|default|deferrable|desc|distinct|do|else|end|except|false|fetch|for|foreign|from|grant|group|having|in|initially|intersect|into|lateral|leading|limit|localtime|localtimestamp|not|null|offset|on|only|or|order|placing|primary|references|returning|select|session_user|some|symmetric|system_user|table|then|to|trailing|true|union|unique|user|using|variadic|when|where|window|with|authorization|binary|collation|concurrently|cross|freeze|full|ilike|inner|is|isnull|join|left|like|natural|notnull|outer|overlaps|right|similar|tablesample|verbose)$/;

function quote(name: string): string {
  if (/^[a-z_][a-z0-9_]*$/.test(name) && !RESERVED.test(name)) return name;
  return `"${name.replaceAll('"', '""')}"`;
}
