import { execFile } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs, promisify } from 'node:util';
import pg from 'pg';
import { startLocalPostgres } from '../src/demo/local-postgres.ts';
import { PROFILES, type ProfileInput, type ProfileName, type ProfileResult } from './profiles.ts';
import { BENCH_TABLES, changeShop, createShop, LOADED_ROWS } from './shop-workload.ts';

const run = promisify(execFile);

const { values: options } = parseArgs({
  options: {
    /** Of some 8,250 changes each. */
    rounds: { type: 'string', default: '100' },
    repeats: { type: 'string', default: '3' },
    profile: { type: 'string', multiple: true },
  },
});

const profiles = PROFILES.filter((name) => options.profile?.includes(name) ?? true);
const directory = path.resolve('.tributary/bench');
await mkdir(directory, { recursive: true });
await using server = await startLocalPostgres({
  dataDirectory: path.join(directory, 'postgres'),
  persistent: false,
  settings: { max_wal_size: '8GB', shared_buffers: '512MB', autovacuum: 'off' },
});
const connection = {
  host: server.host,
  port: server.port,
  user: server.superuser,
  password: server.password.reveal(),
};
const client = new pg.Client({ ...connection, database: 'postgres' });
await client.connect();
await createShop(client);
await client.query(`CREATE PUBLICATION bench FOR TABLE ${BENCH_TABLES.join(', ')}`);
await client.query("SELECT pg_create_logical_replication_slot('bench_origin', 'pgoutput')");
const loadedRows = Object.values(LOADED_ROWS).reduce((sum, rows) => sum + rows, 0);
const changes = await changeShop(client, Number(options.rounds));
await client.query('CHECKPOINT');
const { rows } = await client.query<{ lsn: string }>('SELECT pg_current_wal_flush_lsn()::text AS lsn');
const flushLsn = rows[0]?.lsn ?? '0/0';

const results: (ProfileResult & { readonly items: number })[] = [];
// Side by side in one run, and round about, so that a slow moment of the machine hits all of them.
for (let repeat = 0; repeat < Number(options.repeats); repeat++) {
  for (const profile of profiles) results.push(await measure(profile, `bench_${profile}_${repeat}`));
}
await client.end();

async function measure(
  profile: ProfileName,
  slotName: string,
): Promise<ProfileResult & { readonly items: number }> {
  const followsLog = profile !== 'copy' && profile !== 'snapshot';
  // Every profile reads a slot of its own with the same contents; the snapshot profile makes its slot itself.
  if (followsLog)
    await client.query(`SELECT pg_copy_logical_replication_slot('bench_origin', '${slotName}')`);
  const input: ProfileInput = { profile, ...connection, database: 'postgres', slotName, flushLsn };
  const { stdout } = await run(process.execPath, [path.join(import.meta.dirname, 'profile-process.ts')], {
    env: { ...process.env, TRIBUTARY_BENCH_INPUT: JSON.stringify(input) },
  });
  await client.query(
    'SELECT pg_drop_replication_slot(slot_name) FROM pg_replication_slots WHERE slot_name = $1 AND NOT active',
    [slotName],
  );
  const result: ProfileResult = JSON.parse(stdout);
  return { ...result, items: followsLog ? changes : loadedRows };
}

const BASELINES: Readonly<Partial<Record<ProfileName, ProfileName>>> = {
  drain: 'ceiling',
  run: 'ceiling',
  snapshot: 'copy',
};

const summary = profiles.map((profile) => {
  const own = results.filter((result) => result.profile === profile);
  const baseline = BASELINES[profile];
  const seconds = median(own.map((result) => result.seconds));
  const baselineSeconds = median(
    results.filter((result) => result.profile === baseline).map((result) => result.seconds),
  );
  return {
    profile,
    items: own[0]?.items ?? 0,
    seconds,
    perSecond: Math.round((own[0]?.items ?? 0) / seconds),
    ratio: Number.isNaN(baselineSeconds) ? null : baselineSeconds / seconds,
    baseline: baseline ?? null,
    peakMemoryMb: Math.max(...own.map((result) => result.peakMemoryMb)),
    stagedMb: own[0]?.stagedMb ?? 0,
    stages: own[0]?.stages ?? {},
  };
});

await mkdir('bench-results', { recursive: true });
const file = path.join('bench-results', `${new Date().toISOString().replaceAll(/[:.]/g, '-')}.json`);
await writeFile(
  file,
  JSON.stringify({ changes, loadedRows, node: process.version, summary, results }, null, 2),
);
console.table(
  Object.fromEntries(
    summary.map(({ profile, items, seconds, perSecond, ratio, baseline, peakMemoryMb, stagedMb }) => [
      profile,
      {
        'rows or changes': items,
        seconds: seconds.toFixed(2),
        'per second': perSecond,
        ratio: ratio === null ? '' : `${ratio.toFixed(2)} of ${baseline}`,
        'peak MB': Math.round(peakMemoryMb),
        'staged MB': stagedMb.toFixed(1),
      },
    ]),
  ),
);
for (const { profile, stages } of summary) {
  if (Object.keys(stages).length > 0) console.log(profile, 'ms by stage:', JSON.stringify(stages));
}
console.log(`written to ${file}`);

function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? Number.NaN;
}
