import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseWorkspaceHost } from '../../../src/warehouse/databricks/workspace-host.ts';

const label = fc.stringMatching(/^[a-z0-9]([a-z0-9-]{0,10}[a-z0-9])?$/);
const hostName = fc
  .tuple(fc.array(label, { maxLength: 3 }), fc.stringMatching(/^[a-wyz]{2,10}$/))
  .map(([labels, last]) => [...labels.filter((part) => !part.startsWith('xn--')), last].join('.'));

describe('the host of a workspace', () => {
  it('is the same however it was pasted', () => {
    fc.assert(
      fc.property(
        hostName,
        fc.constantFrom('', 'https://', 'HTTPS://'),
        fc.constantFrom('', '/', '/?o=123', '/sql/warehouses?o=1#x', '?o=1', '#'),
        fc.boolean(),
        (host, scheme, tail, capitals) => {
          const typed = ` ${scheme}${capitals ? host.toUpperCase() : host}${tail}\n`;
          expect(parseWorkspaceHost(typed)).toEqual({ host, port: 443, origin: `https://${host}` });
        },
      ),
    );
  });

  it('keeps a port, and leaves out 443 as every client does', () => {
    fc.assert(
      fc.property(hostName, fc.integer({ min: 1, max: 65_535 }), (host, port) => {
        const origin = port === 443 ? `https://${host}` : `https://${host}:${port}`;
        expect(parseWorkspaceHost(`https://${host}:${port}/`)).toEqual({ host, port, origin });
      }),
    );
  });

  it('either makes a URL of the same host, or is refused, whatever the text', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.webUrl({ validSchemes: ['https'] })), (text) => {
        const read = parseWorkspaceHost(text);
        if (!('refusal' in read)) expect(new URL(read.origin).origin).toBe(read.origin);
      }),
      { examples: [['127.0.0.1'], ['localhost:8443']] },
    );
  });

  it.each([
    ['http://adb-1.2.azuredatabricks.net', 'begins with http://; Databricks is reached by https only'],
    ['jdbc:databricks://adb-1.2.azuredatabricks.net', 'has a port that is no number from 1 to 65535'],
    ['ftp://adb-1.2.azuredatabricks.net', 'begins with another scheme than https://'],
    ['adb-1.2 azuredatabricks.net', 'has a space in it'],
    ['token:dapi123@adb-1.2.azuredatabricks.net', 'has a user name in it'],
    ['host:0', 'has a port that is no number from 1 to 65535'],
    ['host:65536', 'has a port that is no number from 1 to 65535'],
    ['host:12:13', 'has a port that is no number from 1 to 65535'],
    ['dapi_0123', 'is not a host name'],
    ['https://', 'is not a host name'],
    [
      'accounts.cloud.databricks.com',
      'is the account console (accounts.cloud.databricks.com), which has no warehouses',
    ],
    [
      'https://accounts.azuredatabricks.net/',
      'is the account console (accounts.azuredatabricks.net), which has no warehouses',
    ],
    [
      'accounts.gcp.databricks.com',
      'is the account console (accounts.gcp.databricks.com), which has no warehouses',
    ],
  ])('refuses %s', (text, refusal) => {
    expect(parseWorkspaceHost(text)).toEqual({ refusal });
  });
});
