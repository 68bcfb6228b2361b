import { type BundledPackage, packageFolderOf } from './bundled-licenses.ts';

/** One file of `dist`. */
export interface BundleFile {
  /** Relative to `dist`. */
  readonly name: string;
  readonly bytes: number;
  /** What it was built from, and how many of its bytes come from there. */
  readonly inputs: ReadonlyMap<string, number>;
}

/** Packages below this share of a file are not named; `licenses.txt` has them all. */
const SMALLEST_NAMED_SHARE = 0.02;

/** What lies in `dist`, how large it is and whose work it is, as Markdown. */
export function formatContents(files: readonly BundleFile[], packages: readonly BundledPackage[]): string {
  const folders = [...Map.groupBy(files, ({ name }) => name.slice(0, name.indexOf('/')))];
  const sections = folders.flatMap(([folder, members]) => [
    `## ${folder}, ${kibibytes(members.reduce((sum, { bytes }) => sum + bytes, 0))}`,
    [
      '| file | size | made of |',
      '|---|---:|---|',
      ...members
        .toSorted((a, b) => b.bytes - a.bytes || (a.name < b.name ? -1 : 1))
        .map((file) => `| ${file.name} | ${kibibytes(file.bytes)} | ${describeOrigins(file)} |`),
    ].join('\n'),
  ]);
  return `${[TITLE, ...sections, formatLicenseCounts(packages)].join('\n\n')}\n`;
}

const TITLE = `# What \`npm run bundle\` makes

The packaged Action and the command line, built from \`src\`; do not edit. Parts beside an entry are loaded when they are
needed: the Databricks driver when a run writes to Unity Catalog.`;

function formatLicenseCounts(packages: readonly BundledPackage[]): string {
  const groups = [...Map.groupBy(packages, ({ license }) => license)].toSorted(([a], [b]) =>
    a < b ? -1 : 1,
  );
  return [
    '## Licences\n\nIn full in [licenses.txt](licenses.txt).\n',
    '| licence | packages |',
    '|---|---|',
    ...groups.map(
      ([license, members]) =>
        `| ${license} | ${members
          .toSorted((a, b) => (a.name < b.name ? -1 : 1))
          .map(({ name, version }) => `${name} ${version}`)
          .join(', ')} |`,
    ),
  ].join('\n');
}

/** Largest first. */
function describeOrigins({ inputs }: BundleFile): string {
  if (inputs.size === 0) return 'imports of other parts';
  const sizes = new Map<string, number>();
  for (const [path, bytes] of inputs) {
    const origin = packageFolderOf(path)?.replace(/^.*node_modules\//, '') ?? 'Tributary';
    sizes.set(origin, (sizes.get(origin) ?? 0) + bytes);
  }
  const total = [...sizes.values()].reduce((sum, bytes) => sum + bytes, 0);
  return [...sizes]
    .filter(([, bytes]) => bytes >= SMALLEST_NAMED_SHARE * total)
    .toSorted(([a, aBytes], [b, bBytes]) => bBytes - aBytes || (a < b ? -1 : 1))
    .map(([origin, bytes]) => `${origin} ${kibibytes(bytes)}`)
    .join(', ');
}

function kibibytes(bytes: number): string {
  return `${Math.ceil(bytes / 1024)} KiB`;
}
