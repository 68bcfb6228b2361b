import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Folders of the npm packages among a bundle's inputs, such as `node_modules/pg`, each once and sorted. */
export function bundledPackagesOf(inputs: readonly string[]): readonly string[] {
  const folders = inputs.flatMap(
    (input) => /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/.exec(input)?.[0] ?? [],
  );
  return [...new Set(folders)].toSorted();
}

/** The licence of each package, in full, under its name and version. Throws when a package has none. */
export async function formatLicenses(root: string, packages: readonly string[]): Promise<string> {
  const sections = await Promise.all(packages.map((folder) => licenseSection(join(root, folder))));
  const intro =
    'The files in this directory contain the packages below, under the licences that follow their names.';
  return `${[intro, ...sections].join(`\n\n${'-'.repeat(80)}\n\n`)}\n`;
}

async function licenseSection(folder: string): Promise<string> {
  const manifest: unknown = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'));
  const { name, version, license } = manifestFields(manifest);
  const file = (await readdir(folder)).toSorted().find((entry) => /^(?:licen[cs]e|copying)/i.test(entry));
  const readme = file === undefined ? await licenseInReadme(folder) : undefined;
  const text = file === undefined ? readme : await readFile(join(folder, file), 'utf8');
  if (text === undefined) throw new Error(`${name} ${version} (${license}) ships no licence text`);
  return `${name} ${version} (${license})\n\n${text.replaceAll('\r\n', '\n').trim()}`;
}

/** Some packages keep their licence at the end of the README. */
async function licenseInReadme(folder: string): Promise<string | undefined> {
  const file = (await readdir(folder)).toSorted().find((entry) => /^readme/i.test(entry));
  if (file === undefined) return undefined;
  return /^#+ *licen[cs]e\s+([\s\S]+)$/im.exec(await readFile(join(folder, file), 'utf8'))?.[1];
}

function manifestFields(manifest: unknown): { name: string; version: string; license: string } {
  if (typeof manifest !== 'object' || manifest === null) throw new Error('a package without a manifest');
  const field = (key: string): string => {
    const value: unknown = Reflect.get(manifest, key);
    return typeof value === 'string' ? value : 'unknown';
  };
  return { name: field('name'), version: field('version'), license: field('license') };
}
