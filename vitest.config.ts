import { defineConfig } from 'vitest/config';
import { NoSilentSkips } from './test/support/no-silent-skips.ts';

const timeouts = { testTimeout: 60_000, hookTimeout: 60_000 };

// The suffix of a test file chooses its project: `*.pg.test.ts` get a PostgreSQL server, all others nothing.
export default defineConfig({
  test: {
    maxWorkers: 2,
    reporters: ['default', ['json', { outputFile: 'test-report.json' }], new NoSilentSkips()],
    projects: [
      {
        test: {
          name: 'unit',
          include: ['test/**/*.test.ts'],
          exclude: ['**/*.pg.test.ts'],
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
    ],
  },
});
