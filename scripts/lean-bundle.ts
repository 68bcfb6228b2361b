import { readFile } from 'node:fs/promises';
import type { OnLoadResult, Plugin, PluginBuild } from 'esbuild';

/**
 * Leaves out of a bundle what packages bring and nothing here ever reaches, most of it the Databricks driver's: that
 * halves its size. Whatever reaches for such a part after all gets an Error that names it.
 *
 * It also replaces calls that Node finds deprecated, and warns of where they do not stand below `node_modules`: in a
 * bundle. Building fails where a package no longer has the text that is replaced.
 */
export function leanBundle(): Plugin {
  return {
    name: 'lean-bundle',
    setup: (build) => {
      for (const { specifier, importer } of LEFT_OUT) leaveOut(build, specifier, importer);
      for (const rewriting of REWRITINGS) rewrite(build, rewriting);
      requireEachRewriting(build);
    },
  };
}

/** What is left out, and whose import of it is meant. */
const LEFT_OUT = [
  // A back-end in native code, for `useKernel`.
  { specifier: '../../native/kernel', importer: '/@databricks/sql/' },
  // Sign-in in a browser, and by the driver itself: it is handed our tokens.
  { specifier: 'open', importer: '/@databricks/sql/' },
  { specifier: 'openid-client', importer: '/@databricks/sql/' },
  // For its option `proxy`, with an interpreter of JavaScript in it.
  { specifier: 'proxy-agent', importer: '/@databricks/sql/' },
  // For its default logger.
  { specifier: 'winston', importer: '/@databricks/sql/' },
  // For a Node without a global URL; it would load the deprecated punycode.
  { specifier: 'whatwg-url', importer: '/node-fetch/' },
  // For the toolkit's own requests by way of a proxy: we make none of them.
  { specifier: 'undici', importer: '/@actions/http-client/' },
] as const;

interface Rewriting {
  /** The files that are rewritten, each of which must have the text. */
  readonly files: RegExp;
  readonly from: string;
  readonly to: string;
  /** Goes behind the file's own text. */
  readonly epilogue?: string;
}

const REWRITINGS: readonly Rewriting[] = [
  {
    // DEP0005
    files:
      /\/(?:node-int64\/Int64|thrift\/lib\/nodejs\/lib\/thrift\/(?:(?:http|ws|xhr)_connection|(?:buffered|framed)_transport|(?:binary|compact|json)_protocol|int64_util))\.js$/,
    from: 'new Buffer(',
    to: 'makeBuffer(',
    epilogue:
      'function makeBuffer(value, encoding) { return typeof value === "number" ? Buffer.alloc(value) : Buffer.from(value, encoding); }',
  },
  {
    // DEP0169
    files: /\/node-fetch\/lib\/index\.js$/,
    from: 'const parse_url = Url.parse;',
    to: 'const parse_url = (text) => Url.urlToHttpOptions(new URL(text));',
  },
];

function leaveOut(build: PluginBuild, specifier: string, importer: string): void {
  const filter = new RegExp(`^${specifier.replaceAll('.', '\\.')}$`);
  build.onResolve({ filter }, (wanted) =>
    wanted.importer.replaceAll('\\', '/').includes(importer)
      ? { path: specifier.replace(/^.*\.\.\//, ''), namespace: NAMESPACE }
      : undefined,
  );
  build.onLoad({ filter: /./, namespace: NAMESPACE }, ({ path }) => ({ contents: absentModule(path) }));
}

const NAMESPACE = 'left-out';

/** Loads like any module, and throws when anything of it is used. */
function absentModule(name: string): string {
  return `
    function refuse() { throw new Error(${JSON.stringify(`The bundle has no ${name}.`)}); }
    module.exports = new Proxy(refuse, { get: (_, key) => key === '__esModule' ? undefined : refuse() });`;
}

function rewrite(build: PluginBuild, { files, from, to, epilogue }: Rewriting): void {
  build.onLoad({ filter: files }, async ({ path }): Promise<OnLoadResult> => {
    const text = await readFile(path, 'utf8');
    if (!text.includes(from)) return { errors: [{ text: `${path} has no "${from}" to replace` }] };
    return { contents: [text.replaceAll(from, to), epilogue ?? ''].join('\n'), loader: 'js' };
  });
}

/** A file that has moved would go unnoticed otherwise. */
function requireEachRewriting(build: PluginBuild): void {
  build.onEnd(({ metafile }) => {
    const inputs = Object.keys(metafile?.inputs ?? {}).map((path) => `/${path}`);
    const idle = REWRITINGS.filter(({ files }) => !inputs.some((path) => files.test(path)));
    return { errors: idle.map(({ files }) => ({ text: `no file of the bundle matches ${files}` })) };
  });
}
