/** A gateway and a pipeline in one file, for tests that are about something else. */
export function sampleConfig(
  changes: {
    readonly name?: string;
    readonly table?: string;
    readonly target?: 'embedded' | 'unity_catalog';
    readonly port?: number;
    readonly database?: string;
    /** The environment variable that holds the password; without it the password stands in the file. */
    readonly passwordVariable?: string;
    readonly slot?: string;
  } = {},
): string {
  const {
    name = 'orders_to_lake',
    table = 'orders',
    target = 'embedded',
    port = 1,
    database = 'appdb',
  } = changes;
  const { passwordVariable: variable } = changes;
  const password = variable === undefined ? 'correct-horse' : `\${${variable}}`;
  return `gateway:
  name: ${name}_gateway
source:
  type: postgresql
  host: 127.0.0.1
  port: ${port}
  database: ${database}
  username: lakeflow_user
  password: ${password}
  sslmode: disable
cdc:
  slot_name: ${changes.slot ?? `${name}_slot`}
  publication_name: lakeflow_publication
---
pipeline:
  name: ${name}
source:
  type: postgresql
  gateway: ${name}_gateway
  database: ${database}
selection:
  schemas:
    - name: public
      tables:
        - name: ${table}
target:
  type: ${target}
  catalog: lakehouse
  schema: ${name}_raw
`;
}
