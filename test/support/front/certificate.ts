import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import tls from 'node:tls';
import { promisify } from 'node:util';

export interface Certificate {
  readonly key: string;
  readonly certificate: string;
  /** Where the certificate lies, for NODE_EXTRA_CA_CERTS. */
  readonly certificateFile: string;
}

/** A self-signed certificate for localhost and 127.0.0.1, made by the `openssl` command into a directory. */
export async function makeCertificate(directory: string): Promise<Certificate> {
  const keyFile = join(directory, 'key.pem');
  const certificateFile = join(directory, 'certificate.pem');
  await promisify(execFile)('openssl', [
    ...['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '2'],
    ...['-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost,IP:127.0.0.1'],
    ...['-keyout', keyFile, '-out', certificateFile],
  ]);
  return {
    key: await readFile(keyFile, 'utf8'),
    certificate: await readFile(certificateFile, 'utf8'),
    certificateFile,
  };
}

/** Makes this process trust a certificate, beside what it trusts already; disposing takes that back. */
export function trustCertificate(certificate: string): Disposable {
  const pem = certificate.trim();
  const others = () => tls.getCACertificates('default').filter((other) => other.trim() !== pem);
  tls.setDefaultCACertificates([...others(), pem]);
  return { [Symbol.dispose]: () => tls.setDefaultCACertificates(others()) };
}
