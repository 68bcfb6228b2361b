import type { Client } from 'pg';
import type { ForetoldBase, ForetoldReport } from '../model/foretold.ts';
import { applyBaseSchema } from './base-schema.ts';
import { type ForetoldPipelineOptions, MigrationTeller } from './migration-teller.ts';
import { StatementRunner } from './run-statement.ts';
import type { Script } from './script.ts';

export interface ForetellOptions {
  /** A session in a scratch database, which is altered. */
  readonly client: Client;
  readonly pipelines: readonly ForetoldPipelineOptions[];
  /** What makes the base schema, in order; on top of what the database holds. */
  readonly base: readonly Script[];
  readonly origin: ForetoldBase['origin'];
  /** What is foretold, in order. */
  readonly changed: readonly Script[];
}

/**
 * Applies the base, then the changed migrations statement by statement, and tells after each what it changes for the
 * next run of each pipeline. A statement that PostgreSQL refuses ends it: what follows builds on it.
 */
export async function foretell(options: ForetellOptions): Promise<ForetoldReport> {
  const runner = await StatementRunner.open(options.client);
  const made = await applyBaseSchema(options.base, runner);
  const base: ForetoldBase = {
    origin: options.origin,
    files: options.base.map(({ path }) => path),
    failure: made.failure,
  };
  const { notes } = made;
  if (made.failure !== null) return { schemaVersion: 1, base, files: [], pipelines: [], notes };
  const teller = await MigrationTeller.begin({ ...options, runner });
  for (const script of options.changed) await teller.tell(script);
  const told = teller.conclude();
  return { schemaVersion: 1, base, ...told, notes: [...notes, ...told.notes] };
}
