/** Before the tests: the name of this run, which the databases carry that it makes. They go with it. */
import { randomBytes } from 'node:crypto';

export function setup(): void {
  process.env.CAIRN_TEST_RUN = randomBytes(4).toString('hex');
}

export async function teardown(): Promise<void> {
  // Only now: it reads the name.
  const { dropDatabases } = await import('../support/postgres-server.ts');
  await dropDatabases();
}
