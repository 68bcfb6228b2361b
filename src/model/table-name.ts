/** A schema in two parts: `lakehouse`.`postgres_raw`. */
export type SchemaName = Pick<TableName, 'catalog' | 'schema'>;

/** A target table in three parts: `lakehouse`.`postgres_raw`.`pg_orders`. */
export interface TableName {
  readonly catalog: string;
  readonly schema: string;
  readonly table: string;
}

/** `lakehouse.postgres_raw.pg_orders`, for people. */
export function displayTargetName(name: TableName): string {
  return `${name.catalog}.${name.schema}.${name.table}`;
}
