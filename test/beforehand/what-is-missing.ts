/** Says once, before the tests, which of them are skipped for want of a server. */
export function setup(): void {
  if (process.env.CAIRN_TEST_POSTGRES) return;
  process.stderr.write(
    'No PostgreSQL server in CAIRN_TEST_POSTGRES: its tests are skipped. `.ci/with-postgres npm test` starts one.\n',
  );
}
