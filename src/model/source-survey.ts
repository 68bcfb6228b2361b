/** What a database holds and how far it is prepared, before there is a pipeline for it. */
export interface SourceSurvey {
  /** 18 for `server_version_num` 180004. */
  readonly serverMajor: number;
  readonly walLevel: string;
  /** Whether the publication that the pipeline would name exists. */
  readonly hasPublication: boolean;
  /** The role that pipelines will use. */
  readonly role: 'missing' | 'may-replicate' | 'may-not-replicate';
  /** Ordinary and partitioned tables; partitions are not listed, their parents stand for them. */
  readonly tables: readonly SurveyedTable[];
}

export interface SurveyedTable {
  readonly schema: string;
  readonly name: string;
  readonly partitioned: boolean;
  /** Its changes are not in the log. */
  readonly unlogged: boolean;
  /** By the publication that the pipeline would name. */
  readonly published: boolean;
  /** `pg_class.reltuples`, partitions added up; 0 also where the table was never analysed. */
  readonly estimatedRows: number;
  readonly sizeBytes: number;
  /** The row key that a pipeline finds by itself: the replica identity's index, else the primary key; empty without. */
  readonly keyColumns: readonly string[];
  /** A unique index over NOT NULL columns, which could become the replica identity. */
  readonly uniqueIndex: string | undefined;
  readonly columns: readonly string[];
  /** Columns of types that no target column can hold. */
  readonly unsupportedColumns: readonly string[];
}
