/** The rooms of the playground's community, and who may enter them. */
import { PermissionFlagsBits as Permission } from 'discord-api-types/v10';
import type { Guild } from './discord/index.ts';

export function furnish(guild: Guild): void {
  for (const channel of guild.channels) guild.deleteChannel(channel);
  const welcome = guild.createChannel({ name: 'Welcome', type: 'category' });
  const community = guild.createChannel({ name: 'Community', type: 'category' });
  const backstage = guild.createChannel({ name: 'Backstage', type: 'category' });
  const startHere = guild.createChannel({
    name: 'start-here',
    parent: welcome,
    topic: 'What this place is, and your first step.',
  });
  guild.createChannel({ name: 'introductions', parent: welcome, topic: 'Who are you, and what brings you here?' });
  guild.createChannel({ name: 'general', parent: community, topic: 'Anything worth sharing.' });
  guild.createChannel({ name: 'questions', parent: community, topic: 'No question is too small.' });
  guild.createChannel({
    name: 'study-hall',
    type: 'forum',
    parent: community,
    topic: 'One law, pattern or war story a post.',
    tags: [{ name: 'Laws' }, { name: 'Patterns' }, { name: 'Career' }],
  });
  guild.createChannel({ name: 'Library', type: 'voice', parent: community });
  const organisers = guild.createChannel({
    name: 'organisers',
    parent: backstage,
    topic: 'For organisers only: what needs a hand.',
    overwrites: onlyFor(guild, 'Organiser'),
  });
  // Opens up for whoever an organiser makes a mentor.
  guild.createChannel({
    name: 'mentors',
    parent: backstage,
    topic: 'Who needs a hand this week?',
    overwrites: onlyFor(guild, 'Organiser', 'Mentor'),
  });
  guild.systemChannelId = startHere.id;
  guild.publicUpdatesChannelId = organisers.id;
}

const onlyFor = (guild: Guild, ...roles: readonly string[]) => [
  { for: guild.everyone, deny: Permission.ViewChannel },
  ...roles.map(role => ({ for: guild.role(role), allow: Permission.ViewChannel })),
];
