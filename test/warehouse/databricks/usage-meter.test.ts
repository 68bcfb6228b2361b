import { describe, expect, it } from 'vitest';
import { UsageMeter } from '../../../src/warehouse/databricks/usage-meter.ts';

describe('the use of a warehouse', () => {
  it('counts every statement, and time in which several were under way once', () => {
    let nowMs = 0;
    const meter = new UsageMeter(() => nowMs);
    meter.begin();
    nowMs = 10;
    meter.begin();
    nowMs = 30;
    meter.end();
    nowMs = 40;
    expect(meter.busyMs).toBe(40);
    meter.end();
    nowMs = 1000;
    expect(meter.busyMs).toBe(40);
    meter.begin();
    nowMs = 1005;
    meter.end();
    expect(meter).toMatchObject({ statements: 3, busyMs: 45 });
  });
});
