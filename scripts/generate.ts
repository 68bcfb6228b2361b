/**
 * Writes the files that are made from the configuration schema. With `--check` it writes nothing, and fails when one
 * of them is not what it would write.
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { buildJsonSchema } from '../src/config/json-schema.ts';
import { buildReferenceDocs } from '../src/config/reference-docs.ts';

const root = path.resolve(import.meta.dirname, '..');
const isCheck = process.argv.includes('--check');

const generated: Readonly<Record<string, string>> = {
  'schema/tributary.schema.json': `${JSON.stringify(buildJsonSchema(), null, 2)}\n`,
  'docs/configuration.md': buildReferenceDocs(),
};

for (const [name, text] of Object.entries(generated)) {
  const file = path.join(root, name);
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
