import type { CheckedPoint, CheckFinding, PipelineCheck } from '../model/check-report.ts';
import { checkHeadline, hasFailed, POINT_LABELS } from './check-verdict.ts';
import { escapeMarkdown } from './markdown-text.ts';
import { formatRemedyMarkdown } from './remedy-markdown.ts';

/** Checklists as GitHub Markdown for the job summary: a table each, and below it what to do about what does not hold. */
export function formatChecksMarkdown(checks: readonly PipelineCheck[]): string {
  return checks.map(formatCheck).join('\n');
}

const MARKS = { passed: '✅', failed: '❌', unproven: '➖' } as const satisfies Record<
  CheckFinding['outcome'],
  string
>;

function formatCheck(check: PipelineCheck): string {
  return `${[
    `### ${hasFailed(check) ? '❌' : '✅'} ${escapeMarkdown(check.pipeline)}: ${checkHeadline(check)}`,
    '',
    '| | point | found |',
    '| --- | --- | --- |',
    ...check.points.map(pointRow),
    ...check.points.flatMap(remedyLines),
  ].join('\n')}\n`;
}

function pointRow({ point, outcome, found }: CheckedPoint): string {
  return `| ${MARKS[outcome]} | ${escapeMarkdown(POINT_LABELS[point])} | ${escapeMarkdown(found)} |`;
}

function remedyLines({ point, outcome, solution }: CheckedPoint): readonly string[] {
  if (outcome !== 'failed' || solution === null) return [];
  return [
    '',
    `**${escapeMarkdown(POINT_LABELS[point])}**: what to do`,
    '',
    formatRemedyMarkdown(solution.split('\n')),
  ];
}
