import type { SslMode } from '../model/pipeline.ts';
import type { SourceSurvey } from '../model/source-survey.ts';
import type { RunEvery } from './run-every.ts';

/** Everything that the written files depend on. Rendering it is pure: the same plan gives the same bytes. */
export interface InitPlan {
  /** Name of the pipeline, and of its file. */
  readonly pipeline: string;
  readonly source: PlannedSource;
  /** At least one, in the order in which they are written. */
  readonly tables: readonly PlannedTable[];
  readonly target: PlannedTarget;
  readonly every: RunEvery;
  readonly prepared: PreparedSource;
  readonly github: GithubPlace;
}

export interface PlannedSource {
  readonly host: string;
  readonly port: number;
  readonly database: string;
  readonly username: string;
  /** Name of the environment variable, never the password. */
  readonly passwordVariable: string;
  readonly sslmode: SslMode;
  readonly publication: string;
}

export interface PlannedTable {
  readonly schema: string;
  readonly name: string;
  /** Never a column of the row key. */
  readonly excludeColumns: readonly string[];
  /** A unique index that has to become the replica identity first, because there is no primary key. */
  readonly identityIndex: string | undefined;
  readonly partitioned: boolean;
  readonly published: boolean;
}

/** What of the set-up is there already, so that nobody is told to do it again. */
export type PreparedSource = Pick<SourceSurvey, 'walLevel' | 'hasPublication' | 'role'>;

/** Of a database that nobody has looked at. */
export const NOTHING_PREPARED: PreparedSource = {
  walLevel: 'replica',
  hasPublication: false,
  role: 'missing',
};

export type PlannedTarget =
  | { readonly tag: 'embedded'; readonly schema: string }
  | {
      readonly tag: 'unity_catalog';
      readonly catalog: string;
      readonly schema: string;
      /** HTTP path of the SQL warehouse; `undefined`: it comes from the environment of whoever runs. */
      readonly warehousePath: string | undefined;
      /** Application id of the service principal that runs; `undefined`: there is none yet. */
      readonly principal: string | undefined;
      /** Databricks account id, the audience of identity tokens; `undefined`: not told. */
      readonly account: string | undefined;
    };

/** Where the pipelines live on GitHub, and what their workflows use there. */
export interface GithubPlace {
  /** `owner/name`. */
  readonly repository: string;
  /** Environment of scheduled runs and backfills; plans of pull requests use it with `-plan` added. */
  readonly environment: string;
  /** Reference to this Action for `uses:`, with the release as a comment. */
  readonly action: string;
  /** Globs of SQL migrations; `undefined`: the repository has none. */
  readonly migrations: string | undefined;
  /** Major version of the PostgreSQL on which migrations are tried out: the source's own. */
  readonly postgresMajor: number;
}

/** The environment of a plan: its own, so that what a pull request can reach may be less than what a run can. */
export function planEnvironment({ environment }: GithubPlace): string {
  return `${environment}-plan`;
}

/** Path of the pipeline's file, relative to the repository. */
export function pipelinePath({ pipeline }: InitPlan): string {
  return `${PIPELINES_DIRECTORY}/${pipeline}.yml`;
}

export const PIPELINES_DIRECTORY = 'pipelines';
