import { retainedBytes } from '../ingest/lag.ts';
import { judgeFreeSlots, judgePublication, judgeServer, judgeSlot } from '../ingest/preflight.ts';
import { judgeTable } from '../ingest/preflight-table.ts';
import { resolveSelection, type SelectedTable } from '../ingest/table-selection.ts';
import type { CheckFinding } from '../model/check-report.ts';
import type { ErrorCode } from '../model/ingest-error.ts';
import type { Pipeline } from '../model/pipeline.ts';
import type { Problem } from '../model/problem.ts';
import type { SourceFacts } from '../model/source-facts.ts';
import { formatBytes, formatNumberOf } from '../report/quantity.ts';
import { judged, unproven } from './finding.ts';

/** The points that the source alone decides. */
export const SOURCE_POINTS = ['source', 'wal_level', 'role', 'publication', 'slot', 'tables'] as const;
export type SourcePoint = (typeof SOURCE_POINTS)[number];
export type SourceFindings = Readonly<Record<SourcePoint, CheckFinding>>;

/** Tables that one line names; the others are counted. */
const MAX_NAMED_TABLES = 8;

/** Every point of the source, with the tables that the pipeline takes. Pure: the same judgement as a run's own. */
export function judgeSource(
  facts: SourceFacts,
  pipeline: Pipeline,
): { readonly findings: SourceFindings; readonly tables: readonly SelectedTable[] } {
  const server = judgeServer(facts, pipeline);
  if (server.some(({ code }) => code === 'source-version-unsupported')) return tooOld(server);
  const publication = judgePublication(facts, pipeline);
  // Without a publication nothing is published, and every table would be told to be missing.
  const isPublished = facts.publication !== undefined;
  const { tables, problems: selection } = isPublished
    ? resolveSelection(facts, pipeline)
    : { tables: [], problems: [] };
  const problems = [
    ...server,
    ...publication,
    ...selection,
    ...tables.flatMap((table) => judgeTable(table, facts, pipeline)),
    ...(facts.slot === undefined ? judgeFreeSlots(facts, 1) : judgeSlot(facts.slot, pipeline)),
  ];
  const about = (point: SourcePoint): readonly Problem[] =>
    problems.filter(({ code }) => pointOf(code) === point);
  const { host, port, database, username, publicationName } = pipeline.source;
  return {
    tables,
    findings: {
      source: judged(
        about('source'),
        `PostgreSQL ${versionText(facts.serverVersion)} at ${host}:${port}, database "${database}"`,
      ),
      wal_level: judged(about('wal_level'), facts.walLevel),
      role: judged(
        about('role'),
        `"${username}" may use replication${isPublished ? ` and read ${formatNumberOf(tables.length, 'table')}` : ''}`,
      ),
      publication: judged(
        about('publication'),
        `"${publicationName}" holds what is selected, with inserts, updates, deletes and truncates`,
      ),
      slot: judged(about('slot'), describeSlot(facts, pipeline)),
      tables: isPublished
        ? judged(about('tables'), `${formatNumberOf(tables.length, 'table')}: ${nameTables(tables)}`)
        : unproven('not looked at: there is no publication'),
    },
  };
}

/** Every point of the source where it was not looked at, or could not be. */
export function unprovenSource(source: CheckFinding, why: string): SourceFindings {
  const other = unproven(why);
  return { source, wal_level: other, role: other, publication: other, slot: other, tables: other };
}

function tooOld(problems: readonly Problem[]): ReturnType<typeof judgeSource> {
  return {
    findings: unprovenSource(judged(problems, ''), 'not looked at: the server is too old'),
    tables: [],
  };
}

/** Which point a problem belongs to; what no other claims is about tables. */
function pointOf(code: ErrorCode): SourcePoint {
  switch (code) {
    case 'source-is-standby':
    case 'source-encoding-unsupported':
      return 'source';
    case 'wal-level-not-logical':
      return 'wal_level';
    case 'source-permission-denied':
      return 'role';
    case 'publication-missing':
    case 'publication-incomplete':
      return 'publication';
    case 'slot-unsuitable':
    case 'slot-lost':
    case 'slots-exhausted':
      return 'slot';
    default:
      return 'tables';
  }
}

function describeSlot(facts: SourceFacts, pipeline: Pipeline): string {
  const { slot, slots } = facts;
  if (slot === undefined)
    return `"${pipeline.source.slotName}" is not there yet: the first run makes it (${slots.used} of ${slots.max} slots in use)`;
  const retained = `"${slot.name}" holds back ${formatBytes(retainedBytes(facts) ?? 0)} of log`;
  const danger =
    slot.walStatus === 'unreserved' ? '; PostgreSQL is about to remove log that it needs: run soon' : '';
  return `${retained}${slot.active ? '; another run is using it now' : ''}${danger}`;
}

function nameTables(tables: readonly SelectedTable[]): string {
  const named = tables.slice(0, MAX_NAMED_TABLES).map(({ displayName }) => displayName);
  const others = tables.length - named.length;
  return `${named.join(', ')}${others > 0 ? ` and ${others} more` : ''}`;
}

/** 180004 → `18.4` */
function versionText(version: number): string {
  return `${Math.trunc(version / 10_000)}.${version % 10_000}`;
}
