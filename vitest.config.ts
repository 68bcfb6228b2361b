import { defineConfig } from 'vitest/config';
import { NoSilentSkips } from './test/support/no-silent-skips.ts';

const timeouts = { testTimeout: 60_000, hookTimeout: 60_000 };

// From PostgreSQL to the target, every row compared: the same tests over the embedded lakehouse and over Spark.
const END_TO_END = ['run', 'drift', 'converge', 'crash', 'idle', 'statement-budget', 'range-load'].map(
  (name) => `test/ingest/${name}.pg.test.ts`,
);

// The suffix of a test file chooses its project: `*.pg.test.ts` get a PostgreSQL server, `*.spark.test.ts` that and Spark
// with Delta, all others nothing.
export default defineConfig({
  test: {
    maxWorkers: 2,
    reporters: [
      'default',
      ['json', { outputFile: process.env['TRIBUTARY_TEST_REPORT'] ?? 'test-report.json' }],
      new NoSilentSkips(),
    ],
    projects: [
      {
        test: {
          name: 'unit',
          include: ['test/**/*.test.ts'],
          exclude: ['**/*.pg.test.ts', '**/*.spark.test.ts'],
          ...timeouts,
        },
      },
      {
        test: {
          name: 'pg',
          include: ['test/**/*.pg.test.ts'],
          globalSetup: ['test/support/global-setup.ts'],
          ...timeouts,
        },
      },
      {
        test: {
          name: 'spark',
          include: ['test/**/*.spark.test.ts', ...END_TO_END],
          env: { TRIBUTARY_TEST_LAKEHOUSE: 'spark' },
          globalSetup: ['test/support/global-setup.ts', 'test/support/spark/global-setup.ts'],
          testTimeout: 180_000,
          hookTimeout: 180_000,
        },
      },
    ],
  },
});
