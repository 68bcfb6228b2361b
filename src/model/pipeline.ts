import type { CostPerHour } from './run-cost.ts';
import type { Secret } from './secret.ts';

/**
 * One pipeline, as the run needs it: every default applied, every `${VAR}` filled in, the gateway it names
 * resolved. `config/` makes it from YAML; nothing below knows about YAML.
 */
export interface Pipeline {
  readonly name: string;
  readonly description: string | undefined;
  readonly source: SourceSettings;
  readonly selection: Selection;
  readonly target: TargetSettings;
  readonly naming: TableNaming;
  readonly write: WriteSettings;
  readonly limits: RunLimits;
  /** What to do with a value that has no exact home in the target type (`infinity`, `NaN` in a DECIMAL). */
  readonly specialValues: SpecialValuePolicy;
  /** How often the pipeline is meant to run. A run itself does not read it: whoever starts runs does. */
  readonly schedule: Schedule;
}

export interface SourceSettings {
  readonly host: string;
  readonly port: number;
  readonly database: string;
  readonly username: string;
  readonly password: Secret | undefined;
  readonly sslmode: SslMode;
  /** Path of a PEM file with the certificate authorities to trust. */
  readonly sslrootcert: string | undefined;
  readonly slotName: string;
  readonly publicationName: string;
  /** How often the run tells PostgreSQL that it is alive. */
  readonly heartbeatIntervalMs: number;
  /** How long opening one connection may take. */
  readonly connectTimeoutMs: number;
  readonly initialLoad: boolean;
  /** Tables copied at the same time in a first load. */
  readonly loadParallelism: number;
  /** WAL that an idle slot may retain before the run writes a checkpoint only to acknowledge it. */
  readonly maxRetainedWalBytes: number;
}

export type SslMode = 'disable' | 'allow' | 'prefer' | 'require' | 'verify-ca' | 'verify-full';

export interface Selection {
  readonly schemas: readonly SchemaSelection[];
  readonly excludeColumns: readonly ColumnList[];
  readonly includeColumns: readonly ColumnList[];
}

export interface SchemaSelection {
  readonly name: string;
  /** `undefined` selects every published table of the schema. */
  readonly tables: readonly TableSelection[] | undefined;
}

export interface TableSelection {
  /** A table name, or a glob (`order_*`, `?`, `[ab]`) over the published tables' names. */
  readonly name: string;
  /** Name of the target table, taken as it stands: prefix and case are not applied to it. */
  readonly destinationTable: string | undefined;
}

/** `table` is a bare table name, or `schema.table`. */
export interface ColumnList {
  readonly table: string;
  readonly columns: readonly string[];
}

export type TargetSettings = EmbeddedTarget | UnityCatalogTarget;

export interface EmbeddedTarget {
  readonly tag: 'embedded';
  /** The lakehouse file (DuckDB), absolute. */
  readonly path: string;
  readonly catalog: string;
  readonly schema: string;
  readonly stateSchema: string;
  /** DuckDB's own memory limit, in bytes. */
  readonly memoryLimitBytes: number;
}

export interface UnityCatalogTarget {
  readonly tag: 'unity_catalog';
  readonly catalog: string;
  readonly schema: string;
  readonly stateSchema: string;
  readonly databricks: DatabricksSettings;
  /** The volume that staged files go through. */
  readonly volume: VolumeName;
  /** Delta table properties of new tables, besides our own. */
  readonly tableProperties: ReadonlyMap<string, string>;
  /** New tables are clustered by their row key, by what Databricks finds best, or not at all. */
  readonly clustering: 'key' | 'auto' | 'none';
  /** How long one statement may take on the warehouse. */
  readonly statementTimeoutMs: number;
  /** What the reports reckon a run's cost with; `undefined`: they tell its time only. */
  readonly costPerHour: CostPerHour | undefined;
}

/** A volume in three parts; its files lie under `/Volumes/catalog/schema/volume`. */
export interface VolumeName {
  readonly catalog: string;
  readonly schema: string;
  readonly volume: string;
}

/** What a configuration says of the workspace. What it leaves out comes from the environment when a run begins. */
export interface DatabricksSettings {
  /** `adb-1.2.azuredatabricks.net`; a scheme and a port may stand with it. */
  readonly host: string | undefined;
  /** `/sql/1.0/warehouses/<id>` */
  readonly httpPath: string | undefined;
  readonly auth: DatabricksAuthSettings | undefined;
}

export type DatabricksAuthSettings =
  | { readonly tag: 'pat'; readonly token: Secret | undefined }
  | {
      readonly tag: 'oauth-m2m';
      readonly clientId: string | undefined;
      readonly clientSecret: Secret | undefined;
    }
  | {
      readonly tag: 'github-oidc';
      /** Application id of the service principal; `undefined` for an account-wide federation policy. */
      readonly clientId: string | undefined;
      readonly audience: string | undefined;
    };

export interface TableNaming {
  readonly prefix: string;
  readonly case: 'lower' | 'upper' | 'preserve';
}

export interface WriteSettings {
  readonly mode: 'merge';
  /** Row keys by table (`orders` or `public.orders`); a table without an entry uses its own key. */
  readonly keys: ReadonlyMap<string, readonly string[]>;
  /** A deleted row is kept and marked `_deleted`, or removed. */
  readonly deletedRows: 'mark' | 'remove';
}

export interface RunLimits {
  /** An interval is closed at the first commit after so many changes. */
  readonly maxIntervalChanges: number;
  /** … or so many bytes of row images received. */
  readonly maxIntervalBytes: number;
  /** … or so much time since its first change. */
  readonly maxIntervalMs: number;
  /** Row images held in memory before a part is staged, in bytes as received. */
  readonly maxPartBytes: number;
  /** … or in rows. */
  readonly maxPartRows: number;
  /** Rows of a key range of a load: what is merged and checkpointed at a time. */
  readonly loadRangeRows: number;
}

export type SpecialValuePolicy = 'error' | 'null';

export type Schedule =
  | { readonly tag: 'manual' }
  | { readonly tag: 'continuous' }
  | { readonly tag: 'interval'; readonly everyMs: number };
