/**
 * What Unity Catalog's REST calls tell and make, behind the front: held in memory for canned engines, asked of Spark
 * where statements really run. Full names are `catalog.schema` and `catalog.schema.object`, unquoted, in any case of
 * letters; no name has a dot in it.
 */
export interface TableCatalog {
  catalog(name: string): Promise<CatalogEntry | undefined>;
  schema(fullName: string): Promise<CatalogEntry | undefined>;
  /** Makes a schema in an existing catalog; one that is there stays as it is. */
  createSchema(fullName: string): Promise<CatalogEntry>;
  /** A table or view. */
  table(fullName: string): Promise<CatalogTable | undefined>;
  volume(fullName: string): Promise<CatalogVolume | undefined>;
  /** Makes a managed volume in an existing schema; one that is there stays as it is. */
  createVolume(fullName: string): Promise<CatalogVolume>;
}

/** A catalog or a schema, under the name that the catalog keeps (lower case). */
export interface CatalogEntry {
  readonly fullName: string;
}

export interface CatalogTable extends CatalogEntry {
  readonly tableType: 'MANAGED' | 'EXTERNAL' | 'VIEW';
  /** `undefined` for a view. */
  readonly dataSourceFormat: 'DELTA' | 'PARQUET' | undefined;
  /** In the order of the table. */
  readonly columns: readonly CatalogColumn[];
  readonly properties: Readonly<Record<string, string>>;
}

export interface CatalogColumn {
  readonly name: string;
  /** As `type_text` has it: lower case, without spaces (`bigint`, `decimal(10,2)`, `timestamp_ntz`). */
  readonly typeText: string;
  readonly nullable: boolean;
}

export interface CatalogVolume extends CatalogEntry {
  /** The local directory that stands for `/Volumes/<catalog>/<schema>/<volume>`. */
  readonly directory: string;
}
