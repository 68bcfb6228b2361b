import { valueAt } from '../config-document.ts';

/** What a text of a workflow can be when its cron starts it: one of these texts, or nobody knows before. */
export type Choice = readonly string[] | typeof UNKNOWN;

/** Known only to GitHub, when it starts the job. */
export const UNKNOWN = 'unknown';

const EXPRESSION = /\$\{\{(.*?)\}\}/s;

/** What a shell fills in. */
const SHELL_VARIABLE = /\$[\w{(]/;

/**
 * The texts that stand for one with `${{ … }}` in it, where a cron starts the workflow: the job's matrix where that is written
 * out, and inputs, which are empty then or what stands after `||`. Of any other expression, and of a shell's variables,
 * nothing is known.
 */
export function chosenValues(text: string, matrix: unknown): Choice {
  const [expression, inner = ''] = EXPRESSION.exec(text) ?? [];
  if (expression === undefined) return SHELL_VARIABLE.test(text) ? UNKNOWN : [text];
  const values = valuesOf(inner.trim(), matrix);
  if (values === UNKNOWN) return UNKNOWN;
  const choices = values.map((value) =>
    chosenValues(
      text.replaceAll(expression, () => value),
      matrix,
    ),
  );
  return choices.some((choice) => choice === UNKNOWN)
    ? UNKNOWN
    : choices.flatMap((choice) => (choice === UNKNOWN ? [] : choice));
}

function valuesOf(expression: string, matrix: unknown): Choice {
  const [, name] = /^matrix\.([\w-]+)$/.exec(expression) ?? [];
  if (name !== undefined) return matrixValues(matrix, name);
  const input = /^(?:github\.event\.)?inputs\.[\w-]+(?:\s*\|\|\s*'([^']*)')?$/.exec(expression);
  return input === null ? UNKNOWN : [input[1] ?? ''];
}

function matrixValues(matrix: unknown, name: string): Choice {
  const listed = valueAt(matrix, [name]);
  const include = valueAt(matrix, ['include']);
  if (isExpression(matrix) || isExpression(listed) || isExpression(include)) return UNKNOWN;
  const added = (Array.isArray(include) ? include : []).map((entry: unknown) => valueAt(entry, [name]));
  const values = [...(Array.isArray(listed) ? listed : []), ...added].filter((value) => value !== undefined);
  const texts = values.filter((value) => typeof value === 'string' || typeof value === 'number').map(String);
  return texts.length === 0 || texts.length < values.length || texts.some(isExpression) ? UNKNOWN : texts;
}

function isExpression(value: unknown): boolean {
  return typeof value === 'string' && value.includes('${{');
}
