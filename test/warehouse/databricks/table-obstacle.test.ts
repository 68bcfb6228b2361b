import { describe, expect, it } from 'vitest';
import { tableObstacle } from '../../../src/warehouse/databricks/table-obstacle.ts';

describe('what keeps rows from being merged into a table', () => {
  it.each([
    ['MANAGED', 'DELTA', undefined],
    ['EXTERNAL', 'DELTA', undefined],
    ['EXTERNAL', 'PARQUET', 'a table of PARQUET files'],
    ['VIEW', undefined, 'a view'],
    ['FOREIGN', 'POSTGRESQL_FORMAT', 'a foreign table'],
    ['STREAMING_TABLE', 'DELTA', 'a streaming table, which only its own pipeline writes'],
    ['SOMETHING_NEW', 'DELTA', 'not an ordinary table'],
  ])('%s of %s', (tableType, format, obstacle) => {
    expect(tableObstacle({ tableType, format })).toBe(obstacle);
  });
});
