import { describe, expect, test } from 'vitest';
import { defineCommand } from '../../src/discord/command.ts';
import { button, card, row, text } from '../../src/views/card.ts';
import { again, withLine } from './a-line.ts';

const manageGuild = 1n << 5n;
const panel = () => card('plain', [text('Panel'), row(button('Apply', 'admin/apply'), button('Ask', 'admin/ask'))]);
let applied = 0;

const admin = defineCommand({
  name: 'admin',
  says: 'For organisers',
  needs: 'ManageGuild',
  subcommands: {
    own: { says: 'For oneself', options: {}, run: panel },
    all: { says: 'For all', options: {}, run: () => ({ ...panel(), isPublic: true }) },
  },
  components: {
    apply: () => {
      applied += 1;
      return card('plain', [text('Applied')]);
    },
    ask: () => ({
      title: 'Ask',
      customId: 'admin/ask',
      fields: [{ type: 18, label: 'Why', component: { type: 4, custom_id: 'why', style: 1 } }],
    }),
  },
  forms: { ask: () => card('plain', [text('Asked')]) },
});
const given = { commands: [admin] };

describe('a command for organisers', () => {
  test('rule 2.5: is offered to those with Manage Server only', async () => {
    await withLine(given, async ({ ada, guild }) => {
      expect(ada.commands().map(({ command }) => command.name)).toEqual([]);
      expect(guild.owner.commands().map(({ command }) => command.default_member_permissions)).toEqual([
        String(manageGuild),
      ]);
    });
  });

  test('answers its buttons to nobody else, where others see them', async () => {
    await withLine(given, async ({ ada, guild }) => {
      applied = 0;
      await guild.owner.runs('/admin all');
      for (const label of ['Apply', 'Ask']) {
        const refused = await ada.clicks(label);
        expect(refused).toMatchObject({ kind: 'message', ephemeral: true });
        expect(refused.text).toContain('This is for organisers');
      }
      expect(applied).toBe(0);
      expect((await guild.owner.clicks('Apply')).text).toBe('Applied');
    });
  });

  test('lets whom the server lets run it press what it shows them, for as long as it was just run', async () => {
    await withLine({ ...given, ignoreViolations: true }, async ({ ada, guild, discord, callbacks }) => {
      const [offered] = guild.owner.commands();
      const moderator = guild.createRole({ name: 'Moderator' });
      ada.gets(moderator);
      guild.overrideCommand({ id: offered?.command.id ?? '' }, [{ for: moderator, allow: true }]);
      expect((await ada.clicks('Apply', await ada.runs('/admin own'))).text).toBe('Applied');

      await ada.runs('/admin own');
      await ada.clicks('Apply', ada.sees().at(-1));
      const press = again(discord);
      if (press.type !== 3) throw new Error('Not the press of a button.');
      const id = String(BigInt(press.message.id) - (BigInt(16 * 60_000) << 22n));
      const answered = discord.nextRequest(({ route }) => route.endsWith('/callback'));
      discord.deliver({ ...press, message: { ...press.message, id } });
      await answered;
      expect(JSON.stringify(callbacks().at(-1))).toContain('This is for organisers');
    });
  });

  test('takes its forms from those who were let press the button, and from nobody who is not an organiser any more', async () => {
    await withLine({ ...given, ignoreViolations: true }, async ({ guild, discord, callbacks }) => {
      await guild.owner.clicks('Ask', await guild.owner.runs('/admin all'));
      expect((await guild.owner.submits({ Why: 'x' })).text).toBe('Asked');
      const submit = again(discord);
      const answered = discord.nextRequest(({ route }) => route.endsWith('/callback'));
      discord.deliver({ ...submit, member: { ...submit.member, permissions: '1024' } } as typeof submit);
      await answered;
      expect(JSON.stringify(callbacks().at(-1))).toContain('This is for organisers');
    });
  });
});
