/** How the tests run: everything under test/ that ends in .test.ts. */
import { globSync } from 'node:fs';
import { defineConfig } from 'vitest/config';
import { tallyReporter } from './test/house/tally.ts';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: globSync('test/beforehand/*.ts'),
    // Processes, not threads: a story may start and kill things, and a crash of native code ends one file only.
    pool: 'forks',
    maxWorkers: '100%',
    testTimeout: 30_000,
    hookTimeout: 60_000,
    allowOnly: false,
    reporters: ['default', tallyReporter],
  },
});
