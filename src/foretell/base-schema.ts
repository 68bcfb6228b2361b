import type { ForetoldFailure } from '../model/foretold.ts';
import type { StatementRunner } from './run-statement.ts';
import { refusalOf, type Script } from './script.ts';
import { placesOf, type ScriptPart, splitStatements } from './split-statements.ts';

/** What came of making the base schema. */
export interface MadeBase {
  /** The first statement that cannot be applied; null: all of it was. */
  readonly failure: ForetoldFailure | null;
  /** What the scratch could not apply, for want of a role or an extension. */
  readonly notes: readonly string[];
}

/** Applies the scripts that make the schema before the change, each as a session of its own. */
export async function applyBaseSchema(
  scripts: readonly Script[],
  runner: StatementRunner,
): Promise<MadeBase> {
  const notes: string[] = [];
  for (const script of scripts) {
    for (const part of splitStatements(script.text)) {
      const failure = await applyPart(script, part, runner, notes);
      if (failure !== undefined) return { failure, notes };
    }
    await runner.endFile();
  }
  return { failure: null, notes };
}

async function applyPart(
  script: Script,
  part: ScriptPart,
  runner: StatementRunner,
  notes: string[],
): Promise<ForetoldFailure | undefined> {
  // Rows of the base decide nothing that can be seen here.
  if (part.tag === 'copy-data') return undefined;
  if (part.tag !== 'statement') {
    const refused = refusalOf(part);
    return refused === undefined ? undefined : failureAt(script, part, refused.sentence, refused.solution);
  }
  const trial = await runner.try(part);
  if (trial.tag === 'unknown') notes.push(`${script.path}:${part.from.line} (base schema): ${trial.reason}`);
  if (trial.tag !== 'failed') return undefined;
  const at = { from: placesOf(script.text)(trial.index), endLine: part.endLine };
  return failureAt(
    script,
    at,
    `The base schema cannot be made, so nothing is foretold. PostgreSQL refuses this: ${trial.message} (SQLSTATE ${trial.sqlState}).`,
    'Correct the base schema, or the order of the migrations; or give a scratch database that holds the base schema.',
  );
}

function failureAt(
  { path: file }: Script,
  { from, endLine }: Pick<ScriptPart, 'from' | 'endLine'>,
  sentence: string,
  solution: string,
): ForetoldFailure {
  return { file, line: from.line, column: from.column, endLine, sentence, solution };
}
