import { describe, expect, test } from 'vitest';
import { defineCommand } from '../../src/discord/command.ts';
import type { LineOptions } from '../../src/discord/line.ts';
import { button, card, row, text } from '../../src/views/card.ts';
import type { Message } from '../../src/views/message.ts';
import { withLine } from './a-line.ts';

const says = (what: string) => card('plain', [text(what), row(button('Count', 'count/again'))]);

/** /count tells what `steps` yields; pauses of a second are none here, but noted. Longer ones never end. */
function counting(steps: () => AsyncIterable<Message>) {
  const ended = Promise.withResolvers<void>();
  const pauses: number[] = [];
  async function* counted() {
    try {
      yield* steps();
    } finally {
      ended.resolve();
    }
  }
  const count = defineCommand({
    name: 'count',
    says: 'Counts',
    options: {},
    run: counted,
    components: { again: counted },
  });
  const after: LineOptions['after'] = (millis, run) => {
    if (millis > 1_000) return () => {};
    pauses.push(millis);
    const soon = setImmediate(run);
    return () => clearImmediate(soon);
  };
  return { commands: [count], options: { after }, ended: ended.promise, pauses };
}

async function* oneTwoThree() {
  yield says('One');
  yield says('Two');
  yield says('Three');
}

const edits = (discord: Parameters<Parameters<typeof withLine>[1]>[0]['discord']) =>
  discord.requests.filter(({ method }) => method === 'PATCH').length;

describe('an answer that goes on', () => {
  test('shows each message in the place of the one before, at most one a second, and ends with the last', async () => {
    const { ended, pauses, ...given } = counting(oneTwoThree);
    await withLine(given, async ({ ada, discord, callbacks }) => {
      expect(await ada.runs('/count')).toMatchObject({ text: 'One', ephemeral: true });
      await ended;
      expect(ada.sees().map(shown => shown.text)).toEqual(['Three']);
      expect(callbacks().map(({ type }) => type)).toEqual([4]);
      expect(edits(discord)).toBe(2);
      expect(pauses).toEqual([1_000, 1_000, 1_000]);
    });
  });

  test('takes the place of the panel that began it', async () => {
    const { ended, pauses, ...given } = counting(oneTwoThree);
    await withLine(given, async ({ ada, discord, callbacks }) => {
      const panel = await ada.runs('/count');
      await ended;
      await discord.until(() => ada.sees()[0]?.text === 'Three');
      await ada.clicks('Count', panel);
      await discord.until(() => edits(discord) === 4);
      await discord.idle();
      expect(callbacks().map(({ type }) => type)).toEqual([4, 7]);
      expect(ada.sees().map(shown => shown.text)).toEqual(['Three']);
    });
  });

  test('is not sent again where nothing has changed', async () => {
    async function* waiting() {
      yield says('Waiting');
      yield says('Waiting');
      yield says('Done');
    }
    const { ended, pauses, ...given } = counting(waiting);
    await withLine(given, async ({ ada, discord }) => {
      await ada.runs('/count');
      await ended;
      expect(edits(discord)).toBe(1);
      expect(ada.sees()[0]?.text).toBe('Done');
    });
  });

  test('ends when Discord takes no more, even with nothing new to say, and whoever made it is told', async () => {
    let discordNow: { clock: { advance(by: { minutes: number }): void } } | undefined;
    async function* endless() {
      for (let step = 1; ; step += 1) {
        if (step === 3) discordNow?.clock.advance({ minutes: 16 });
        yield says(`Step ${Math.min(step, 2)}`);
      }
    }
    const { ended, pauses, ...given } = counting(endless);
    await withLine(given, async ({ ada, discord, log }) => {
      discordNow = discord;
      await ada.runs('/count');
      await ended;
      await discord.idle();
      expect(edits(discord)).toBe(1);
      expect(log.filter(line => line.includes('could not be handled'))).toEqual([]);
    });
  });

  test('ends when the bot stops, without being waited for', async () => {
    const reached = Promise.withResolvers<void>();
    async function* stuck() {
      yield says('Working');
      reached.resolve();
      await Promise.withResolvers<never>().promise;
    }
    const { ended, pauses, ...given } = counting(stuck);
    await withLine(given, async ({ ada, line, log }) => {
      await ada.runs('/count');
      await reached.promise;
      await line.close();
      expect(ada.sees().map(shown => shown.text)).toEqual(['Working']);
      expect(log.filter(line => line.includes('Stopped while'))).toEqual([]);
    });
  });

  test('that breaks off leaves what it said, and admits the fault beside it', async () => {
    async function* broken() {
      yield says('Half');
      throw new Error('secret reason');
    }
    const { ended, pauses, ...given } = counting(broken);
    await withLine(given, async ({ ada, discord }) => {
      await ada.runs('/count');
      await discord.until(() => ada.sees().length === 2);
      const [half, fault] = ada.sees().map(shown => shown.text);
      expect(half).toBe('Half');
      expect(fault).toContain('Something went wrong');
    });
  });

  test('that says nothing at all is a fault, not silence', async () => {
    async function* silent() {}
    const { ended, pauses, ...given } = counting(silent);
    await withLine(given, async ({ ada }) => {
      expect((await ada.runs('/count')).text).toContain('Something went wrong');
    });
  });

  test('goes on where one of its messages is lost', async () => {
    const { ended, pauses, ...given } = counting(oneTwoThree);
    await withLine(given, async ({ ada, discord }) => {
      discord.faults.next({ route: /webhooks/, method: 'PATCH', answer: { status: 500 }, times: 3 });
      await ada.runs('/count');
      await ended;
      expect(ada.sees().map(shown => shown.text)).toEqual(['Three']);
    });
  });
});
