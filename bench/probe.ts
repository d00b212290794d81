/** Loaded into a bot before the bot itself: tells the bench over IPC what the process has used so far. */
import { writeFileSync } from 'node:fs';
import { Session } from 'node:inspector/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { Answers, Question } from './bots.ts';

let session: Session | undefined;

const answers: { readonly [Ask in keyof Answers]: (file: string) => Answers[Ask] | Promise<Answers[Ask]> } = {
  /** All threads, in microseconds. */
  cpu: () => {
    const { user, system } = process.cpuUsage();
    return user + system;
  },
  /** What is left after a full collection, in bytes. */
  memory: () => {
    setFlagsFromString('--expose-gc');
    const collect = runInNewContext('gc') as () => void;
    collect();
    collect();
    const { rss, heapUsed, external } = process.memoryUsage();
    return { rss, heapUsed, external };
  },
  startProfile: async () => {
    session = new Session();
    session.connect();
    await session.post('Profiler.enable');
    await session.post('Profiler.setSamplingInterval', { interval: 100 });
    await session.post('Profiler.start');
    return true as const;
  },
  stopProfile: async file => {
    const stopped = await session?.post('Profiler.stop');
    session?.disconnect();
    writeFileSync(file, JSON.stringify(stopped?.profile));
    return true as const;
  },
  pictures: async () => (await import('./draw-fifty.ts')).drawFifty(),
};

process.on('message', async ({ id, ask, file = '' }: Question) => {
  process.send?.({ id, answer: await answers[ask](file) });
});
// The bench is gone: nobody would end this process any more.
process.on('disconnect', () => process.exit());
process.channel?.unref();
