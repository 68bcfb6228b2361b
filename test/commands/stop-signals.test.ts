import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { StopSignals } from '../../src/commands/stop-signals.ts';

const state = ({ stop, abandon, expire }: StopSignals) =>
  [stop, abandon, expire].map(({ aborted }) => aborted);

describe('StopSignals', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('asks for a clean end at once, drops the interval five seconds later, and waits for nothing before seven', () => {
    using signals = new StopSignals();
    expect(state(signals)).toEqual([false, false, false]);
    expect(signals.receive()).toBe('wait');
    expect(state(signals)).toEqual([true, false, false]);
    vi.advanceTimersByTime(4_999);
    expect(state(signals)).toEqual([true, false, false]);
    vi.advanceTimersByTime(1);
    expect(state(signals)).toEqual([true, true, false]);
    vi.advanceTimersByTime(1_500);
    expect(state(signals)).toEqual([true, true, true]);
  });

  it('lets the second signal end the program', () => {
    using signals = new StopSignals();
    signals.receive();
    expect(signals.receive()).toBe('exit');
  });

  it('leaves no timer behind', () => {
    {
      using signals = new StopSignals();
      signals.receive();
    }
    expect(vi.getTimerCount()).toBe(0);
  });
});
