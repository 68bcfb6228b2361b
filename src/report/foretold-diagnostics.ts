import type { Diagnostic, DiagnosticCode } from '../model/diagnostic.ts';
import type { ForetoldReport, OutcomeTag } from '../model/foretold.ts';
import { type ForetoldItem, foretoldItems, isWorthTelling, pipelinesSuffix } from './foretold-verdict.ts';

/** What migrations will do, as findings on their lines. What changes the target by itself is a notice. */
export function foretoldDiagnostics(report: ForetoldReport): readonly Diagnostic[] {
  const { failure } = report.base;
  return [
    ...(failure === null
      ? []
      : [
          {
            severity: 'error',
            file: failure.file,
            line: failure.line,
            column: failure.column,
            code: 'migration-fails',
            message: failure.sentence,
            hint: failure.solution,
          } as const,
        ]),
    ...foretoldItems(report)
      .filter(isWorthTelling)
      .flatMap((item) => diagnosticOf(item, report)),
  ];
}

/** `undefined`: it is told in the comment alone. */
const CODES: Readonly<Record<OutcomeTag, DiagnosticCode | undefined>> = {
  'column-added': 'migration-changes-target',
  'column-dropped': 'migration-changes-target',
  stops: 'migration-stops-pipeline',
  relieved: undefined,
  'first-load': 'migration-changes-target',
  'loaded-anew': 'migration-needs-load',
  'unseen-change': 'migration-needs-load',
  'table-left': 'migration-changes-target',
  'not-selected': undefined,
  'identity-changed': undefined,
  'rows-changed': undefined,
  'changes-earlier': 'migration-stops-pipeline',
  fails: 'migration-fails',
  unknown: 'migration-unknown',
  'not-tried': undefined,
  edited: 'migration-edited',
};

function diagnosticOf(item: ForetoldItem, report: ForetoldReport): readonly Diagnostic[] {
  const { outcome, file, line, column } = item;
  const code = CODES[outcome.tag];
  const isPast = outcome.undoneBy !== null && outcome.severity === 'info';
  if (code === undefined || isPast) return [];
  const { solution } = outcome;
  return [
    {
      severity: outcome.severity === 'info' ? 'notice' : outcome.severity,
      file,
      line,
      column,
      code,
      message: outcome.sentence + pipelinesSuffix(item, report),
      ...(solution === null ? {} : { hint: solution }),
    },
  ];
}
