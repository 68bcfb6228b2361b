import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runCli } from '../support/cli-process.ts';
import { type Environment, openFrontPipeline } from '../support/front-pipeline.ts';
import { sampleConfig } from '../support/sample-config.ts';
import { temporaryDirectory } from '../support/temporary-directory.ts';
import { REPLICATION_USER } from '../support/test-server.ts';

const RUN = ['run', '--config', 'pipeline.yml'];
const NO_IDENTITY: Environment = { ACTIONS_ID_TOKEN_REQUEST_URL: '', ACTIONS_ID_TOKEN_REQUEST_TOKEN: '' };

interface Case {
  readonly name: string;
  /** Lines below `target:`. */
  readonly target?: readonly string[];
  readonly environment?: Environment;
  readonly exitCode: 1 | 2;
  readonly code: 'config-invalid' | 'target-authentication-failed';
  readonly says: readonly string[];
}

const CASES: readonly Case[] = [
  ...['"odd name"', '"a*b"', 'ops/stage', '"{stage}"', 'a.b.c.d'].map(
    (volume): Case => ({
      name: `a volume of the name ${volume}`,
      target: [`volume: ${volume}`],
      exitCode: 2,
      code: 'config-invalid',
      says: ['pipeline.yml', 'target.volume', '`catalog.schema.name`'],
    }),
  ),
  {
    name: 'the path of a cluster',
    environment: { DATABRICKS_HTTP_PATH: '/sql/protocolv1/o/0/0123-456789-abcdefgh' },
    exitCode: 2,
    code: 'config-invalid',
    says: ['DATABRICKS_HTTP_PATH', 'cluster', '/sql/1.0/warehouses/<id>'],
  },
  {
    name: 'no host',
    environment: { DATABRICKS_HOST: '' },
    exitCode: 2,
    code: 'config-invalid',
    says: ['target.databricks.host', 'DATABRICKS_HOST'],
  },
  {
    name: 'a token in the place of the host',
    environment: { DATABRICKS_HOST: 'dapi_of_nobody' },
    exitCode: 2,
    code: 'config-invalid',
    says: ['DATABRICKS_HOST', 'is not a host name'],
  },
  {
    name: 'a job without the permission "id-token: write"',
    target: ['databricks: { auth: { type: github_oidc } }'],
    environment: NO_IDENTITY,
    exitCode: 1,
    code: 'target-authentication-failed',
    says: ['gives this job no identity token', 'permissions:', 'id-token: write'],
  },
  {
    name: 'a job without that permission, and no other way to sign in',
    environment: NO_IDENTITY,
    exitCode: 2,
    code: 'config-invalid',
    says: ['DATABRICKS_TOKEN', 'DATABRICKS_CLIENT_SECRET', 'id-token: write'],
  },
];

describe('a configuration that cannot work is refused before anybody is called, and the next run works:', () => {
  it.each(CASES)('$name', async ({ target = [], environment, exitCode, code, says }) => {
    // GIVEN a pipeline that has ingested, with a change pending
    await using p = await openFrontPipeline(
      'CREATE TABLE orders (id bigint PRIMARY KEY); INSERT INTO orders VALUES (1)',
    );
    const { front } = p.workspace;
    const { source } = p.source.pipeline;
    const config = sampleConfig({
      target: 'unity_catalog',
      port: source.port,
      database: source.database,
      slot: source.slotName,
      passwordVariable: 'PG_PASSWORD',
    });
    await using directory = await temporaryDirectory({ 'pipeline.yml': config });
    const usual: Environment = {
      ...p.environment,
      PG_PASSWORD: REPLICATION_USER.password,
      NODE_EXTRA_CA_CERTS: front.caFile,
    };
    const run = (changes?: Environment) =>
      runCli(RUN, { directory: directory.path, environment: { ...usual, ...changes } });
    const standing = async () => ({
      confirmedLsn: await p.source.confirmedFlushLsn(),
      checkpoint: p.engine
        .state('lakehouse.orders_to_lake_raw._tributary_checkpoint')
        .checkpoint('orders_to_lake'),
    });
    expect(await run()).toMatchObject({ exitCode: 0 });
    await p.source.database.sql('INSERT INTO orders VALUES (2)');
    const before = await standing();
    front.forgetCalls();
    // WHEN
    const bad = config.replace(
      '  type: unity_catalog\n',
      (line) => line + target.map((one) => `  ${one}\n`).join(''),
    );
    await writeFile(join(directory.path, 'pipeline.yml'), bad);
    const failed = await run(environment);
    // THEN
    const output = failed.stdout + failed.stderr;
    expect({ exitCode: failed.exitCode, output }).toEqual({
      exitCode,
      output: expect.stringContaining(code),
    });
    for (const part of says) expect(output).toContain(part);
    expect(output).not.toMatch(/^\s+at |node_modules|\bundefined\b|\[object|internal-error|dapi_of_nobody/m);
    for (const secret of [REPLICATION_USER.password, p.environment['ACTIONS_ID_TOKEN_REQUEST_TOKEN']])
      expect(output).not.toContain(secret);
    expect(front.calls).toEqual([]);
    expect(await standing()).toEqual(before);
    // AND
    await writeFile(join(directory.path, 'pipeline.yml'), config);
    expect(await run()).toMatchObject({ exitCode: 0 });
    const after = await standing();
    expect(after.checkpoint?.lsn).toBeGreaterThan(before.checkpoint?.lsn ?? 0n);
    expect(after.confirmedLsn).toBe(after.checkpoint?.lsn);
  });
});
