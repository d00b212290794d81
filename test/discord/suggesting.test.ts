import { describe, expect, test } from 'vitest';
import { defineCommand } from '../../src/discord/command.ts';
import { offered } from '../../src/discord/suggesting.ts';
import { withLine } from './a-line.ts';

const line = (name: string, value = name) => ({ name, value });

describe('rule 10: what is offered to somebody who types', () => {
  test('has 25 lines at most', () => {
    expect(offered(Array.from({ length: 30 }, (_, i) => line(`n${i}`))).choices).toHaveLength(25);
  });

  test('is cut at 100 characters, never within one', () => {
    expect(offered([line(`x${'🪨'.repeat(60)}`, 'v')]).choices).toEqual([line(`x${'🪨'.repeat(49)}…`, 'v')]);
  });

  test('leaves away what cannot be sent: values that are too long, empty lines, repetitions', () => {
    const lines = [
      line('a'),
      line('b', 'a'),
      line('a', 'c'),
      line('d', 'x'.repeat(101)),
      line(' '),
      line('e', ''),
      line('f'),
    ];
    expect(offered(lines).choices).toEqual([line('a'), line('f')]);
  });
});

describe('rule 10: answering somebody who types', () => {
  const searching = Promise.withResolvers<void>();
  const never = () => {
    searching.resolve();
    return Promise.withResolvers<never>().promise;
  };
  const find = defineCommand({
    name: 'find',
    says: 'Finds',
    subcommands: {
      it: {
        says: 'It',
        options: {
          item: {
            kind: 'text',
            says: 'Which',
            required: true,
            suggest: async ({ typed, caller }) => [line(`${caller.name} ${typed}`)],
          },
          lost: { kind: 'text', says: 'Never found', suggest: never },
          torn: { kind: 'text', says: 'Fails', suggest: () => Promise.reject(new Error('torn')) },
        },
        run: () => ({ components: [] }),
      },
    },
  });

  test('works with nothing typed yet, and before other required options are there', async () => {
    await withLine({ commands: [find] }, async ({ ada }) => {
      expect(await ada.types('/find it', 'item', '')).toEqual([line('Ada ')]);
      expect(await ada.types('/find it', 'item', 'law')).toEqual([line('Ada law')]);
    });
  });

  test('offers nothing where that fails, and logs why', async () => {
    await withLine({ commands: [find] }, async ({ ada, log }) => {
      expect(await ada.types('/find it', 'torn', 'x')).toEqual([]);
      expect(log.filter(text => text.includes('Suggestions failed'))).toHaveLength(1);
    });
  });

  test('offers nothing where that takes longer than a client waits', async () => {
    await withLine({ commands: [find] }, async ({ ada, timers }) => {
      const choices = ada.types('/find it', 'lost', 'x');
      await searching.promise;
      timers.elapse();
      expect(await choices).toEqual([]);
    });
  });
});
