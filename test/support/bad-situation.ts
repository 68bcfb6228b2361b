import { expect } from 'vitest';
import type { ErrorCode } from '../../src/model/ingest-error.ts';
import type { RunReport } from '../../src/model/run-report.ts';
import type { CallMatch, Fault } from './front/fault.ts';
import { type Environment, type FrontPipeline, openFrontPipeline } from './front-pipeline.ts';
import { ROW_VALUE, shownText } from './remedy.ts';

/** Application id of the service principal that runs work as. */
export const CLIENT = '11111111-2222-4333-8444-555555555555';

/** Something about a workspace that keeps a run from working, and what the run has to say of it. */
export interface BadSituation {
  readonly name: string;
  /** What the run is given instead of what is right. */
  readonly environment?: Environment;
  /** They strike until the situation is mended. */
  readonly faults?: readonly (readonly [CallMatch, Fault])[];
  /** Changes the workspace; gives what mends it. */
  readonly spoil?: (pipeline: FrontPipeline) => () => void;
  /** At the source, before the run; an UPDATE of a row by default. */
  readonly change?: string;
  readonly code: ErrorCode;
  /** All of these are in the message. */
  readonly message: readonly string[];
  /** All of these are in the solution. */
  readonly solution: readonly string[];
}

const SETUP = `CREATE TABLE orders (id bigint PRIMARY KEY, label text); INSERT INTO orders VALUES (1, '${ROW_VALUE}');`;

/**
 * Fails unless a run in that situation says what it has to and nothing that it must not, leaves checkpoint and slot as
 * they were, and the next run goes on where the situation is mended.
 */
export async function expectClearAndHarmless(situation: BadSituation): Promise<void> {
  // GIVEN a pipeline that has ingested, with a change pending
  await using p = await openFrontPipeline(SETUP);
  const { front } = p.workspace;
  requireDone(await p.run());
  await p.source.database.sql(situation.change ?? `UPDATE orders SET label = '${ROW_VALUE}, again'`);
  const before = await p.standing();
  // WHEN
  const mend = situation.spoil?.(p);
  const faults = (situation.faults ?? []).map(([match, fault]) => front.fault(match, fault, 'always'));
  const failed = await p.run(situation.environment);
  // THEN
  const { status, error } = failed;
  expect({ status, code: error?.code }).toEqual({ status: 'failed', code: situation.code });
  for (const part of situation.message) expect(error?.message).toContain(part);
  for (const part of situation.solution) expect(error?.solution).toContain(part);
  requireClean(failed, p);
  expect(faults.filter(({ strikes }) => strikes === 0)).toEqual([]);
  expect(await p.standing()).toEqual(before);
  expect(front.open).toEqual({ sessions: 0, operations: 0 });
  // AND
  mend?.();
  for (const fault of faults) fault[Symbol.dispose]();
  requireDone(await p.run());
  const after = await p.standing();
  expect(after.checkpoint?.lsn).toBeGreaterThan(before.checkpoint?.lsn ?? 0n);
  expect(after.confirmedLsn).toBe(after.checkpoint?.lsn);
  expect(front.violations).toEqual([]);
}

/** An error of the REST API's. */
export function restAnswer(status: number, errorCode: string, message: string): Fault {
  return { tag: 'http', status, body: JSON.stringify({ error_code: errorCode, message }) };
}

function requireDone({ status, error }: RunReport): void {
  expect({ status, error }).toEqual({ status: 'done', error: null });
}

/** In all that is shown and written down: no trace of the program, no value of a row, no token. */
function requireClean(report: RunReport, { source, workspace: { front } }: FrontPipeline): void {
  shownText(report.error);
  const written = JSON.stringify([report, source.events], (_, value: unknown) =>
    typeof value === 'bigint' ? String(value) : value,
  );
  const tokens = front.calls.flatMap(
    ({ headers }) => /^bearer (.+)$/i.exec(headers['authorization'] ?? '')?.[1] ?? [],
  );
  expect(tokens.length).toBeGreaterThan(0);
  for (const secret of [...tokens, 'dapi-of-nobody', ROW_VALUE]) expect(written).not.toContain(secret);
  expect(written).not.toMatch(/\beyJ[\w-]{10,}|node_modules/);
}
