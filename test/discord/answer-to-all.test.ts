import { describe, expect, test } from 'vitest';
import { defineCommand } from '../../src/discord/command.ts';
import { button, card, row, text } from '../../src/views/card.ts';
import { withLine } from './a-line.ts';

function commands() {
  const started = Promise.withResolvers<void>();
  const release = Promise.withResolvers<void>();
  const shared = () => ({
    ...card('plain', [text('For all'), row(button('Mine', 'share/mine'))]),
    isPublic: true as const,
  });
  const slowly = async () => {
    started.resolve();
    await release.promise;
    return shared();
  };
  const share = defineCommand({
    name: 'share',
    says: 'Shares',
    subcommands: {
      now: { says: 'Now', options: {}, run: shared },
      later: { says: 'Later', options: {}, run: slowly },
      panel: {
        says: 'A panel',
        options: {},
        run: () => card('plain', [text('Panel'), row(button('Share', 'share/now'), button('Later', 'share/later'))]),
      },
    },
    components: { now: shared, later: slowly, mine: () => card('plain', [text('Mine')]) },
  });
  return { commands: [share], started: started.promise, release: release.resolve };
}

const texts = (member: { sees(): readonly { text: string }[] }) => member.sees().map(shown => shown.text);

describe('an answer for all', () => {
  test('is seen by everybody in the channel, and its buttons answer each alone', async () => {
    await withLine(commands(), async ({ ada, guild }) => {
      expect(await ada.runs('/share now')).toMatchObject({ text: 'For all', ephemeral: false });
      expect(texts(guild.owner)).toEqual(['For all']);
      expect(await guild.owner.clicks('Mine')).toMatchObject({ kind: 'message', text: 'Mine', ephemeral: true });
      expect(texts(ada)).toEqual(['For all']);
    });
  });

  test('leaves the panel as it is on which it was asked for', async () => {
    await withLine(commands(), async ({ ada, guild }) => {
      await ada.clicks('Share', await ada.runs('/share panel'));
      expect(texts(ada)).toEqual(['Panel', 'For all']);
      expect(texts(guild.owner)).toEqual(['For all']);
    });
  });

  test.each(['command', 'panel'])('is for all after a deferral, too: asked for by a %s', async way => {
    const { started, release, ...given } = commands();
    await withLine(given, async ({ ada, guild, discord, timers }) => {
      const asked = way === 'command' ? ada.runs('/share later') : ada.clicks('Later', await ada.runs('/share panel'));
      await started;
      const deferred = discord.nextRequest(({ route }) => route.endsWith('/callback'));
      timers.elapse();
      await deferred;
      release();
      await discord.until(() => guild.owner.sees().length > 0);
      expect(texts(guild.owner)).toEqual(['For all']);
      expect(texts(ada)).toEqual([
        way === 'command' ? '### Posted\nEverybody in this channel can see it.' : 'Panel',
        'For all',
      ]);
      if (way === 'command') await asked;
    });
  });
});
