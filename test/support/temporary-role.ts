import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { inject } from 'vitest';
import { Secret } from '../../src/model/secret.ts';

/** A role of its own for a test that takes rights away; roles belong to the whole server. Dropped at the end. */
export interface TemporaryRole extends AsyncDisposable {
  readonly username: string;
  readonly password: Secret;
}

export async function temporaryRole(attributes: string): Promise<TemporaryRole> {
  const username = `role_${randomBytes(5).toString('hex')}`;
  await asAdministrator(`CREATE ROLE ${username} LOGIN PASSWORD 'role-password' ${attributes}`);
  return {
    username,
    password: new Secret('role-password'),
    [Symbol.asyncDispose]: () => asAdministrator(`DROP ROLE ${username}`),
  };
}

async function asAdministrator(statement: string): Promise<void> {
  const client = new pg.Client({ ...inject('postgres'), database: 'postgres' });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
