import type { TargetSettings } from '../model/pipeline.ts';

/** The same in SQL for the target: Databricks quotes by backticks. */
export function quoteTargetForPeople(target: TargetSettings, name: string): string {
  if (target.tag === 'embedded') return quoteForPeople(name);
  return /^[A-Za-z_][A-Za-z0-9_]*$/.test(name) ? name : `\`${name.replaceAll('`', '``')}\``;
}

/** An identifier in SQL that a person is to run: quoted only where it must be. */
export function quoteForPeople(name: string): string {
  return /^[a-z_][a-z0-9_]*$/.test(name) ? name : `"${name.replaceAll('"', '""')}"`;
}
