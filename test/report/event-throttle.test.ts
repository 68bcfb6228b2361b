import { describe, expect, it } from 'vitest';
import { EventThrottle } from '../../src/report/event-throttle.ts';
import type { RunEvent } from '../../src/report/reporter.ts';

const merge = (tag: 'stage-started' | 'stage-finished'): RunEvent => ({ tag, stage: 'merge', detail: '' });
const progress = (task: string): RunEvent => ({ tag: 'progress', task, done: 1, total: 2, unit: 'rows' });

function throttleWithClock() {
  const clock = { nowMs: 0 };
  return { clock, throttle: new EventThrottle(() => clock.nowMs) };
}

describe('EventThrottle', () => {
  it('shows the first visit of a stage, with its end', () => {
    const { throttle } = throttleWithClock();
    expect([throttle.admits(merge('stage-started')), throttle.admits(merge('stage-finished'))]).toEqual([
      true,
      true,
    ]);
  });

  it('hides a visit soon after, end included, and shows one five seconds later', () => {
    const { clock, throttle } = throttleWithClock();
    throttle.admits(merge('stage-started'));
    throttle.admits(merge('stage-finished'));
    clock.nowMs = 4_999;
    expect(throttle.admits(merge('stage-started'))).toBe(false);
    expect(throttle.admits(merge('stage-finished'))).toBe(false);
    clock.nowMs = 5_000;
    expect(throttle.admits(merge('stage-started'))).toBe(true);
    expect(throttle.admits(merge('stage-finished'))).toBe(true);
  });

  it('shows progress every five seconds, task by task, and none for short tasks', () => {
    const { clock, throttle } = throttleWithClock();
    const shown: string[] = [];
    for (clock.nowMs = 0; clock.nowMs <= 11_000; clock.nowMs += 1_000)
      for (const task of ['load a', 'load b'])
        if (throttle.admits(progress(task))) shown.push(`${clock.nowMs} ${task}`);
    expect(shown).toEqual(['5000 load a', '5000 load b', '10000 load a', '10000 load b']);
  });

  it('shows every notice', () => {
    const { throttle } = throttleWithClock();
    expect([1, 2, 3].map(() => throttle.admits({ tag: 'notice', text: 'x' }))).toEqual([true, true, true]);
  });
});
