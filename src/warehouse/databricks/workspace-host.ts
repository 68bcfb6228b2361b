/** A workspace as requests need it. */
export interface WorkspaceHost {
  /** Lower case, without scheme and port: `adb-1.2.azuredatabricks.net`. */
  readonly host: string;
  readonly port: number;
  /** `https://host`, with the port where it is not 443. */
  readonly origin: string;
}

const HTTPS_PORT = 443;
const HOST_LABEL = '[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?';
const HOST_NAME = new RegExp(`^${HOST_LABEL}(?:\\.${HOST_LABEL})*$`);
/** Where accounts are administered; it has no warehouses. */
const ACCOUNT_CONSOLE =
  /^accounts(?:-[a-z0-9-]+)?\.(?:[a-z]+\.)?(?:azure)?databricks\.(?:com|net|us|azure\.us)$/;

/**
 * Reads a host as people paste it: with a scheme, a port, a path or a query of the browser's address line.
 *
 * Gives what is wrong, in words that follow the setting's name; they never quote the text, which may be a token that
 * got into the wrong variable.
 */
export function parseWorkspaceHost(text: string): WorkspaceHost | { readonly refusal: string } {
  const trimmed = text.trim();
  if (/\s/.test(trimmed)) return { refusal: 'has a space in it' };
  const scheme = /^([a-z][a-z0-9+.-]*):\/\//i.exec(trimmed);
  const schemeName = scheme?.[1]?.toLowerCase() ?? 'https';
  if (schemeName === 'http') return { refusal: 'begins with http://; Databricks is reached by https only' };
  if (schemeName !== 'https') return { refusal: 'begins with another scheme than https://' };
  const authority = trimmed.slice(scheme?.[0].length ?? 0).replace(/[/?#].*$/s, '');
  if (authority.includes('@')) return { refusal: 'has a user name in it' };
  return readAuthority(authority);
}

function readAuthority(authority: string): WorkspaceHost | { readonly refusal: string } {
  const [name = '', portText, ...rest] = authority.split(':');
  const host = name.toLowerCase().replace(/\.$/, '');
  const port = portText === undefined ? HTTPS_PORT : readPort(portText);
  if (port === undefined || rest.length > 0)
    return { refusal: 'has a port that is no number from 1 to 65535' };
  if (!isHostName(host)) return { refusal: 'is not a host name' };
  if (ACCOUNT_CONSOLE.test(host)) {
    return { refusal: `is the account console (${host}), which has no warehouses` };
  }
  return { host, port, origin: `https://${host}${port === HTTPS_PORT ? '' : `:${port}`}` };
}

/** URL reads some names as numbers: `0` would become `0.0.0.0`. */
function isHostName(host: string): boolean {
  const url = `https://${host}`;
  return host.length <= 253 && HOST_NAME.test(host) && URL.canParse(url) && new URL(url).host === host;
}

function readPort(text: string): number | undefined {
  if (!/^[0-9]{1,5}$/.test(text)) return undefined;
  const port = Number(text);
  return port >= 1 && port <= 65_535 ? port : undefined;
}
