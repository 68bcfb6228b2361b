/**
 * How a lakehouse is read for a comparison: in its own SQL, which renders values by itself. Types go by DuckDB's names,
 * without what stands in brackets.
 */
export interface TargetSide {
  /** Runs a query; every value as text, NULL as null. */
  query(sql: string): Promise<readonly (readonly (string | null)[])[]>;
  /** Columns of a table, and their types. */
  columnTypes(table: string): Promise<ReadonlyMap<string, string>>;
  quote(name: string): string;
  /** SQL that gives a value as text, as it is printed. */
  asText(value: string): string;
  /** … a date as days since 1970. */
  asDays(value: string): string;
  /** … a timestamp, with or without a zone, as microseconds since 1970 UTC. */
  asMicroseconds(value: string): string;
  /** … bytes as lower-case hexadecimal digits. */
  asHex(value: string): string;
  /** SQL that gives how many bytes a value of bytes has. */
  byteLength(value: string): string;
}

/** The embedded lakehouse. */
export function duckdbSide(query: TargetSide['query']): TargetSide {
  return {
    query,
    columnTypes: async (table) => {
      const rows = await query(/*sql*/ `SELECT column_name, column_type FROM (DESCRIBE ${table})`);
      return new Map(rows.map(([name, type]) => [name ?? '', (type ?? '').replace(/\(.*/, '')]));
    },
    quote: (name) => `"${name.replaceAll('"', '""')}"`,
    asText: (value) => /*sql*/ `CAST(${value} AS VARCHAR)`,
    asDays: (value) => /*sql*/ `CAST(date_diff('day', DATE '1970-01-01', ${value}) AS VARCHAR)`,
    asMicroseconds: (value) => /*sql*/ `CAST(epoch_us(${value}) AS VARCHAR)`,
    asHex: (value) => /*sql*/ `lower(hex(${value}))`,
    byteLength: (value) => /*sql*/ `octet_length(${value})`,
  };
}
