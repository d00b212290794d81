/** The rooms that the playground's organisers make by hand, besides those that Cairn makes. */
import type { Guild } from './discord/index.ts';

/** A room to set the others up from. */
export function openFirstRoom(guild: Guild): void {
  guild.createChannel({ name: 'general', topic: 'Anything worth sharing.' });
}

export function furnish(guild: Guild): void {
  const parent = guild.createChannel({ name: '💬 Talk', type: 'category' });
  guild.changeChannel(guild.channel('general'), { parent });
  guild.createChannel({ name: 'introductions', parent, topic: 'Who are you, and what brings you here?' });
  guild.createChannel({ name: 'questions', parent, topic: 'No question is too small.' });
  guild.createChannel({
    name: 'field-notes',
    type: 'forum',
    parent,
    topic: 'One law, pattern or war story a post.',
    tags: [{ name: 'Laws' }, { name: 'Patterns' }, { name: 'Career' }],
  });
}

/** Where the server greets newcomers, and where Discord writes to its organisers. */
export function appoint(guild: Guild): void {
  guild.systemChannelId = roomOr(guild, 'start-here').id;
  const backstage = guild.channels.find(({ name }) => name === 'organisers');
  if (backstage) guild.publicUpdatesChannelId = backstage.id;
}

/** A community of somebody's own may have no room of that name. */
export const roomOr = (guild: Guild, name: string, instead = 'general') =>
  guild.channels.find(channel => channel.name === name) ?? guild.channel(instead);
