import { ApplicationCommandType, type Interaction, MessageFlags } from 'discord.js';
import { describe, expect, test } from 'vitest';
import type { Member } from '../../../playground/discord/index.ts';
import { botThat, community, usualPermissions } from './community.ts';

const { User, Message } = ApplicationCommandType;
const everywhere = { contexts: [0, 1], integration_types: [0] };
const commands = [
  { name: 'View progress', type: User, ...everywhere },
  { name: 'Save as resource', type: Message, ...everywhere },
  { name: 'Warn', type: User, ...everywhere, default_member_permissions: String(1n << 40n) },
  { name: 'save', description: 'Saves', ...everywhere },
];

async function withBot(answers: (interaction: Interaction) => Promise<unknown> = greets) {
  const all = await community();
  const client = await botThat(answers, commands, all);
  return { ...all, client, ben: all.guild.join({ name: 'ben', displayName: 'Ben' }) };
}

const greets = (interaction: Interaction) =>
  interaction.isRepliable()
    ? interaction.reply({ content: 'Here you are', flags: MessageFlags.Ephemeral })
    : Promise.resolve();

const offered = (member: Member, on: { readonly id: string }) => member.menu({ on }).map(({ command }) => command.name);

describe('commands on members', () => {
  test('the bot learns on whom, with the roles that member has', async () => {
    const seen: unknown[] = [];
    const { ada, ben, guild, discord } = await withBot(async interaction => {
      if (!interaction.isUserContextMenuCommand()) return;
      seen.push(interaction.targetUser.username, interaction.targetMember?.roles);
      await interaction.reply({ content: `About ${interaction.targetUser.displayName}` });
    });
    ben.gets(guild.createRole({ name: 'Climber' }));
    const shown = await ada.uses('View progress', { on: ben });
    expect(shown.text).toBe('About Ben');
    expect(seen[0]).toBe('ben');
    expect(discord.lastInteraction?.data).toMatchObject({
      type: 2,
      name: 'View progress',
      target_id: ben.id,
      resolved: {
        users: { [ben.id]: { username: 'ben' } },
        members: { [ben.id]: { roles: [guild.role('Climber').id], permissions: expect.any(String) } },
      },
    });
    discord.assertNoViolations();
  });

  test('the answer says which command it answers, and on whom that was used', async () => {
    const { ada, ben, discord } = await withBot(async interaction => {
      if (interaction.isContextMenuCommand()) await interaction.reply({ content: 'For all to see' });
    });
    const { message } = await ada.uses('View progress', { on: ben });
    expect(message).toMatchObject({
      type: 23,
      interaction: { name: 'View progress', type: 2 },
      interaction_metadata: { type: 2, user: { username: 'ada' }, target_user: { username: 'ben' } },
    });
    discord.assertNoViolations();
  });

  test('where a member may not write, none can be used', async () => {
    const { ada, ben, guild, discord } = await withBot();
    const quiet = guild.createChannel({ name: 'quiet', overwrites: [{ for: guild.everyone, deny: 0x800n }] });
    await expect(ada.uses('View progress', { on: ben, in: quiet })).rejects.toThrow('may not write in #quiet');
    discord.assertNoViolations();
  });

  test('who lacks the default permission is not offered it', async () => {
    const { ada, ben, owner, discord } = await withBot();
    expect(offered(ada, ben)).toEqual(['View progress']);
    expect(offered(owner, ben)).toEqual(['View progress', 'Warn']);
    await expect(ada.uses('Warn', { on: ben })).rejects.toThrow('"Warn" is not in this menu. Offered: "View progress"');
    discord.assertNoViolations();
  });

  test('without the permission to use commands the menu is empty', async () => {
    const { ada, ben, general, guild, discord } = await withBot();
    guild.changeRole(guild.everyone, { permissions: 0x400n | 0x800n });
    expect(ada.menu({ on: ben, in: general })).toEqual([]);
    discord.assertNoViolations();
  });
});

describe('commands on messages', () => {
  test('the bot reads the message, though it has not the intent for contents', async () => {
    let read: string | undefined;
    const { ada, ben, general, discord } = await withBot(async interaction => {
      if (!interaction.isMessageContextMenuCommand()) return;
      read = `${interaction.targetMessage.author.username}: ${interaction.targetMessage.content}`;
      await interaction.reply({ content: 'Saved', flags: MessageFlags.Ephemeral });
    });
    const said = ben.says('A post-mortem worth reading', { in: general });
    const shown = await ada.uses('Save as resource', { on: said });
    expect(read).toBe('ben: A post-mortem worth reading');
    expect(shown).toMatchObject({ text: 'Saved', ephemeral: true });
    expect(shown.message?.interaction_metadata).toMatchObject({ target_message_id: said.message?.id });
    discord.assertNoViolations();
  });

  test('only commands on messages are in the menu, and none on a message that only its reader sees', async () => {
    const { ada, ben, general, discord } = await withBot();
    const said = ben.says('Hello', { in: general });
    expect(ada.menu({ on: said }).map(({ command }) => command.name)).toEqual(['Save as resource']);
    const note = await ada.runs('/save');
    expect(ada.menu({ on: note })).toEqual([]);
    discord.assertNoViolations();
  });

  test('a message in a channel she does not see has no menu for her', async () => {
    const { ada, guild, owner, discord } = await withBot();
    const hidden = guild.createChannel({ name: 'hidden', overwrites: [{ for: guild.everyone, deny: 0x400n }] });
    const said = owner.says('secret', { in: hidden });
    await expect(ada.uses('Save as resource', { on: said })).rejects.toThrow('ada sees no member and no message');
    discord.assertNoViolations();
  });
});

test('a slash command and one of a menu may share a name without hiding one another', async () => {
  const all = await community({}, usualPermissions);
  const client = await botThat(greets, [{ name: 'save', description: 'Saves', ...everywhere }], all);
  await client.application.commands.create({ name: 'save', type: User }, all.guild.id);
  const ben = all.guild.join({ name: 'ben' });
  expect((await all.ada.runs('/save')).text).toBe('Here you are');
  expect((await all.ada.uses('save', { on: ben })).text).toBe('Here you are');
  all.discord.assertNoViolations();
});
