import type { Pipeline } from '../model/pipeline.ts';
import type { Problem } from '../model/problem.ts';
import { OLDEST_SUPPORTED_VERSION, type Slot, type SourceFacts } from '../model/source-facts.ts';
import { reloadSolution } from './reload-solution.ts';
import { quoteForPeople as quote } from './sql-for-people.ts';
import { isSlotLost } from './wal-risk.ts';

/**
 * What of the server keeps a run from starting: each with the SQL that mends it. Pure; nothing has moved yet.
 */
export function judgeServer(facts: SourceFacts, pipeline: Pipeline): readonly Problem[] {
  const role = pipeline.source.username;
  const problems: Problem[] = [];
  if (facts.serverVersion < OLDEST_SUPPORTED_VERSION) {
    problems.push({
      code: 'source-version-unsupported',
      message: `PostgreSQL ${Math.trunc(facts.serverVersion / 10_000)} is not supported; 15 or later is.`,
      solution: 'Upgrade the server: 14 and older get no more fixes.',
    });
    return problems;
  }
  if (facts.inRecovery) {
    problems.push({
      code: 'source-is-standby',
      message: `The server at ${pipeline.source.host}:${pipeline.source.port} is a standby.`,
      solution: 'Set source.host to the primary: reading from a standby is not supported yet.',
    });
  }
  if (facts.walLevel !== 'logical') {
    problems.push({
      code: 'wal-level-not-logical',
      message: `wal_level is "${facts.walLevel}"; logical decoding needs "logical".`,
      solution:
        "ALTER SYSTEM SET wal_level = 'logical'; -- then restart\n(Amazon RDS and Aurora: rds.logical_replication = 1; Cloud SQL: cloudsql.logical_decoding = on; Azure: the server parameter.)",
    });
  }
  if (facts.serverEncoding === 'SQL_ASCII') {
    problems.push({
      code: 'source-encoding-unsupported',
      message: `Database "${pipeline.source.database}" has the encoding SQL_ASCII: nothing says what its texts are.`,
      solution:
        'Move the data to a database with a real encoding: dump it, and restore it into one made by\n' +
        "CREATE DATABASE … TEMPLATE template0 ENCODING 'UTF8';",
    });
  }
  if (!facts.role.mayReplicate) {
    problems.push({
      code: 'source-permission-denied',
      message: `User "${role}" may not use replication.`,
      solution: `ALTER ROLE ${quote(role)} REPLICATION; -- Amazon RDS and Aurora: GRANT rds_replication TO ${quote(role)};`,
    });
  }
  return problems;
}

export function judgePublication(facts: SourceFacts, pipeline: Pipeline): readonly Problem[] {
  const { publication } = facts;
  const name = pipeline.source.publicationName;
  if (publication === undefined) {
    const logged = facts.unpublishedTables.filter(({ unlogged }) => !unlogged);
    const tables = logged.map((table) => `${quote(table.schema)}.${quote(table.name)}`);
    return [
      {
        code: 'publication-missing',
        message: `There is no publication "${name}" in database "${pipeline.source.database}".`,
        solution: `CREATE PUBLICATION ${quote(name)} FOR TABLE ${tables.length === 0 ? 'schema.table, …' : tables.join(', ')};`,
      },
    ];
  }
  const missing = Object.entries(publication.actions)
    .filter(([, published]) => !published)
    .map(([action]) => action);
  if (missing.length === 0) return [];
  return [
    {
      code: 'publication-incomplete',
      message: `Publication "${name}" leaves out ${missing.join(', ')}: the target would drift from the source silently.`,
      solution: `ALTER PUBLICATION ${quote(name)} SET (publish = 'insert, update, delete, truncate');`,
    },
  ];
}

/** What is wrong with a slot that exists. An active one is not judged here: that is another run's. */
export function judgeSlot(slot: Slot, pipeline: Pipeline): readonly Problem[] {
  const unsuitable = whyUnsuitable(slot, pipeline);
  if (unsuitable !== undefined) {
    return [
      {
        code: 'slot-unsuitable',
        message: `Slot "${slot.name}" ${unsuitable}.`,
        solution: `Set source.cdc.slot_name to a slot of this pipeline's own; it is made when it is missing.`,
      },
    ];
  }
  if (isSlotLost(slot) || slot.restartLsn === undefined) {
    return [
      {
        code: 'slot-lost',
        message: `Slot "${slot.name}" is lost${slot.invalidationReason === undefined ? '' : ` (${slot.invalidationReason})`}: the server has removed log that the pipeline still needs.`,
        solution: `${reloadSolution(pipeline)}\nKeep it from happening again: run more often, or raise max_slot_wal_keep_size.`,
      },
    ];
  }
  return [];
}

function whyUnsuitable(slot: Slot, pipeline: Pipeline): string | undefined {
  if (slot.type === 'physical') return 'is a physical slot';
  if (slot.plugin !== 'pgoutput') return `uses the output plugin "${slot.plugin}", not pgoutput`;
  if (slot.database !== pipeline.source.database) return `belongs to database "${slot.database}"`;
  if (slot.temporary) return 'is a temporary slot of another session';
  // A lost slot of ours may have forgotten both.
  if (slot.confirmedFlushLsn === undefined && slot.restartLsn !== undefined)
    return 'is still being made by another session';
  return undefined;
}

export function judgeFreeSlots(facts: SourceFacts, needed: number): readonly Problem[] {
  const free = facts.slots.max - facts.slots.used;
  if (free >= needed) return [];
  return [
    {
      code: 'slots-exhausted',
      message: `PostgreSQL has no free replication slot (${facts.slots.used} of ${facts.slots.max} in use).`,
      solution: `ALTER SYSTEM SET max_replication_slots = ${facts.slots.max + 10}; -- then restart; or drop a slot nobody uses`,
    },
  ];
}
