import { describe, expect, it } from 'vitest';
import {
  buildAdvance,
  buildClaim,
  buildCreateState,
  buildInsertCheckpoint,
  buildLoadCheckpoint,
  type CheckpointWrite,
  STATE_TABLE,
} from '../../src/checkpoint/checkpoint-sql.ts';
import type { Checkpoint } from '../../src/model/checkpoint.ts';
import { parseLsn } from '../../src/model/lsn.ts';
import { SAMPLE_CHECKPOINT, SAMPLE_RECORD } from '../support/checkpoint.ts';
import { DIALECTS, goldenFile } from '../support/golden.ts';

const STATE = { catalog: 'lakehouse', schema: 'postgres_raw', table: STATE_TABLE };
const WRITE: CheckpointWrite = {
  state: STATE,
  pipeline: `o'rd\\ers \${env:HOME} "1"`,
  epoch: 7,
  runId: "run'1",
  writtenAt: 1_767_225_600_000_000n,
};
const CHECKPOINT: Checkpoint = { ...SAMPLE_CHECKPOINT, lsn: parseLsn('16/B374D848'), slotName: "slot'1\\" };

describe.each(DIALECTS)('checkpoint SQL for $name', ({ dialect }) => {
  it('is the text in its file', async () => {
    const statements = [
      buildCreateState(dialect, STATE),
      buildLoadCheckpoint(dialect, STATE, WRITE.pipeline),
      buildInsertCheckpoint(dialect, WRITE, CHECKPOINT),
      buildClaim(dialect, WRITE),
      buildAdvance(dialect, WRITE, CHECKPOINT, SAMPLE_RECORD),
    ];
    await expect(`${statements.join(';\n\n')};\n`).toMatchFileSnapshot(goldenFile('checkpoint', dialect));
  });
});
