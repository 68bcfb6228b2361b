import type { SslMode } from '../model/pipeline.ts';
import { answer, unlessMatching, unlessOneOf } from './answers.ts';
import type { InitFlags } from './init-flags.ts';
import type { PlannedSource } from './init-plan.ts';
import type { Interviewer } from './interviewer.ts';

const SSL_MODES: readonly SslMode[] = ['disable', 'allow', 'prefer', 'require', 'verify-ca', 'verify-full'];

/** Where the database is and who reads it. Only what has no sensible default is a question; the rest are flags. */
export async function askSource(flags: InitFlags, interviewer: Interviewer): Promise<PlannedSource> {
  const ask = (given: string | undefined, question: Parameters<Interviewer['ask']>[0]) =>
    answer(given, question, interviewer);
  const settle = (given: string | undefined, question: Parameters<Interviewer['ask']>[0]) =>
    answer(given ?? question.fallback, question, interviewer);
  const host = await ask(flags.host, {
    flag: '--host',
    text: 'Host of PostgreSQL, as runs will reach it',
    fallback: undefined,
    refusal: unlessMatching(/^\S+$/, 'It is a host name or an address.'),
  });
  const port = await ask(flags.port, {
    flag: '--port',
    text: 'Port',
    fallback: '5432',
    refusal: (text) => (isPort(text) ? undefined : 'It is a number from 1 to 65535.'),
  });
  const database = await ask(flags.database, {
    flag: '--database',
    text: 'Database',
    fallback: undefined,
    refusal: unlessMatching(PG_NAME, NAME_WORDS),
  });
  const username = await ask(flags.user, {
    flag: '--user',
    text: 'Role that pipelines will use (it need not be there yet)',
    fallback: 'tributary',
    refusal: unlessMatching(PG_NAME, NAME_WORDS),
  });
  const sslmode = await settle(flags.sslmode, {
    flag: '--sslmode',
    text: 'sslmode',
    fallback: isLocal(host) ? 'prefer' : 'verify-full',
    refusal: unlessOneOf(SSL_MODES),
  });
  return {
    host,
    port: Number(port),
    database,
    username,
    sslmode: SSL_MODES.find((mode) => mode === sslmode) ?? 'verify-full',
    passwordVariable: await settle(flags.passwordVariable, {
      flag: '--password-variable',
      text: 'Variable with its password',
      fallback: 'PG_PASSWORD',
      refusal: (text) =>
        /^(?!GITHUB_)[A-Z_][A-Z0-9_]*$/.test(text)
          ? undefined
          : 'It is the name of a variable in capital letters, digits and "_", and of a secret on GitHub: not GITHUB_….',
    }),
    publication: await settle(flags.publication, {
      flag: '--publication',
      text: 'Publication',
      fallback: 'tributary_publication',
      refusal: unlessMatching(PG_NAME, NAME_WORDS),
    }),
  };
}

const PG_NAME = /^.{1,63}$/;
const NAME_WORDS = 'It is a name of PostgreSQL, of up to 63 characters.';

function isPort(text: string): boolean {
  return /^\d{1,5}$/.test(text) && Number(text) >= 1 && Number(text) <= 65_535;
}

function isLocal(host: string): boolean {
  return host === 'localhost' || host === '::1' || host.startsWith('127.') || host.startsWith('/');
}
