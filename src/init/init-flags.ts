/** What the command line says beforehand, as text; what is left out is asked for, or falls back to its default. */
export interface InitFlags {
  readonly host?: string;
  readonly port?: string;
  readonly database?: string;
  readonly user?: string;
  /** The role to look at the database with, where the pipeline's own is not there yet. */
  readonly lookAs?: string;
  readonly passwordVariable?: string;
  readonly sslmode?: string;
  readonly publication?: string;
  readonly schema?: string;
  readonly tables?: string;
  readonly exclude?: string;
  readonly pipeline?: string;
  readonly target?: string;
  readonly catalog?: string;
  readonly targetSchema?: string;
  readonly warehousePath?: string;
  readonly servicePrincipal?: string;
  readonly account?: string;
  readonly every?: string;
  readonly repository?: string;
  readonly environment?: string;
  readonly action?: string;
  readonly migrations?: string;
}

/** What is found where the files are to be written; it becomes the answers that questions fall back to. */
export interface RepositoryFacts {
  /** `owner/name`, by the remote of the clone. */
  readonly repository: string | undefined;
  /** Glob of the SQL migrations in it. */
  readonly migrations: string | undefined;
}
