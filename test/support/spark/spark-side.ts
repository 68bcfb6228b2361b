import type { TargetSide } from '../../../src/demo/target-side.ts';

/** DuckDB's names of the types that Spark calls otherwise. */
const DUCKDB_NAMES: Readonly<Record<string, string>> = {
  int: 'INTEGER',
  string: 'VARCHAR',
  binary: 'BLOB',
  timestamp_ntz: 'TIMESTAMP',
  timestamp: 'TIMESTAMP WITH TIME ZONE',
};

/** Delta tables, rendered by Spark. */
export function sparkSide(query: TargetSide['query']): TargetSide {
  return {
    query,
    columnTypes: async (table) => {
      const rows = await query(/*sql*/ `DESCRIBE TABLE ${table}`);
      // What follows the columns has its own head, which begins with a number sign.
      const end = rows.findIndex(([name]) => name === '' || name?.startsWith('#') === true);
      const columns = end === -1 ? rows : rows.slice(0, end);
      return new Map(
        columns.map(([name, type]) => {
          const plain = (type ?? '').replace(/\(.*/, '');
          return [name ?? '', DUCKDB_NAMES[plain] ?? plain.toUpperCase()];
        }),
      );
    },
    quote: (name) => `\`${name.replaceAll('`', '``')}\``,
    asText: (value) => /*sql*/ `CAST(${value} AS STRING)`,
    asDays: (value) => /*sql*/ `CAST(unix_date(${value}) AS STRING)`,
    asMicroseconds: (value) => /*sql*/ `CAST(unix_micros(CAST(${value} AS TIMESTAMP)) AS STRING)`,
    asHex: (value) => /*sql*/ `lower(hex(${value}))`,
    byteLength: (value) => /*sql*/ `octet_length(${value})`,
  };
}
