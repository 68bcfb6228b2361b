import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The folder of the npm package that a bundle's input belongs to, such as `node_modules/pg`; `undefined` for our own. */
export function packageFolderOf(input: string): string | undefined {
  return /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/.exec(input)?.[0];
}

/** Folders of the npm packages among a bundle's inputs, each once and sorted. */
export function bundledPackagesOf(inputs: readonly string[]): readonly string[] {
  return [...new Set(inputs.flatMap((input) => packageFolderOf(input) ?? []))].toSorted();
}

/** A package inside a bundle, and the terms under which it may be passed on. */
export interface BundledPackage {
  readonly name: string;
  readonly version: string;
  /** As SPDX names it. */
  readonly license: string;
  /** The licence in full, and the notice where the package has one. */
  readonly text: string;
}

/** Licences that allow to pass a package on inside ours, if their text goes with it. */
const ACCEPTED = new Set([
  '0BSD',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'BlueOak-1.0.0',
  'ISC',
  'MIT',
]);

/** Packages that name no licence in their manifest: what their licence's text is, and how it can be told. */
const READ_BY_US: Readonly<Record<string, { readonly license: string; readonly sign: string }>> = {
  flatbuffers: { license: 'Apache-2.0', sign: 'Apache License\n                           Version 2.0' },
};

/**
 * The packages in these folders, in their order. Throws for one whose licence is not among those that we know to
 * allow it, or that ships no licence text.
 */
export async function readBundledPackages(
  root: string,
  folders: readonly string[],
): Promise<readonly BundledPackage[]> {
  return await Promise.all(folders.map((folder) => readPackage(join(root, folder))));
}

/** The licence of each package, in full, under its name and version. */
export function formatLicenses(packages: readonly BundledPackage[]): string {
  const sections = packages.map(
    ({ name, version, license, text }) => `${name} ${version} (${license})\n\n${text}`,
  );
  const intro =
    'The files in this directory contain the packages below, under the licences that follow their names.';
  return `${[intro, ...sections].join(`\n\n${'-'.repeat(80)}\n\n`)}\n`;
}

async function readPackage(folder: string): Promise<BundledPackage> {
  const manifest: unknown = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'));
  const { name, version, license: declared } = manifestFields(manifest);
  const license = await readFileNamed(folder, /^(?:licen[cs]e|copying)/i);
  const text = license ?? (await licenseInReadme(folder));
  if (text === undefined) throw new Error(`${name} ${version} (${declared}) ships no licence text`);
  const notice = await readFileNamed(folder, /^notice/i);
  return {
    name,
    version,
    license: acceptedLicense(name, declared, text),
    text: [text, ...(notice === undefined ? [] : [notice])].map((part) => part.trim()).join('\n\n'),
  };
}

function acceptedLicense(name: string, declared: string, text: string): string {
  if (ACCEPTED.has(declared)) return declared;
  const read = READ_BY_US[name];
  if (read !== undefined && text.includes(read.sign)) return read.license;
  throw new Error(
    `${name} has the licence "${declared}", of which it is not known that a bundle may hold it`,
  );
}

/** Some packages keep their licence at the end of the README. */
async function licenseInReadme(folder: string): Promise<string | undefined> {
  const readme = await readFileNamed(folder, /^readme/i);
  return /^#+ *licen[cs]e\s+([\s\S]+)$/im.exec(readme ?? '')?.[1];
}

async function readFileNamed(folder: string, pattern: RegExp): Promise<string | undefined> {
  const file = (await readdir(folder)).toSorted().find((entry) => pattern.test(entry));
  return file === undefined
    ? undefined
    : (await readFile(join(folder, file), 'utf8')).replaceAll('\r\n', '\n');
}

function manifestFields(manifest: unknown): { name: string; version: string; license: string } {
  if (typeof manifest !== 'object' || manifest === null) throw new Error('a package without a manifest');
  const field = (key: string): string => {
    const value: unknown = Reflect.get(manifest, key);
    return typeof value === 'string' ? value : 'unknown';
  };
  return { name: field('name'), version: field('version'), license: field('license') };
}
