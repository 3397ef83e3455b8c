import { defineConfig } from 'vitest/config'

/**
 * `unit` runs beside the code and against a real PostgreSQL in under a minute; `long` kills processes and fills tables,
 * `journeys` drive a browser: those two run in `script/test`.
 */
export default defineConfig({
  test: {
    // Two, as the smallest machine we care for has cores; test files share one database and are kept apart by organisation.
    maxWorkers: 2,
    globalSetup: ['test/setup/database.ts'],
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['src/**/*.test.ts', 'test/**/*.test.ts', 'script/**/*.test.ts'],
          exclude: ['test/journeys/**', 'test/long/**'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'long',
          include: ['test/long/**/*.test.ts'],
          testTimeout: 600_000,
          hookTimeout: 120_000,
          fileParallelism: false,
        },
      },
      {
        extends: true,
        test: {
          name: 'journeys',
          include: ['test/journeys/**/*.test.ts'],
          globalSetup: ['test/setup/web.ts'],
          testTimeout: 180_000,
          hookTimeout: 120_000,
          fileParallelism: false,
        },
      },
    ],
  },
})
