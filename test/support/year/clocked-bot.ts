/** A process of its own: Cairn on the local Discord's clock. Says when it is ready, and answers whoever asks whether it lives. */
import { followClock } from '../../../playground/discord/follow-clock.ts';
import { startApp } from '../../../src/app.ts';
import { readConfig } from '../../../src/config.ts';
import { createLog } from '../../../src/log.ts';

const reading = readConfig({ ...process.env, PORT: '0' });
if ('problems' in reading) throw new Error(JSON.stringify(reading.problems));
const clock = await followClock(process.env.CLOCK_URL ?? '');
const fail = (error: Error) => {
  process.stderr.write(`${error.stack}\n`);
  process.exit(70);
};
const app = await startApp({
  config: reading.config,
  log: createLog({ level: reading.config.logLevel }),
  now: clock.now,
  onFatal: fail,
});
clock.onChange(() => app.wake());
await app.ready;
process.on('message', async asked => {
  app.wake();
  const next = asked === 'rest' ? await app.atRest(false) : undefined;
  process.send?.(next?.toString() ?? 'nothing');
});
process.on('SIGTERM', () => app.close().then(() => process.exit(0), fail));
process.send?.('ready');
