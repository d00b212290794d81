import { MessageFlags, Routes } from 'discord.js';
import { describe, expect, test } from 'vitest';
import { defineCommand, type Request } from '../../src/discord/command.ts';
import { inTransaction } from '../../src/store/database.ts';
import { StoreBusy } from '../../src/store/faults.ts';
import { raise } from '../../src/store/notices.ts';
import { button, card, row, text } from '../../src/views/card.ts';
import { again, withLine } from './a-line.ts';

const shows = (...lines: string[]) => card('plain', [text(...lines)]);
const tell = ({ caller, locale }: Request, ...more: string[]) =>
  shows(`${caller.name} ${caller.permissions}`, locale, ...more);

const ask = defineCommand({
  name: 'ask',
  says: 'Asks',
  subcommands: {
    me: { says: 'Me', options: {}, run: request => tell(request) },
    that: {
      says: 'That',
      options: {
        what: { kind: 'text', says: 'What', required: true, suggest: async () => [] },
        how: { kind: 'text', says: 'How', choices: { loud: 'Loudly' } },
      },
      run: ({ given }) => shows(given.what, given.how ?? 'no how'),
    },
    whom: {
      says: 'Whom',
      options: {
        who: { kind: 'member', says: 'Who' },
        file: { kind: 'file', says: 'File' },
        twice: { kind: 'flag', says: 'Twice' },
      },
      run: ({ given: { who, file, twice } }) =>
        shows(`${who?.name} ${who?.userId}`, `${file?.name} ${file?.size}`, `${twice}`),
    },
    panel: {
      says: 'A panel',
      options: {},
      run: () => card('plain', [text('Panel'), row(button('Old', 'ask/gone/1'), button('Break', 'ask/break'))]),
    },
  },
  components: {
    press: request => tell(request, ...request.args),
    break: () => Promise.reject(new Error('secret reason')),
  },
});

const failing = (name: string, error: Error) =>
  defineCommand({ name, says: 'Fails', options: {}, run: () => Promise.reject(error) });

const commands = [
  ask,
  failing('fault', new TypeError('secret reason')),
  failing('busy', new StoreBusy('secret reason')),
];

describe('handling an interaction', () => {
  test('rules 14 and 17: a handler learns who asks, with which permissions, and in which language to answer', async () => {
    await withLine({ commands }, async ({ guild }) => {
      const grace = guild.join({ name: 'grace', displayName: 'Grace', locale: 'de' });
      expect((await grace.runs('/ask me')).text).toBe(
        `Grace ${guild.permissionsOf(grace, guild.channel('general'))}\nen`,
      );
    });
  });

  test('rule 11: what is typed reaches the handler as it is, chosen or not', async () => {
    await withLine({ commands }, async ({ ada }) => {
      expect((await ada.runs('/ask that', { what: 'anything', how: 'loud' })).text).toBe('anything\nloud');
      expect((await ada.runs('/ask that', { what: 'a/b' })).text).toBe('a/b\nno how');
    });
  });

  test('members, files and flags reach the handler with what Discord says of them', async () => {
    await withLine({ commands }, async ({ ada, guild }) => {
      const grace = guild.join({ name: 'grace', displayName: 'Grace' });
      grace.becomes({ nick: 'Amazing Grace' });
      const file = { name: 'work.txt', bytes: Buffer.from('Work') };
      const shown = await ada.runs('/ask whom', { who: grace, file, twice: false });
      expect(shown.text).toBe(`Amazing Grace ${grace.id}\nwork.txt 4\nfalse`);
      expect((await ada.runs('/ask whom', { who: ada })).text).toBe(`Ada ${ada.id}\nundefined undefined\nundefined`);
    });
  });

  test('rule 14: a public panel answers each who presses it, alone, and stays as it is', async () => {
    await withLine({ commands, before: (_, guild) => grantSending(guild) }, async ({ ada, guild, line, discord }) => {
      const { id } = guild.channel('general');
      const { components } = card('plain', [text('For all'), row(button('Press', 'ask/press/x/y'))]);
      const body = { flags: MessageFlags.IsComponentsV2, components, allowed_mentions: { parse: [] } };
      await line.client.rest.post(Routes.channelMessages(id), { body });
      const shown = await ada.clicks('Press');
      expect(shown).toMatchObject({ kind: 'message', ephemeral: true });
      expect(shown.text).toMatch(/^Ada \d+\nen\nx\ny$/);
      expect(
        discord
          .guild('Learners')
          .owner.sees()
          .map(({ text }) => text),
      ).toEqual(['For all']);
    });
  });

  test('rule 15: a button from before a change says so and leads on', async () => {
    await withLine({ commands }, async ({ ada, log }) => {
      const shown = await ada.clicks('Old', await ada.runs('/ask panel'));
      expect(shown.text).toContain('This panel is outdated');
      expect(shown.buttons.map(({ customId }) => customId)).toEqual(['help/open']);
      expect(log.filter(line => line.includes('"ask":"ask/gone"'))).toHaveLength(1);
    });
  });

  test.each([
    ['a command that is gone', { name: 'gone' }],
    ['a subcommand that is gone', { options: [{ type: 1, name: 'gone', options: [] }] }],
    ['an option that is gone', { options: [{ type: 1, name: 'me', options: [{ type: 3, name: 'x', value: 'y' }] }] }],
    [
      'a choice that is gone',
      {
        options: [
          {
            type: 1,
            name: 'that',
            options: [
              { type: 3, name: 'what', value: 'y' },
              { type: 3, name: 'how', value: 'z' },
            ],
          },
        ],
      },
    ],
    ['an option that is required now', { options: [{ type: 1, name: 'that', options: [] }] }],
    [
      'an option of another kind now',
      { options: [{ type: 1, name: 'whom', options: [{ type: 3, name: 'who', value: 'Grace' }] }] },
    ],
    [
      'a flag that is none',
      { options: [{ type: 1, name: 'whom', options: [{ type: 3, name: 'twice', value: 'yes' }] }] },
    ],
    ['the name of an inherited property', { options: [{ type: 1, name: 'constructor', options: [] }] }],
  ])('rule 15: %s is answered as outdated', async (_, data) => {
    await withLine({ commands, ignoreViolations: true }, async ({ ada, discord, callbacks }) => {
      await ada.runs('/ask me');
      const last = again(discord);
      const answered = discord.nextRequest(({ route }) => route.endsWith('/callback'));
      discord.deliver({ ...last, data: { ...last.data, ...data } } as typeof last);
      await answered;
      expect(JSON.stringify(callbacks().at(-1))).toContain('This panel is outdated');
    });
  });

  test('rule 18: outside a server the bot says where to ask, without a channel or a member', async () => {
    await withLine({ commands, ignoreViolations: true }, async ({ ada, discord, callbacks }) => {
      await ada.runs('/ask me');
      const { member, guild_id, guild, channel, channel_id, ...rest } = again(discord);
      const answered = discord.nextRequest(({ route }) => route.endsWith('/callback'));
      discord.deliver({ ...rest, user: member?.user, context: 1 } as unknown as typeof discord.lastInteraction &
        object);
      await answered;
      expect(JSON.stringify(callbacks().at(-1))).toContain('Please ask me on the server');
    });
  });

  test('a fault is admitted with a number that the log has too, and without its reason', async () => {
    await withLine({ commands }, async ({ ada, log }) => {
      const shown = await ada.runs('/fault');
      const [, incident] = shown.text.match(/Incident ([a-z0-9]{6})$/) ?? [];
      expect(shown.text).toContain('Something went wrong');
      expect(shown.text).not.toContain('secret reason');
      expect(
        log.filter(line => line.includes(`"incident":"${incident}"`) && line.includes('secret reason')),
      ).toHaveLength(1);
    });
  });

  test('a store that cannot save is answered with "not saved, try again"', async () => {
    await withLine({ commands }, async ({ ada }) => {
      const shown = await ada.runs('/busy');
      expect(shown.text).toContain('Not saved, try again');
      expect(shown.text).not.toContain('secret reason');
    });
  });

  test('after a fault the panel that was pressed is still there to press again', async () => {
    await withLine({ commands }, async ({ ada }) => {
      const shown = await ada.clicks('Break', await ada.runs('/ask panel'));
      expect(shown).toMatchObject({ kind: 'message', ephemeral: true });
      expect(ada.sees().map(({ text }) => text.split('\n')[0])).toEqual(['Panel', shown.text.split('\n')[0]]);
    });
  });

  test('an answer that Discord refuses as malformed becomes a fault, not silence', async () => {
    await withLine({ commands }, async ({ ada, discord, log }) => {
      const body = { code: 50_035, message: 'Invalid Form Body', errors: { data: { _errors: [{ code: 'BAD' }] } } };
      discord.faults.next({ route: /callback$/, answer: { status: 400, body } });
      expect((await ada.runs('/ask me')).text).toContain('Something went wrong');
      expect(log.filter(line => line.includes('"code":"BAD"'))).toHaveLength(1);
    });
  });
});

describe('what only organisers can repair', () => {
  const problem = { kind: 'role-limit' } as const;

  test('is told to the next organiser who runs a command, once', async () => {
    await withLine({ commands }, async ({ ada, guild, store, discord }) => {
      await inTransaction(store.db, tx => raise(tx, guild.id, problem, discord.clock.now()));
      await ada.runs('/ask me');
      expect(ada.sees()).toHaveLength(1);
      const { owner } = guild;
      await owner.runs('/ask me');
      const notice = await discord.until(() =>
        owner.sees().find(({ text }) => text.includes('Cairn needs an organiser')),
      );
      expect(notice.ephemeral).toBe(true);
      await discord.idle();
      await owner.runs('/ask me');
      await discord.idle();
      expect(owner.sees()).toHaveLength(3);
    });
  });

  test('waits for the next one where it could not be shown', async () => {
    await withLine({ commands }, async ({ guild, store, discord }) => {
      await inTransaction(store.db, tx => raise(tx, guild.id, problem, discord.clock.now()));
      discord.faults.next({ route: /^\/webhooks\/:[a-z]+\/:[a-z]+$/, method: 'POST', answer: { status: 500 } });
      await guild.owner.runs('/ask me');
      await discord.until(() => discord.faults.waiting.length === 0);
      await guild.owner.runs('/ask me');
      await discord.until(() => guild.owner.sees().find(({ text }) => text.includes('Cairn needs an organiser')));
      expect(guild.owner.sees()).toHaveLength(3);
    });
  });
});

function grantSending(guild: Parameters<NonNullable<Parameters<typeof withLine>[0]['before']>>[1]): void {
  guild.changeRole(guild.role('Cairn'), { permissions: 1_024n | 2_048n });
}
