import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { formatCount } from '../report/quantity.ts';
import { doRushHour } from './business.ts';
import { playRun, requireEqual, requireHeld, runArguments, type Scene, shownCommand } from './scene.ts';
import { SHOP } from './shop.ts';
import type { RunningCommand } from './tributary-command.ts';

/** On a fast machine a run may end before it can be killed; then there is another rush hour. */
const MOST_RUSH_HOURS = 4;
/** How often we look how far a run is. A run of a rush hour takes a second. */
const POLL_MS = 4;

/** A moment of a run: says in words that it has come, or nothing. */
type Moment = (scene: Scene, startedAtMs: number) => Promise<string | undefined>;

const MOMENTS: readonly Moment[] = [whenHalfIsSent, whenFilesAreStaged];

/**
 * Runs are killed, without any warning, while they read the log and while they stage and merge; the one after goes
 * on as if nothing had happened.
 */
export async function playCrash(scene: Scene): Promise<void> {
  await playRushHour(scene);
  let rushHours = 1;
  for (const moment of MOMENTS) {
    while (!(await killRun(scene, moment))) {
      requireHeld(rushHours < MOST_RUSH_HOURS, 'Every run ended before it could be killed.');
      scene.narrator.say('That run was done before it could be killed.');
      await playRushHour(scene);
      rushHours++;
    }
  }
  const report = await playRun(scene);
  requireHeld(report.status === 'done' && report.caughtUp, 'The next run should have caught up.');
  const rows = await requireEqual(scene);
  scene.narrator.held(`The next run recovered by itself. Equal again: ${rows}.`);
}

async function playRushHour({ client, narrator }: Scene): Promise<void> {
  const changes = await doRushHour(client);
  narrator.say(`At the source: a rush hour of ${formatCount(changes)} changes.`);
}

/** Starts a run and kills it at the moment; false when it had ended by then. */
async function killRun(scene: Scene, moment: Moment): Promise<boolean> {
  const { narrator } = scene;
  const args = runArguments(scene);
  const before = await readSlot(scene);
  const startedAtMs = Date.now();
  const run = scene.tributary.start(args);
  const what = await waitForMoment(scene, run, async () => await moment(scene, startedAtMs));
  run.child.kill('SIGKILL');
  const { exitCode } = await run.result;
  if (exitCode !== null || what === undefined) return false;
  const after = await readSlot(scene);
  // It may have been past everything when the signal arrived.
  if (after.confirmed !== before.confirmed) return false;
  narrator.command(`${shownCommand(args)} & … kill -9 $!`);
  narrator.held(`Killed when ${what}. Nothing of it is acknowledged: PostgreSQL still has it all.`);
  await waitUntilReleased(scene);
  return true;
}

async function waitForMoment(
  scene: Scene,
  { child }: RunningCommand,
  look: () => Promise<string | undefined>,
): Promise<string | undefined> {
  while (child.exitCode === null && child.signalCode === null) {
    const what = await look();
    if (what !== undefined) return what;
    await pause(scene);
  }
  return undefined;
}

/** How much of the pending log PostgreSQL has sent to whoever reads the slot. */
async function whenHalfIsSent({ client }: Scene): Promise<string | undefined> {
  const result = await client.query<{ percent: number }>(
    /*sql*/ `
    SELECT floor(100 * (r.sent_lsn - s.confirmed_flush_lsn)
      / greatest(pg_current_wal_flush_lsn() - s.confirmed_flush_lsn, 1))::int AS percent
    FROM pg_replication_slots s JOIN pg_stat_replication r ON r.pid = s.active_pid
    WHERE s.slot_name = $1`,
    [SHOP.slot],
  );
  const percent = result.rows[0]?.percent ?? 0;
  return percent < 50 ? undefined : `${percent} % of the log had been sent to it`;
}

/** Files of changes lie beside the lakehouse: the rest is staged next, then all of it merged. */
async function whenFilesAreStaged({ files }: Scene, startedAtMs: number): Promise<string | undefined> {
  const directory = `${files.lakehouse}.staging`;
  const names = await readdir(directory, { recursive: true }).catch(() => []);
  for (const name of names.filter((path) => path.endsWith('.parquet'))) {
    const file = await stat(join(directory, name)).catch(() => undefined);
    // A run that was killed earlier leaves its own.
    if (file !== undefined && file.mtimeMs >= startedAtMs)
      return 'its first changes lay staged beside the lakehouse';
  }
  return undefined;
}

interface Slot {
  readonly confirmed: string;
  readonly active: boolean;
}

async function readSlot({ client }: Scene): Promise<Slot> {
  const result = await client.query<{ confirmed: string; active: boolean }>(
    /*sql*/ `SELECT confirmed_flush_lsn::text AS confirmed, active FROM pg_replication_slots WHERE slot_name = $1`,
    [SHOP.slot],
  );
  const [slot] = result.rows;
  requireHeld(slot !== undefined, `The replication slot ${SHOP.slot} is gone.`);
  return slot;
}

/** PostgreSQL takes a moment to notice that its client has died. */
async function waitUntilReleased(scene: Scene): Promise<void> {
  while ((await readSlot(scene)).active) await pause(scene);
}

async function pause({ signal }: Scene): Promise<void> {
  signal.throwIfAborted();
  await new Promise((wake) => setTimeout(wake, POLL_MS));
}
