/** Starts Cairn (without a token: the playground) and stops it at a signal. */
import { enableCompileCache } from 'node:module';

// Before anything large is loaded; therefore the other imports of this file wait.
enableCompileCache('var/compile-cache');
const { describeProblems, readConfig, readEnvFile } = await import('./config.ts');
const { createLog } = await import('./log.ts');

const settings = readEnvFile('.env') ?? readConfig(process.env);
if ('problems' in settings) {
  process.stderr.write(describeProblems(settings.problems));
  process.exit(78);
}
const { config } = settings;
const log = createLog({ level: config.logLevel, secrets: [config.discordToken] });

/** A fault with an exit code is worded for the person who starts Cairn; any other is a defect. */
const fail = (fault: unknown): never => {
  const foreseen = fault instanceof Error && 'exitCode' in fault && typeof fault.exitCode === 'number';
  if (foreseen) process.stderr.write(`${fault.message}\n`);
  else log.fatal({ err: fault }, 'Cairn stopped: an unexpected fault');
  process.exit(foreseen ? Number(fault.exitCode) : 70);
};
let stoppedAt: number | undefined;
const stop = () => {
  // Ctrl-C under npm arrives twice, from the terminal and from npm: only a later one means "at once".
  if (stoppedAt !== undefined) return performance.now() - stoppedAt > 500 ? process.exit(1) : undefined;
  stoppedAt = performance.now();
  setTimeout(() => fail(new Error('Closing took longer than 10 s')), 10_000);
  running.then(app => app.close()).then(() => process.exit(0), fail);
};
process.on('SIGTERM', stop).on('SIGINT', stop).on('uncaughtException', fail);
const options = { config, log, onFatal: fail };
const running = config.discordToken
  ? import('./app.ts').then(({ startApp }) => startApp(options))
  : import('../playground/main.ts').then(({ main }) => main(options));
await running.then(app => app.ready).then(() => log.info('Cairn is ready'), fail);
