import { judgeCheckpoint } from '../ingest/judge-checkpoint.ts';
import { judgePublication, judgeServer, judgeSlot } from '../ingest/preflight.ts';
import { judgeTable } from '../ingest/preflight-table.ts';
import { judgeDrift, knownTable } from '../ingest/table-plan.ts';
import type { ResolvedSelection } from '../ingest/table-selection.ts';
import { isSlotLost } from '../ingest/wal-risk.ts';
import type { Checkpoint } from '../model/checkpoint.ts';
import type { IngestError } from '../model/ingest-error.ts';
import type { Pipeline } from '../model/pipeline.ts';
import type { Problem } from '../model/problem.ts';
import type { SourceFacts } from '../model/source-facts.ts';
import type { Health, StatusFinding, TableStatus } from '../model/status-report.ts';
import type { WalReport } from '../model/wal-report.ts';
import { formatDuration } from '../report/quantity.ts';

export interface StatusLook {
  readonly pipeline: Pipeline;
  /** `undefined`: the source could not be looked at. */
  readonly source: { readonly facts: SourceFacts; readonly selection: ResolvedSelection } | undefined;
  readonly checkpoint: Checkpoint | undefined;
  readonly tables: readonly TableStatus[];
  readonly wal: WalReport | undefined;
  /** What kept a side from being looked at. */
  readonly errors: readonly IngestError[];
  readonly scheduleMs: number | undefined;
  readonly nowMs: number;
}

/** What is, or may come to be, in the way of the next run; the worst first. Pure. */
export function judgeStatus(look: StatusLook): readonly StatusFinding[] {
  const findings = [
    ...look.errors.map((error) => unseen(error, look)),
    ...sourceProblems(look).map(
      ({ code, message, solution }): StatusFinding => ({
        severity: 'danger',
        code,
        message,
        solution,
      }),
    ),
    ...walFindings(look),
    ...waitingBackfills(look.tables),
    ...overdue(look),
  ];
  return findings.toSorted((a, b) => RANKS[a.severity] - RANKS[b.severity]);
}

/** The worst of them. */
export function healthOf(findings: readonly StatusFinding[]): Health {
  return findings[0]?.severity ?? 'healthy';
}

const RANKS = { danger: 0, watch: 1 } as const satisfies Record<StatusFinding['severity'], number>;

/** A lakehouse that the run which is under way has locked is as it should be. */
function unseen({ code, message, solution }: IngestError, { source }: StatusLook): StatusFinding {
  const isOwnRun = code === 'target-locked' && source?.facts.slot?.active === true;
  return { severity: isOwnRun ? 'watch' : 'danger', code, message, solution: solution ?? null };
}

/** What a run would refuse to start with. */
function sourceProblems({ pipeline, source, checkpoint }: StatusLook): readonly Problem[] {
  if (source === undefined) return [];
  const { facts, selection } = source;
  const server = judgeServer(facts, pipeline);
  // The catalog of a server that is too old was not read.
  if (server.some(({ code }) => code === 'source-version-unsupported')) return server;
  const slot = facts.slot === undefined || facts.slot.active ? [] : judgeSlot(facts.slot, pipeline);
  const publication = judgePublication(facts, pipeline);
  return [
    ...server,
    ...publication,
    ...(facts.publication === undefined ? [] : selection.problems),
    ...selection.tables.flatMap((table) => judgeTable(table, facts, pipeline)),
    ...selection.tables.flatMap((table) => judgeDrift(table, knownTable(checkpoint, table))),
    ...slot,
    ...(checkpoint === undefined || slot.length > 0 ? [] : judgeCheckpoint(facts, checkpoint, pipeline)),
  ];
}

function walFindings({ wal, source }: StatusLook): readonly StatusFinding[] {
  const slot = source?.facts.slot;
  if (wal === undefined || wal.risk === 'none' || (slot !== undefined && isSlotLost(slot))) return [];
  return [
    {
      severity: wal.risk,
      code: null,
      message: wal.sentence,
      solution: 'Start a run now: tributary run. It lets go of the log that it has merged.',
    },
  ];
}

function waitingBackfills(tables: readonly TableStatus[]): readonly StatusFinding[] {
  const waiting = tables.filter(({ continuedBy }) => continuedBy === 'backfill').map(({ source }) => source);
  if (waiting.length === 0) return [];
  return [
    {
      severity: 'watch',
      code: null,
      message: `A backfill has not come to its end: ${waiting.join(', ')}.`,
      solution: 'Start the backfill again: it goes on where it was.',
    },
  ];
}

/** A late run or two is what cron is like. */
const TOLERATED_INTERVALS = 2;

/** Only the slot tells of idle runs; without it nobody knows. */
function overdue({ source, scheduleMs, nowMs }: StatusLook): readonly StatusFinding[] {
  const since = source?.facts.slot?.inactiveSinceMs;
  if (scheduleMs === undefined || since === undefined) return [];
  if (nowMs - since <= TOLERATED_INTERVALS * scheduleMs) return [];
  return [
    {
      severity: 'watch',
      code: null,
      message: `No run has used the slot for ${formatDuration(nowMs - since)}; the schedule says every ${formatDuration(scheduleMs)}.`,
      solution:
        'See whether whatever starts the runs still does: GitHub leaves scheduled runs out under load, and disables a schedule after 60 days without activity in the repository.',
    },
  ];
}
