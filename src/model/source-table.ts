/** A PostgreSQL type as the catalog tells it, domains already resolved to their base type and modifier. */
export interface PgType {
  readonly oid: number;
  /** `pg_type.typname`: `int4`, `numeric`, `_text`, `mood`. */
  readonly name: string;
  /** Schema of the type; `pg_catalog` for the built-in ones. */
  readonly schema: string;
  readonly kind: 'base' | 'array' | 'enum' | 'composite' | 'range' | 'multirange' | 'pseudo';
  /** `atttypmod` of the column, or the domain's own; -1 when there is none. */
  readonly typmod: number;
  /** Element type of an array. */
  readonly element: PgType | undefined;
  /** As `format_type` prints it, for people: `numeric(12,2)`, `text[]`. */
  readonly displayName: string;
}

export interface SourceColumn {
  /** `pg_attribute.attnum`: survives a rename, never used twice in one table. */
  readonly attributeNumber: number;
  readonly name: string;
  /** With domains resolved. */
  readonly type: PgType;
  /** `atttypid` and `atttypmod` as they stand, a domain's own: what the stream says of the column. */
  readonly typeOid: number;
  readonly typmod: number;
  /** Stored out of line when large, so that an UPDATE may leave it out (unchanged TOAST). */
  readonly toastable: boolean;
  readonly notNull: boolean;
  /**
   * What rows written before `ADD COLUMN … DEFAULT …` read for this column (`attmissingval`), as text;
   * `undefined`: they read NULL.
   */
  readonly missingValue: string | undefined;
  /**
   * Has a default or identity that rows written before it may have been given by a rewrite: only the rows themselves
   * tell what they read.
   */
  readonly mayBeRewritten: boolean;
}

export type ReplicaIdentity = 'default' | 'index' | 'full' | 'nothing';

/** A published table as the catalog shows it now. */
export interface SourceTable {
  readonly oid: number;
  readonly schema: string;
  readonly name: string;
  /** In attribute order, published ones only. */
  readonly columns: readonly SourceColumn[];
  readonly replicaIdentity: ReplicaIdentity;
  /** Columns of the primary key, in index order; empty without one. */
  readonly primaryKey: readonly string[];
  /** Columns that `DELETE` and a key-changing `UPDATE` send in the old image; empty under `full` and `nothing`. */
  readonly identityColumns: readonly string[];
  /** Column sets of all valid unique indexes over NOT NULL columns, primary key included. */
  readonly uniqueKeys: readonly (readonly string[])[];
  /** `pg_publication_rel.oid`; 0 under FOR ALL TABLES / TABLES IN SCHEMA. Changes when a table is removed and added. */
  readonly publicationMembership: number;
  /** The publication's row filter for this table, as SQL. */
  readonly rowFilter: string | undefined;
  /** `relnatts`: the highest attribute number given out so far. */
  readonly attributeCount: number;
  /** `relfilenode`: changes when the table is rewritten (and on VACUUM FULL, CLUSTER and TRUNCATE). */
  readonly storageId: number;
  /** `pg_class.reltuples`; -1 when never analysed. */
  readonly estimatedRows: number;
  readonly sizeBytes: number;
}

/** `schema.table`, for people and for map keys: quoted only where a dot in a name would make it ambiguous. */
export function displayTableName(table: { readonly schema: string; readonly name: string }): string {
  return `${displayIdentifier(table.schema)}.${displayIdentifier(table.name)}`;
}

function displayIdentifier(name: string): string {
  return name.includes('.') || name.includes('"') ? `"${name.replaceAll('"', '""')}"` : name;
}
