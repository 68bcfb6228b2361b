import { describe, expect, it } from 'vitest';
import type { RunEvent } from '../../src/report/reporter.ts';
import { TerminalReporter } from '../../src/report/terminal-reporter.ts';

const STORY: readonly RunEvent[] = [
  { tag: 'stage-started', stage: 'preflight', detail: '3 tables' },
  { tag: 'stage-finished', stage: 'preflight', detail: '3 tables' },
  { tag: 'stage-started', stage: 'load', detail: 'public.orders' },
  { tag: 'progress', task: 'load public.orders', done: 500, total: 2000, unit: 'rows' },
  { tag: 'progress', task: 'load public.orders', done: 1500, total: 2000, unit: 'rows' },
  { tag: 'progress-finished', task: 'load public.orders' },
  { tag: 'stage-finished', stage: 'load', detail: '2,000 rows' },
  { tag: 'notice', text: 'a \u001b[31mnotice' },
];

/** Tells the story, one second an event unless said otherwise, and returns what was written. */
function tell(options: { isTTY: boolean; stepMs?: number; columns?: number; colours?: boolean }): string {
  const written: string[] = [];
  let nowMs = 0;
  const reporter = new TerminalReporter({
    stream: { write: (text) => written.push(text), isTTY: options.isTTY, columns: options.columns },
    colours: options.colours ?? false,
    nowMs: () => nowMs,
  });
  for (const event of STORY) {
    reporter.report(event);
    nowMs += options.stepMs ?? 1000;
  }
  reporter[Symbol.dispose]();
  return written.join('');
}

/** The escape character as a picture, which a regular expression may name. */
function legible(output: string): string {
  return output.replaceAll('\u001b', '␛');
}

/** What is on the screen after all cursor movements: enough of a terminal for what the reporter sends. */
function screenOf(output: string): readonly string[] {
  const lines: string[] = [''];
  for (const part of legible(output).split(/(␛\[\d*[AJ]|\r|\n)/)) {
    const up = /^␛\[(\d+)A$/.exec(part);
    if (up !== null) lines.splice(lines.length - 1 - Number(up[1]), Number.POSITIVE_INFINITY, '');
    else if (part === '\n') lines.push('');
    else if (part !== '\r' && part !== '␛[J') lines.push((lines.pop() ?? '') + part);
  }
  return lines;
}

describe('TerminalReporter without a terminal', () => {
  it('writes one plain line per stage and notice', () => {
    expect(tell({ isTTY: false })).toBe(
      [
        'preflight   3 tables (1.0s)',
        'load        2,000 rows (4.0s)',
        'notice: a \\u001b[31mnotice',
        '',
      ].join('\n'),
    );
  });

  it('writes a line of progress once five seconds have passed', () => {
    expect(tell({ isTTY: false, stepMs: 5000 })).toContain(
      '  load public.orders: 1,500 of 2,000 rows (75%)\n',
    );
  });
});

describe('TerminalReporter on a terminal', () => {
  it('leaves finished stages and notices on the screen, and no bar', () => {
    expect(screenOf(tell({ isTTY: true }))).toEqual([
      '✔ preflight   3 tables (1.0s)',
      '✔ load        2,000 rows (4.0s)',
      '! a \\u001b[31mnotice',
      '',
    ]);
  });

  it('draws a bar that grows with its task', () => {
    const output = tell({ isTTY: true });
    expect(output).toContain('██████░░░░░░░░░░░░░░░░░░ load public.orders  500 of 2,000 rows (25%)');
    expect(output).toContain('██████████████████░░░░░░ load public.orders  1,500 of 2,000 rows (75%)');
  });

  it('cuts live lines to the width of the terminal, because a wrapped line would not be erased', () => {
    const lines = legible(tell({ isTTY: true, columns: 30 })).split(/\n|␛\[\d+A\r␛\[J/);
    const bars = lines.filter((line) => line.includes('░'));
    expect(bars.length).toBeGreaterThan(0);
    expect(bars.every((line) => Array.from(line).length <= 29)).toBe(true);
  });

  it('does not redraw more than ten times a second', () => {
    expect(tell({ isTTY: true, stepMs: 1 })).not.toContain('1,500 of');
  });

  it('colours only when asked to', () => {
    expect(tell({ isTTY: true })).not.toContain('\u001b[32m');
    expect(tell({ isTTY: true, colours: true })).toContain('\u001b[32m✔\u001b[39m load');
  });
});
