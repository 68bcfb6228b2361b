import type { ERROR_CODES, ErrorCode } from '../model/ingest-error.ts';
import type { ErrorReport, RunReport } from '../model/run-report.ts';
import type { WalReport } from '../model/wal-report.ts';
import { printableLine } from './foreign-text.ts';
import type { IssueText, StaleReason } from './issue-verdict.ts';
import { capitalised, escapeShort } from './markdown-block.ts';
import { formatBytes, formatNumberOf } from './quantity.ts';
import { formatRemedyMarkdown } from './remedy-markdown.ts';
import { latenessSentence } from './run-facts.ts';
import { driftSection, failureSection, loadSection, walSection } from './run-sections-markdown.ts';
import { verdictOf } from './run-verdict.ts';

/** GitHub takes 256 characters. */
const MAX_TITLE = 200;

type Disposition = (typeof ERROR_CODES)[ErrorCode]['disposition'];

const AFTER_A_FAILURE = {
  retry:
    'As a rule this passes by itself: the next run goes on from the checkpoint, and nothing is lost. The first run that ends well closes this issue.',
  operator:
    'Runs go on failing until this is mended. The server keeps the log for the slot meanwhile, so nothing is lost as long as its limit is not reached. The first run that ends well closes this issue.',
  bug: 'This is a fault in Tributary, so waiting is not likely to help. Nothing is lost: the next run goes on from the checkpoint. The first run that ends well closes this issue.',
} as const satisfies Record<Disposition, string>;

/** The log after the checkpoint cannot be had any more, or is another server's: waiting does not help. */
const LOG_IS_GONE: ReadonlySet<ErrorCode> = new Set([
  'slot-missing',
  'slot-lost',
  'slot-ahead-of-checkpoint',
  'checkpoint-ahead-of-server',
  'cluster-changed',
]);
const AFTER_A_LOSS =
  'Runs go on failing until this is done, and the target stays as it is: a run never goes on as if nothing had happened. The first run that ends well closes this issue.';

const STANDING_TITLE = '#### Where it stands';

/** A run has failed: what happened, what to do, where the data stands. */
export function formatFailingIssue(
  report: RunReport,
  error: ErrorReport,
  disposition: Disposition,
): IssueText {
  const failure = failureSection(error);
  return {
    title: titleOf(`${report.pipeline} fails: ${error.code}`),
    body: page([
      `❌ **${escapeShort(report.pipeline)} fails.** What was merged before stays in the target.`,
      failure,
      STANDING_TITLE,
      standingSection(report),
      nextSection(LOG_IS_GONE.has(error.code) ? AFTER_A_LOSS : AFTER_A_FAILURE[disposition]),
    ]),
    news: page(['It fails in another way now.', failure]),
  };
}

/** No run could begin, for a reason that lies in the configuration or in its surroundings. `label` says whose. */
export function formatNotBegunIssue(label: string, error: ErrorReport): IssueText {
  const failure = failureSection(error);
  return {
    title: titleOf(`${label} fails: ${error.code}`),
    body: page([
      `❌ **${escapeShort(label)}: no run could begin.** The target stays as it is.`,
      failure,
      nextSection(AFTER_A_FAILURE.operator),
    ]),
    news: page(['It fails in another way now.', failure]),
  };
}

/** The target has followed the source's schema: what was done, with its SQL. */
export function formatDriftIssue(report: RunReport): IssueText {
  const count = formatNumberOf(report.drift.length, 'schema change');
  const changes = driftSection(report.drift);
  return {
    title: titleOf(`${report.pipeline}: the source's schema has changed`),
    body: page([
      `🔀 **${escapeShort(report.pipeline)}: ${count} at the source ${report.drift.length === 1 ? 'was' : 'were'} followed in the target.** There is nothing to mend: see whether it is what you want, and whether views and reports need it.`,
      changes,
      nextSection(
        'The pipeline runs on. A column that is gone at the source stays in the target until you drop it. Close this issue when you have read it; the next schema change opens it again.',
      ),
    ]),
    news: page([`${count} at the source, followed in the target.`, changes]),
  };
}

/** The target is too far behind, or runs begin too late. */
export function formatStaleIssue(report: RunReport, reason: StaleReason, workflow: string | null): IssueText {
  const isBehind = reason === 'behind';
  const headline = isBehind
    ? `⏳ **${escapeShort(report.pipeline)} is too far behind its source.**`
    : `⏰ **${escapeShort(report.pipeline)} runs too seldom:** GitHub began this run late, or left runs out.`;
  const remedy = isBehind ? BEHIND_REMEDY : LATE_REMEDY;
  return {
    title: titleOf(
      `${report.pipeline} ${isBehind ? 'is too far behind its source' : 'runs later than scheduled'}`,
    ),
    body: page([
      headline,
      lateStandingSection(report),
      loadSection(report.unfinishedLoads),
      '#### What to do',
      formatRemedyMarkdown([...remedy, ...runNow(workflow, '- ')]),
      nextSection(
        'Every run catches up with everything that is pending, so nothing is lost. A run that comes in time and catches up closes this issue.',
      ),
    ]),
    news: page([headline, lateStandingSection(report)]),
  };
}

const BEHIND_REMEDY = [
  '- Give runs more time: raise max-duration, and the timeout-minutes of the job above it.',
  '- Let runs come more often, or split the pipeline, so that its parts run beside each other.',
];

const LATE_REMEDY = [
  '- GitHub starts scheduled workflows when it has room, worst of all at the full hour: choose an odd minute.',
  '- Where freshness matters, start the workflow from elsewhere by workflow_dispatch.',
];

/** The server may soon remove log that the pipeline needs. */
export function formatRiskIssue(report: RunReport, wal: WalReport, workflow: string | null): IssueText {
  return {
    title: titleOf(`${report.pipeline}: slot ${report.slot} is at risk`),
    body: page([
      walSection(wal),
      `If the server removes log that the pipeline ${escapeShort(report.pipeline)} has not read, its tables must be loaded anew.`,
      '#### What to do',
      formatRemedyMarkdown(riskRemedy(report.slot, wal, workflow)),
      STANDING_TITLE,
      standingSection(report),
      nextSection('A run that gets to its end lets the server remove log, and closes this issue.'),
    ]),
    news: walSection(wal),
  };
}

function riskRemedy(slot: string, { limitBytes }: WalReport, workflow: string | null): readonly string[] {
  const name = `'${slot.replaceAll("'", "''")}'`;
  return [
    `1. Look at the slot: SELECT slot_name, active, wal_status, safe_wal_size FROM pg_replication_slots WHERE slot_name = ${name};`,
    ...runNow(workflow, '2. '),
    limitBytes === null
      ? '3. The server sets no limit, so its disk is the limit: make sure that it has room.'
      : `3. If the server's disk has room, let it keep more (now ${formatBytes(limitBytes)}): ALTER SYSTEM SET max_slot_wal_keep_size = '${doubledMegabytes(limitBytes)}MB'; SELECT pg_reload_conf();`,
    `4. If the disk is about to fill up, and only then, give the slot up; its tables are loaded anew: SELECT pg_drop_replication_slot(${name});`,
  ];
}

const MEBIBYTE = 1_048_576;

/** PostgreSQL's MB is 1024 × 1024 bytes. */
function doubledMegabytes(bytes: number): number {
  return Math.max(1, Math.round((2 * bytes) / MEBIBYTE));
}

function runNow(workflow: string | null, mark: string): readonly string[] {
  if (workflow === null) return [`${mark}Run the pipeline now.`];
  return [`${mark}Run the pipeline now:`, `gh workflow run ${shellWord(workflow)}`];
}

function shellWord(text: string): string {
  return /^[\w.-]+$/.test(text) ? text : `'${printableLine(text).replaceAll("'", `'\\''`)}'`;
}

/** Where the data stands, which also changes while the trouble stays the same. */
function standingSection(report: RunReport): string {
  const { lag, checkpoint } = verdictOf(report);
  return standingList([lag, checkpoint]);
}

/** The same with how late the run was, which changes from run to run and is of no interest where that is not the trouble. */
function lateStandingSection(report: RunReport): string {
  const { lag, checkpoint } = verdictOf(report);
  const late = latenessSentence(report.trigger);
  return standingList([lag, ...(late === undefined ? [] : [late]), checkpoint]);
}

function standingList(sentences: readonly string[]): string {
  return sentences.map((sentence) => `- ${capitalised(escapeShort(sentence, 1000))}`).join('\n');
}

function nextSection(sentence: string): string {
  return `#### What happens next\n\n${sentence}`;
}

function page(sections: readonly string[]): string {
  return sections.filter((section) => section !== '').join('\n\n');
}

function titleOf(text: string): string {
  const line = printableLine(text);
  const characters = Array.from(line);
  return characters.length <= MAX_TITLE ? line : `${characters.slice(0, MAX_TITLE - 1).join('')}…`;
}
