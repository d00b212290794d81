import { Events, GatewayIntentBits, type Message, Partials } from 'discord.js';
import { describe, expect, test } from 'vitest';
import { community, login } from './community.ts';

const { Guilds, GuildMessages, MessageContent } = GatewayIntentBits;

/** Bots whose portal grants the message content. */
async function granted() {
  const all = await community();
  const [bot, other] = ['Reader', 'Other'].map(name => {
    const application = all.discord.createApplication({ name, privilegedIntents: 1 << 15 });
    all.discord.invite(application, all.guild, 1024n);
    return application;
  });
  if (bot === undefined || other === undefined) throw new Error('there are two');
  return { ...all, bot, other };
}

const first = (client: Awaited<ReturnType<typeof login>>) =>
  new Promise<Message>(resolve => client.once(Events.MessageCreate, resolve));

describe('the content of messages', () => {
  test('is read by a session that asked for it, and by those it mentions', async () => {
    const all = await granted();
    const { ada, general, discord } = all;
    const [reader, other] = await Promise.all([
      login(all, { intents: [Guilds, GuildMessages, MessageContent] }),
      login({ discord, bot: all.other }, { intents: [Guilds, GuildMessages] }),
    ]);
    const heard = [first(reader), first(other)];
    const file = { name: 'wall.txt', bytes: new Uint8Array([1]) };
    ada.says('good morning', { in: general, files: [file] });
    expect((await Promise.all(heard)).map(({ content, attachments }) => [content, attachments.size])).toEqual([
      ['good morning', 1],
      ['', 0],
    ]);
    const mentioned = first(other);
    const greeting = `good morning <@${all.other.botUserId}>`;
    ada.says(greeting, { in: general });
    expect((await mentioned).content).toBe(greeting);
    all.discord.assertNoViolations();
  });

  test('names the members behind its mentions', async () => {
    const all = await granted();
    const client = await login(all, { intents: [Guilds, GuildMessages, MessageContent] });
    const heard = first(client);
    all.ada.says(`<@${all.owner.id}>, are you there?`, { in: all.general });
    expect((await heard).mentions.members?.map(({ user }) => user.username)).toEqual(['olga']);
  });
});

test('what a member writes in direct messages is read without any privilege', async () => {
  const all = await community();
  const client = await login(all, {
    intents: [Guilds, GatewayIntentBits.DirectMessages],
    partials: [Partials.Channel],
  });
  const user = await client.users.fetch(all.ada.id);
  const dm = await user.createDM();
  const heard = first(client);
  all.ada.says('a secret', { in: dm });
  expect((await heard).content).toBe('a secret');
});
