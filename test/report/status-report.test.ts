import { describe, expect, it } from 'vitest';
import { formatStatusesMarkdown } from '../../src/report/status-markdown.ts';
import { formatStatusText } from '../../src/report/status-text.ts';
import { lostStatus, sampleStatus } from './sample-status.ts';

const PLAIN = { colours: false, width: 100 };
const RUNNING = { name: 's', active: true, walStatus: null, restartLsn: null, confirmedFlushLsn: null };

describe('a status as text', () => {
  it('of a healthy pipeline is the text in its file', async () => {
    await expect(formatStatusText(sampleStatus(), PLAIN)).toMatchFileSnapshot('golden/status-healthy.txt');
  });

  it('of a pipeline in danger is the text in its file', async () => {
    await expect(formatStatusText(lostStatus(), PLAIN)).toMatchFileSnapshot('golden/status-danger.txt');
  });

  it.each([
    ['not begun: the first run makes the slot, and takes 3 tables', { slot: null, wal: null }],
    ['a run is under way', { slot: RUNNING, wal: null }],
  ])('says "%s"', (headline, source) => {
    const status = sampleStatus({
      source: { flushLsn: '0/1', selectedTables: 3, ...source },
      target: { checkpoint: null, tables: [], history: [] },
      lagBytes: null,
      lastRunAt: null,
    });
    expect(formatStatusText(status, PLAIN)).toBe(`✔ orders_to_lake: ${headline}\n`);
  });

  it('counts what is to be watched, and tells what the slot retains once', () => {
    const sentence = sampleStatus().source?.wal?.sentence ?? '';
    const text = formatStatusText(
      sampleStatus({
        health: 'watch',
        findings: [{ severity: 'watch', code: null, message: sentence, solution: null }],
      }),
      PLAIN,
    );
    expect(text).toContain('• orders_to_lake: healthy; 1 thing to watch');
    expect(text.split(sentence)).toHaveLength(2);
  });

  it('is behind by what the slot has confirmed where nobody looked at the target', () => {
    expect(formatStatusText(sampleStatus({ target: null }), PLAIN)).toContain(
      "behind by at most 8.7 MiB of log: slot confirmed up to 16/B374D848, the server's log ends at 16/B4000000",
    );
  });

  it('shows the tables that are not loaded first, and no more than a reader takes in', () => {
    const [loaded, loading] = sampleStatus().target?.tables ?? [];
    if (loaded === undefined || loading === undefined) throw new Error('the sample has tables');
    const tables = [...Array.from({ length: 50 }, () => loaded), loading];
    const text = formatStatusText(sampleStatus({ target: { checkpoint: null, tables, history: [] } }), PLAIN);
    expect(text.indexOf('public.events')).toBeLessThan(text.indexOf('public.orders'));
    expect(text).toContain('and 11 more tables');
  });
});

describe('a status as Markdown', () => {
  it('is the text in its file', async () => {
    await expect(formatStatusesMarkdown([sampleStatus(), lostStatus()])).toMatchFileSnapshot(
      'golden/status.md',
    );
  });
});
