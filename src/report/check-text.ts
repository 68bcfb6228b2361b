import type { CheckedPoint, CheckFinding, PipelineCheck } from '../model/check-report.ts';
import { checkHeadline, hasFailed, OUTCOME_MARKS, POINT_LABELS } from './check-verdict.ts';
import { printable, printableLine } from './foreign-text.ts';
import { type Style, styleOf } from './terminal-style.ts';

/** A pipeline's checklist for a terminal: one line a point, and under what does not hold what to do. Ends with a line end. */
export function formatCheckText(check: PipelineCheck, options: { readonly colours: boolean }): string {
  const style = styleOf(options.colours);
  const mark = hasFailed(check) ? style.red('✘') : style.green('✔');
  return `${[
    `${mark} ${style.bold(printableLine(check.pipeline))}: ${checkHeadline(check)}`,
    ...check.points.flatMap((point) => pointLines(point, style)),
  ].join('\n')}\n`;
}

const COLOURS = { passed: 'green', failed: 'red', unproven: 'yellow' } as const satisfies Record<
  CheckFinding['outcome'],
  keyof Style
>;

const LABEL_WIDTH = Math.max(...Object.values(POINT_LABELS).map(({ length }) => length));
/** Two blanks, the mark, a blank, the label, two blanks. */
const INDENT = ' '.repeat(LABEL_WIDTH + 6);

function pointLines({ point, outcome, found, solution }: CheckedPoint, style: Style): readonly string[] {
  const mark = style[COLOURS[outcome]](OUTCOME_MARKS[outcome]);
  const [first = '', ...rest] = printable(found).split('\n');
  const remedy = solution === null ? [] : printable(solution).split('\n');
  return [
    `  ${mark} ${POINT_LABELS[point].padEnd(LABEL_WIDTH)}  ${first}`,
    ...rest.map((line) => `${INDENT}${line}`),
    // Indented and nothing else, so that SQL can be copied as it stands.
    ...remedy.map((line) => `${INDENT}  ${style.dim(line)}`),
  ];
}
