/**
 * Writes the files that are made from others: from the configuration schema, from the templates of `init`, and from
 * `action.yml`. With `--check` it writes nothing, and fails when one of them is not what it would write.
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { VERSION } from '../src/commands/version.ts';
import { buildJsonSchema } from '../src/config/json-schema.ts';
import { buildReferenceDocs } from '../src/config/reference-docs.ts';
import { examplePlan } from '../src/init/example-plan.ts';
import { renderWorkflows } from '../src/init/init-files.ts';
import { withActionTables } from './action-tables.ts';

const root = path.resolve(import.meta.dirname, '..');
const isCheck = process.argv.includes('--check');

/** Makers of the files' texts, by path. The page that holds places for tables comes last: the others do not wait for them. */
const generated: Readonly<Record<string, () => string | Promise<string>>> = {
  'schema/tributary.schema.json': () => `${JSON.stringify(buildJsonSchema(), null, 2)}\n`,
  'docs/configuration.md': buildReferenceDocs,
  ...Object.fromEntries(
    renderWorkflows(examplePlan(VERSION)).map((file) => [
      `examples/workflows/${path.basename(file.path)}`,
      () => file.text,
    ]),
  ),
  'README.md': async () => withActionTables(await readText('README.md'), await readText('action.yml')),
};

for (const [name, make] of Object.entries(generated)) {
  const file = path.join(root, name);
  const text = await make();
  const isCurrent = (await readFile(file, 'utf8').catch(() => undefined)) === text;
  if (isCurrent) continue;
  if (isCheck) {
    console.error(`${name} is not current. Run: node scripts/generate.ts`);
    process.exitCode = 1;
  } else {
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, text);
    console.log(`wrote ${name}`);
  }
}

function readText(name: string): Promise<string> {
  return readFile(path.join(root, name), 'utf8');
}
