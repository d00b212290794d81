/** How the tests run: everything under test/ that ends in .test.ts. */
import { globSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { tallyReporter } from './test/house/tally.ts';

/** What looks at processes, or at what is left of them: each file in a process of its own. */
const apart = ['house/*', 'stories/outside/*', 'stories/kill', 'stories/groups/year', 'main'].map(
  name => `test/${name}.test.ts`,
);

const globalSetup = globSync('test/beforehand/*.ts');

export default defineConfig({
  test: {
    // Processes, not threads: tests start and kill things, and end what they hold when their process ends.
    pool: 'forks',
    // Half of a test is waiting. As a share, vitest would stop at 100%.
    maxWorkers: Math.ceil(1.5 * availableParallelism()),
    // Only for what never comes: how long something takes on a busy machine is nobody's fault.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    setupFiles: ['test/support/temporal-equality.ts'],
    allowOnly: false,
    reporters: ['default', tallyReporter],
    projects: [
      {
        extends: true,
        // Importing the bot takes a second; files share what they import, and close what they open.
        test: { name: 'together', include: ['test/**/*.test.ts'], exclude: apart, isolate: false, globalSetup },
      },
      { extends: true, test: { name: 'apart', include: apart } },
    ],
  },
});
