import type { ForetoldOutcome, ForetoldReport } from '../model/foretold.ts';
import { printable, printableLine } from './foreign-text.ts';
import {
  type ForetoldItem,
  foretoldHeadline,
  foretoldItems,
  foretoldSeverity,
  isWorthTelling,
  pipelinesSuffix,
} from './foretold-verdict.ts';
import { type Style, styleOf } from './terminal-style.ts';

/** What migrations will do, for a terminal: each with its place, which editors turn into a link. Ends with a line end. */
export function formatForetoldText(report: ForetoldReport, options: { readonly colours: boolean }): string {
  const style = styleOf(options.colours);
  const { mark, colour } = MARKS[foretoldSeverity(report)];
  const { failure } = report.base;
  const lines = [
    `${style[colour](mark)} ${style.bold('migrations')}: ${foretoldHeadline(report)}`,
    ...(failure === null
      ? []
      : [
          `  ${style.bold(printableLine(`${failure.file}:${failure.line}:${failure.column}`))} ${printableLine(failure.sentence)}`,
          ...remedyLines(failure.solution, style),
        ]),
    ...foretoldItems(report)
      .filter(isWorthTelling)
      .flatMap((item) => itemLines(item, report, style)),
    ...report.notes.map((note) => `  – ${printableLine(note)}`),
  ];
  return `${lines.join('\n')}\n`;
}

const MARKS = {
  error: { mark: '✘', colour: 'red' },
  warning: { mark: '!', colour: 'yellow' },
  info: { mark: '✔', colour: 'green' },
} as const satisfies Record<
  ForetoldOutcome['severity'],
  { readonly mark: string; readonly colour: keyof Style }
>;

function itemLines(item: ForetoldItem, report: ForetoldReport, style: Style): readonly string[] {
  const { severity, sentence, solution, targetSql, undoneBy } = item.outcome;
  const { mark, colour } = MARKS[severity];
  const where = style.bold(printableLine(`${item.file}:${item.line}:${item.column}`));
  return [
    `  ${style[colour](mark)} ${where} ${printableLine(item.summary)}`,
    `      ${printableLine(sentence + pipelinesSuffix(item, report))}`,
    ...(severity === 'info' ? [] : remedyLines(solution, style)),
    ...(undoneBy === null ? targetSql.flatMap((sql) => remedyLines(`${sql};`, style)) : []),
  ];
}

/** Indented and nothing else, so that SQL can be copied as it stands. */
function remedyLines(solution: string | null, style: Style): readonly string[] {
  if (solution === null) return [];
  return printable(solution)
    .split('\n')
    .map((line) => `        ${style.dim(line)}`);
}
