import { describe, expect, it } from 'vitest';
import { type WalReportOptions, walReport } from '../../src/ingest/wal-risk.ts';
import { formatLsn, lsnOf } from '../../src/model/lsn.ts';
import type { Slot } from '../../src/model/source-facts.ts';
import { historyEntry } from '../support/sample-history.ts';

const MIB = 1024n * 1024n;
const GIB = 1024n * MIB;
const NOW = '2026-11-22T12:00:00Z';

const SLOT: Slot = {
  name: 'orders_slot',
  type: 'logical',
  plugin: 'pgoutput',
  database: 'shop',
  temporary: false,
  active: false,
  activePid: undefined,
  walStatus: 'reserved',
  invalidationReason: undefined,
  restartLsn: lsnOf(99n * GIB),
  confirmedFlushLsn: lsnOf(99n * GIB),
  safeWalBytes: undefined,
  inactiveSinceMs: undefined,
};

function report(overrides: Partial<WalReportOptions> & { readonly slotParts?: Partial<Slot> }) {
  return walReport({
    slot: { ...SLOT, ...overrides.slotParts },
    flushLsn: lsnOf(100n * GIB),
    maxSlotWalKeepBytes: undefined,
    history: [],
    nowMs: Date.parse(NOW),
    scheduleMs: undefined,
    ...overrides,
  });
}

/** The log ended there at the start of a run. */
function logEnd(startedAt: string, lsn: bigint) {
  return historyEntry(startedAt, { from: formatLsn(lsnOf(lsn - MIB)), lagBytes: Number(MIB) });
}

/** Limits of 4 GiB, of which so much may still be written, at so much an hour. */
function limited(safeWalBytes: bigint, perHour: bigint, scheduleMs?: number) {
  return report({
    slotParts: { safeWalBytes: Number(safeWalBytes) },
    maxSlotWalKeepBytes: Number(4n * GIB),
    history: [logEnd('2026-11-22T02:00:00Z', 100n * GIB - 10n * perHour)],
    scheduleMs,
  });
}

describe('the log that a slot retains', () => {
  it('is nothing to tell of without a slot', () => {
    expect(report({ slot: undefined })).toBeUndefined();
  });

  it('has no limit but the disk where the server sets none, however fast it grows', () => {
    expect(report({ history: [logEnd('2026-11-22T11:00:00Z', 99n * GIB)] })).toEqual({
      retainedBytes: Number(GIB),
      limitBytes: null,
      safeBytes: null,
      bytesPerHour: Number(GIB),
      hoursLeft: null,
      risk: 'none',
      sentence:
        'The slot retains 1.0 GiB; the server sets no limit (max_slot_wal_keep_size), so its disk is the limit.',
    });
  });

  it.each([
    [
      3n * GIB,
      120n * MIB,
      undefined,
      'none',
      25.6,
      'at 120 MiB an hour it can be lost in 25 h without a run.',
    ],
    [
      3n * GIB,
      20n * MIB,
      undefined,
      'none',
      153.6,
      'at 20.0 MiB an hour it can be lost in 6 days without a run.',
    ],
    [
      3n * GIB,
      256n * MIB,
      undefined,
      'watch',
      12,
      'at 256 MiB an hour it can be lost in 12 h without a run. Run',
    ],
    [
      GIB,
      256n * MIB,
      undefined,
      'danger',
      4,
      'at 256 MiB an hour it can be lost in 4 h without a run. Run more',
    ],
    [3n * GIB, 256n * MIB, 8 * 3_600_000, 'danger', 12, 'in 12 h without a run. Run more often, or raise'],
    [
      64n * MIB,
      256n * MIB,
      undefined,
      'danger',
      0.25,
      'it can be lost in 15 min without a run. Run more often',
    ],
    [3n * GIB, 0n, undefined, 'none', null, 'of at most 4.0 GiB; the log does not grow.'],
  ])(
    'of which %d may be written, at %d an hour, for a schedule of %s: %s',
    (safe, perHour, schedule, risk, hours, sentence) => {
      const found = limited(safe, perHour, schedule);
      expect(found).toMatchObject({ risk, hoursLeft: hours, bytesPerHour: Number(perHour) });
      expect(found?.sentence).toContain('The slot retains 1.0 GiB of at most 4.0 GiB; ');
      expect(found?.sentence).toContain(sentence);
    },
  );

  it('is watched beyond half of the limit, even where nobody knows how fast it grows', () => {
    const found = report({
      slotParts: { safeWalBytes: Number(GIB / 2n) },
      maxSlotWalKeepBytes: Number((3n * GIB) / 2n),
    });
    expect(found).toMatchObject({ risk: 'watch', bytesPerHour: null, hoursLeft: null });
    expect(found?.sentence).toBe(
      'The slot retains 1.0 GiB of at most 1.5 GiB; how fast the log grows is not known. Run more often, or raise max_slot_wal_keep_size.',
    );
  });

  it.each([
    { walStatus: 'unreserved', safeWalBytes: 0 },
    { walStatus: 'extended', safeWalBytes: -5 },
  ])('is in danger once the server may remove it: %o', (slotParts) => {
    const found = report({ slotParts, maxSlotWalKeepBytes: Number(GIB) });
    expect(found).toMatchObject({ risk: 'danger' });
    expect(found?.sentence).toContain("can be lost at the server's next checkpoint");
  });

  it('is gone with a lost slot', () => {
    const slotParts = { walStatus: 'lost', restartLsn: undefined };
    expect(report({ slotParts, maxSlotWalKeepBytes: 1 })).toMatchObject({
      retainedBytes: null,
      risk: 'danger',
      sentence: 'Slot "orders_slot" is lost: the server has removed log that it still needed.',
    });
  });
});

describe('how fast the log grows', () => {
  const growth = (history: WalReportOptions['history']) => report({ history })?.bytesPerHour;

  it('is told by the oldest run of the last 24 hours', () => {
    expect(
      growth([
        logEnd('2026-11-22T11:00:00Z', 100n * GIB),
        logEnd('2026-11-21T16:00:00Z', 80n * GIB),
        logEnd('2026-11-20T12:00:00Z', 1n * GIB),
      ]),
    ).toBe(Number(GIB));
  });

  it('is told by the last run when it is older', () => {
    expect(growth([logEnd('2026-11-20T12:00:00Z', 52n * GIB), logEnd('2026-11-10T12:00:00Z', GIB)])).toBe(
      Number(GIB),
    );
  });

  it('is told by where a run ended whose start nobody measured', () => {
    const first = historyEntry('2026-11-22T09:59:00Z', {
      from: null,
      lagBytes: null,
      to: formatLsn(lsnOf(98n * GIB)),
    });
    expect(growth([first])).toBe(Number(GIB));
  });

  it('is not known after less than ten minutes, nor of a log that has become shorter', () => {
    expect(growth([logEnd('2026-11-22T11:55:00Z', 99n * GIB)])).toBeNull();
    expect(growth([logEnd('2026-11-22T11:00:00Z', 101n * GIB)])).toBeNull();
  });
});
