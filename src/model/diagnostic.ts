/**
 * One finding about a text that a person wrote, with the place to look at. Never holds a secret, nor any value
 * that came from an environment variable.
 */
export interface Diagnostic {
  /** An `error` keeps the pipeline from running; a `warning` and a `notice` do not, and a `notice` may be meant so. */
  readonly severity: Severity;
  /** The path as the user gave it, or as it was found below a directory or glob that the user gave. */
  readonly file: string;
  /** 1-based. */
  readonly line: number;
  /** 1-based, in UTF-16 code units, as editors and GitHub annotations count. */
  readonly column: number;
  /** The column after the last character concerned; only where that is on the same line. */
  readonly endColumn?: number;
  readonly code: DiagnosticCode;
  /** What is wrong, in one sentence. */
  readonly message: string;
  /** What would be right. */
  readonly hint?: string;
}

export type Severity = 'error' | 'warning' | 'notice';

/** Kinds of findings; each name stays the same for ever, so that tools may rely on it. */
export type DiagnosticCode =
  /** The path that was given does not exist, or a glob or directory holds no configuration file. */
  | 'path-missing'
  | 'file-unreadable'
  | 'file-not-utf8'
  | 'file-too-large'
  | 'file-empty'
  | 'yaml-syntax'
  /** More nesting, aliases or values than a configuration can need. */
  | 'yaml-too-complex'
  | 'duplicate-key'
  /** A document that is neither a gateway, nor a pipeline, nor a schedule. */
  | 'document-unknown'
  | 'no-pipeline'
  | 'unknown-key'
  | 'missing-field'
  | 'empty-value'
  | 'wrong-type'
  | 'invalid-value'
  /** A word that is understood, for something that does not exist yet. */
  | 'unsupported-value'
  /** A setting that is accepted and has no effect yet. */
  | 'not-acted-on'
  | 'variable-missing'
  | 'variable-malformed'
  /** A password, token or the like stands in the file itself, for everybody who reads the repository. */
  | 'secret-in-file'
  | 'contradiction'
  | 'duplicate-name'
  | 'unknown-gateway'
  | 'duplicate-table'
  | 'table-not-selected'
  | 'key-column-excluded'
  /** Two pipelines would consume one replication slot. */
  | 'shared-slot'
  /** Two source tables would be merged into one target table. */
  | 'shared-target'
  /** A column that looks like personal data is taken to the target as it is. */
  | 'personal-data-selected'
  /** Some of the tables that are listed have a row key in `write_mode.keys`, and some have none. */
  | 'keys-incomplete'
  /** The repository's workflows start a pipeline otherwise than its schedule says. */
  | 'schedule-contradicted'
  /** A workflow's cron line that GitHub refuses, or does not keep as it is written. */
  | 'workflow-cron'
  /** A newer run of a workflow cancels the one that is ingesting. */
  | 'workflow-cancels-runs'
  /** A workflow's job is killed before the run in it would end by itself. */
  | 'workflow-timeout'
  /** A workflow's job may not do what the pipeline's configuration needs of it. */
  | 'workflow-permission'
  /** With this statement applied, the next run ends with an error. */
  | 'migration-stops-pipeline'
  /** Rows change without a word in the log, or a table is loaded anew. */
  | 'migration-needs-load'
  /** The target gets another shape, or other rows, by itself. */
  | 'migration-changes-target'
  /** PostgreSQL refuses the statement. */
  | 'migration-fails'
  /** What a statement does could not be found out. */
  | 'migration-unknown'
  /** A migration was edited that databases have applied already. */
  | 'migration-edited';
