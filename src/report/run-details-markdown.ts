import { type RunReport, STAGES } from '../model/run-report.ts';
import { escapeShort, foldedBlock } from './markdown-block.ts';
import { codeBlock } from './markdown-text.ts';
import { formatBytes, formatDuration, formatNumberOf } from './quantity.ts';
import { formatRunChart } from './run-chart.ts';
import { formatInstant, runsUntilNow, warehouseSentence } from './run-facts.ts';

/** As wide as a summary's code block is on a laptop, without a bar for scrolling. */
const CHART_WIDTH = 90;
/** One bar compares with nothing. */
const FEWEST_RUNS = 2;

/** Lag and rows of the last runs that moved the checkpoint, this one included; empty as long as there are not two. */
export function chartSection(report: RunReport): string {
  const runs = runsUntilNow(report);
  if (runs.length < FEWEST_RUNS) return '';
  return `#### The last runs\n\n${codeBlock(formatRunChart(runs, { width: CHART_WIDTH }).join('\n'), 'text')}`;
}

/** One line: what the run used of the warehouse, and what that cost where the configuration names a price. */
export function costSection(report: RunReport): string {
  return `**Warehouse**: ${escapeShort(warehouseSentence(report), 500)}.`;
}

/** The command line that does the same again, folded. */
export function reproduceSection(line: string | undefined): string {
  return line === undefined ? '' : foldedBlock('Run it on your machine', codeBlock(line, 'sh'));
}

/** What only who looks for something reads, folded. */
export function detailSection(report: RunReport): string {
  const { staged, warehouse, trigger } = report;
  const stages = STAGES.filter((stage) => report.stageDurationsMs[stage] > 0).map(
    (stage) => `${stage} ${formatDuration(report.stageDurationsMs[stage])}`,
  );
  const facts = [
    `Staged: ${formatNumberOf(staged.rows, 'row')} in ${formatNumberOf(staged.files, 'file')}, ${formatBytes(staged.bytes)}; ${formatBytes(warehouse.uploadedBytes)} uploaded`,
    `Time: ${stages.length > 0 ? stages.join(' · ') : formatDuration(report.durationMs)}`,
    ...(trigger === null ? [] : [`Started by: ${triggerText(trigger)}`]),
    ...(report.wal === null ? [] : [`Log: ${report.wal.sentence}`]),
    `Run: ${report.runId}, ${report.startedAt} to ${report.finishedAt}`,
  ];
  return foldedBlock('Details', facts.map((fact) => `- ${escapeShort(fact, 1000)}`).join('\n'));
}

function triggerText({ event, cron, dueAt, lateMs }: NonNullable<RunReport['trigger']>): string {
  return [
    event,
    ...(cron === null ? [] : [`cron ${cron}`]),
    ...(dueAt === null ? [] : [`due at ${formatInstant(dueAt)}`]),
    ...(lateMs === null ? [] : [`${formatDuration(lateMs)} late`]),
  ].join(', ');
}
