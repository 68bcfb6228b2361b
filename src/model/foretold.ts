import type { ErrorCode } from './ingest-error.ts';

/**
 * What the migrations of a change will do to the lakehouse, statement by statement, found by applying them to a scratch
 * database. Plain data. Of the migrations' text it holds keywords, identifiers and defaults of columns, no other literal.
 */
export interface ForetoldReport {
  readonly schemaVersion: 1;
  readonly base: ForetoldBase;
  /** Changed and added migrations, in the order in which they were applied. */
  readonly files: readonly ForetoldFile[];
  readonly pipelines: readonly ForetoldPipeline[];
  /** What a reader has to know to trust this: assumptions, and what could not be looked at. */
  readonly notes: readonly string[];
}

export interface ForetoldBase {
  /** Where the schema before the change came from. */
  readonly origin: 'scratch-database' | 'files';
  /** Files that were applied to get it, in order. */
  readonly files: readonly string[];
  /** What kept it from being made; nothing is foretold then. */
  readonly failure: ForetoldFailure | null;
}

export interface ForetoldFailure extends ForetoldPlace {
  readonly column: number;
  readonly endLine: number;
  readonly sentence: string;
  readonly solution: string;
}

export interface ForetoldPlace {
  /** As it was given or found. */
  readonly file: string;
  /** 1-based. */
  readonly line: number;
}

export interface ForetoldFile {
  readonly path: string;
  /** `edited`: it was in the base already, so that it is foretold as a whole, not by its statements. */
  readonly status: 'added' | 'edited' | 'unreadable';
  readonly statements: readonly ForetoldStatement[];
}

export interface ForetoldStatement {
  /** 1-based; columns count UTF-16 code units. */
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  /** `ALTER TABLE orders ADD COLUMN note text`: its first words, without any literal. */
  readonly summary: string;
  /** Empty: it does nothing to the lakehouse. */
  readonly outcomes: readonly ForetoldOutcome[];
}

export type OutcomeTag =
  | 'column-added'
  /** Kept in the target, NULL from then on. */
  | 'column-dropped'
  /** The next run ends with an error. */
  | 'stops'
  /** Something that kept runs from starting is mended. */
  | 'relieved'
  | 'first-load'
  | 'loaded-anew'
  /** Existing rows change without a word in the log: nothing but a load brings that over. */
  | 'unseen-change'
  /** No longer among the selected tables; the target stays as it is. */
  | 'table-left'
  /** A table that no pipeline selects. */
  | 'not-selected'
  | 'identity-changed'
  /** Rows are changed, which arrive as changes like any others. */
  | 'rows-changed'
  /** Says something else of what an earlier statement brings. */
  | 'changes-earlier'
  | 'fails'
  /** What it does could not be found out. */
  | 'unknown'
  | 'not-tried'
  | 'edited';

export interface ForetoldOutcome {
  readonly tag: OutcomeTag;
  readonly severity: 'info' | 'warning' | 'error';
  /** null: it is about the statement, whatever the pipeline. */
  readonly pipeline: string | null;
  /** Source table, `schema.table`. */
  readonly table: string | null;
  readonly column: string | null;
  /** Of `stops`: the code that a run will end with. */
  readonly code: ErrorCode | null;
  readonly sentence: string;
  /** What to do: SQL, a setting, a command. */
  readonly solution: string | null;
  /** What the run will send to the target. */
  readonly targetSql: readonly string[];
  /** A later statement of the same change that takes it back. */
  readonly undoneBy: ForetoldPlace | null;
}

/** What the next run of a pipeline meets when all of it has been applied. */
export interface ForetoldPipeline {
  readonly pipeline: string;
  readonly verdict: 'unaffected' | 'changes' | 'stops';
  /** The code that it ends with, where it stops. */
  readonly code: ErrorCode | null;
  readonly addedColumns: readonly ForetoldColumn[];
  readonly droppedColumns: readonly ForetoldColumn[];
  readonly loads: readonly ForetoldLoad[];
}

export interface ForetoldColumn {
  readonly table: string;
  readonly column: string;
}

export interface ForetoldLoad {
  readonly table: string;
  readonly reason: string;
  /** An estimate; null: nobody knows. */
  readonly rows: number | null;
}
