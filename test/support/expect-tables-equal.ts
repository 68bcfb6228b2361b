import { type CompareOptions, compareTable, type RowDifference } from '../../src/demo/compare.ts';

/** Differences that a failure shows; the rest are counted. */
const SHOWN_DIFFERENCES = 20;

/**
 * Fails unless the target table equals the whole source table, type by type and value by value, rows marked
 * `_deleted` and the metadata columns left out. The message shows keys, columns and both values.
 */
export async function expectTablesEqual(options: CompareOptions): Promise<void> {
  const comparison = await compareTable(options);
  const differences = [
    ...comparison.columnDifferences,
    ...comparison.rowDifferences.slice(0, SHOWN_DIFFERENCES).map(describeDifference),
  ];
  if (differences.length === 0) return;
  const hidden = comparison.rowDifferences.length - SHOWN_DIFFERENCES;
  throw new Error(
    [
      `${options.targetTable} (${comparison.targetRows} rows) differs from ${options.sourceTable} (${comparison.sourceRows} rows):`,
      ...differences.map((line) => `  ${line}`),
      ...(hidden > 0 ? [`  … and ${hidden} more rows`] : []),
    ].join('\n'),
  );
}

function describeDifference(difference: RowDifference): string {
  switch (difference.tag) {
    case 'missing':
      return `${difference.key}: missing in the target`;
    case 'surplus':
      return `${difference.key}: in the target only`;
    case 'duplicate':
      return `${difference.key}: more than once in the target`;
    case 'different': {
      const columns = difference.columns.map(
        ({ column, source, target }) =>
          `${column}: ${JSON.stringify(source)} became ${JSON.stringify(target)}`,
      );
      return `${difference.key}: ${columns.join(', ')}`;
    }
    default:
      return difference satisfies never;
  }
}
