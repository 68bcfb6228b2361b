import type { ForetoldReport } from '../model/foretold.ts';
import {
  FORETOLD_MARKS,
  type ForetoldItem,
  foretoldHeadline,
  foretoldItems,
  foretoldSeverity,
  isWorthTelling,
  pipelinesSuffix,
} from './foretold-verdict.ts';
import { escapeShort, foldedBlock, tableBlock } from './markdown-block.ts';
import { codeBlock, escapeMarkdown } from './markdown-text.ts';
import { formatRemedyMarkdown } from './remedy-markdown.ts';

/** What migrations will do, as GitHub Markdown for a comment: the verdict, what goes wrong, then statement by statement. */
export function formatForetoldMarkdown(report: ForetoldReport): string {
  return `${foretoldMarkdownBlocks(report).join('\n\n')}\n`;
}

/** The blocks of `formatForetoldMarkdown`: each is whole in itself, so that any of them can be left out. */
export function foretoldMarkdownBlocks(report: ForetoldReport): readonly string[] {
  const items = foretoldItems(report);
  const mark = FORETOLD_MARKS[foretoldSeverity(report)];
  return [
    `### ${mark} Migrations: ${escapeMarkdown(foretoldHeadline(report))}`,
    failureBlock(report),
    ...items.filter(({ outcome }) => outcome.severity === 'error').map((item) => itemBlock(item, report)),
    itemTable(items.filter(isWorthTelling), report),
    remedySection(items),
    statementSection(items),
    ...noteBlocks(report),
  ].filter((block) => block !== '');
}

function failureBlock({ base: { failure } }: ForetoldReport): string {
  if (failure === null) return '';
  const { file, line, sentence, solution } = failure;
  return `**${place(file, line)}** ${escapeMarkdown(sentence)}\n\n${formatRemedyMarkdown(solution.split('\n'))}`;
}

function itemBlock(item: ForetoldItem, report: ForetoldReport): string {
  const { sentence, solution } = item.outcome;
  const told = `**${place(item.file, item.line)}** ${escapeMarkdown(sentence + pipelinesSuffix(item, report))}`;
  return solution === null ? told : `${told}\n\n${formatRemedyMarkdown(solution.split('\n'))}`;
}

function itemTable(items: readonly ForetoldItem[], report: ForetoldReport): string {
  if (items.length === 0) return '';
  return tableBlock(
    [
      { title: '', align: 'left' },
      { title: 'line', align: 'left' },
      { title: 'statement', align: 'left' },
      { title: 'what it does to the lakehouse', align: 'left' },
    ],
    items.map((item) => [
      FORETOLD_MARKS[item.outcome.severity],
      place(item.file, item.line),
      escapeShort(item.summary),
      escapeShort(item.outcome.sentence + pipelinesSuffix(item, report), 400),
    ]),
  );
}

/** What to do about warnings; that of errors stands with them. */
function remedySection(items: readonly ForetoldItem[]): string {
  const wanted = items.filter(({ outcome }) => outcome.severity !== 'error' && outcome.solution !== null);
  const remedies = new Map(wanted.map((item) => [item.outcome.solution ?? '', item]));
  if (remedies.size === 0) return '';
  const blocks = [...remedies].map(
    ([solution, { file, line }]) => `${place(file, line)}\n\n${formatRemedyMarkdown(solution.split('\n'))}`,
  );
  return foldedBlock('What to do', blocks.join('\n\n'));
}

function statementSection(items: readonly ForetoldItem[]): string {
  const statements = [
    ...new Set(items.flatMap(({ outcome }) => (outcome.undoneBy === null ? outcome.targetSql : []))),
  ];
  if (statements.length === 0) return '';
  return foldedBlock(
    'SQL that runs will send to the target',
    codeBlock(statements.map((sql) => `${sql};`).join('\n'), 'sql'),
  );
}

function noteBlocks({ notes }: ForetoldReport): readonly string[] {
  return notes.length === 0 ? [] : [notes.map((note) => `- ${escapeMarkdown(note)}`).join('\n')];
}

function place(file: string, line: number): string {
  return escapeMarkdown(`${file}:${line}`);
}
