/** The community a visitor of the playground finds: who is there, which rooms they have, what was said so far. */
import { PermissionFlagsBits as Permission } from 'discord-api-types/v10';
import type { Guild, LocalDiscord, NewMember } from './discord/index.ts';

const name = 'The Trailhead';

const organise =
  Permission.ManageGuild |
  Permission.ManageRoles |
  Permission.ManageChannels |
  Permission.ManageMessages |
  Permission.ManageEvents |
  Permission.ModerateMembers;

/** Newcomers: no role yet, nothing learned yet. */
const newcomers: readonly NewMember[] = [
  { name: 'ada', displayName: 'Ada Lindqvist' },
  { name: 'yuki', displayName: '佐藤 優希' },
  { name: 'chidi', displayName: 'Chidi 🧗🏾' },
  { name: 'olha', displayName: 'Ольга Петренко' },
  { name: 'siobhan', displayName: 'Siobhán Ní Bhriain' },
  { name: 'mohamed', displayName: 'محمد الفاسي' },
  { name: 'haneul', displayName: '김하늘' },
  { name: 'joao', displayName: 'João ☕' },
  { name: 'priya', displayName: 'Priya Raghunathan' },
  { name: 'shira', displayName: 'שירה לוי' },
];

const mentors: readonly NewMember[] = [
  { name: 'ngugi', displayName: 'Ngũgĩ wa Kamau' },
  { name: 'zoe', displayName: 'Zoë Müller-Lüdenscheidt' },
];

/** The playground's community, made if it isn't there yet. */
export function settleCommunity(discord: LocalDiscord): Guild {
  return discord.guilds.find(guild => guild.name === name) ?? foundCommunity(discord);
}

function foundCommunity(discord: LocalDiscord): Guild {
  const owner = discord.createUser({ name: 'marguerite', displayName: 'Marguerite Okafor' });
  const guild = discord.createGuild({ name, owner });
  // As in Discord, each new role goes below those that are there.
  const organiser = guild.createRole({ name: 'Organiser', color: 0xe8894a, hoist: true, permissions: organise });
  const mentor = guild.createRole({ name: 'Mentor', color: 0x9b84ec, hoist: true, mentionable: true });
  guild.owner.gets(organiser);
  guild.join({ name: 'tomas', displayName: 'Tomás Herrera', roles: [organiser] });
  for (const person of mentors) guild.join({ ...person, roles: [mentor] });
  for (const person of newcomers) guild.join(person);
  furnish(guild);
  talk(guild);
  meet(discord, guild);
  return guild;
}

/** Above the roles it may give, below the organisers': where an organiser would drag a new bot's role. */
export function placeBot(guild: Guild): void {
  const ofBot = guild.roles.find(({ managed }) => managed);
  if (ofBot) guild.changeRole(ofBot, { position: guild.role('Organiser').position - 1 });
}

function furnish(guild: Guild): void {
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
  const organisers = guild.createChannel({
    name: 'organisers',
    parent: backstage,
    topic: 'For organisers only: what needs a hand.',
    overwrites: [
      { for: guild.everyone, deny: Permission.ViewChannel },
      { for: guild.role('Organiser'), allow: Permission.ViewChannel },
    ],
  });
  guild.systemChannelId = startHere.id;
  guild.publicUpdatesChannelId = organisers.id;
}

function talk(guild: Guild): void {
  const says = (who: string, where: string, text: string) => guild.member(who).says(text, { in: guild.channel(where) });
  says(
    'marguerite',
    'start-here',
    [
      '# Welcome to the playground',
      'This is a small Discord on your own computer. Nobody here is real, and nothing you do leaves it.',
      '1. Type `/`, or press </path choose:0>, and take up a path.',
      '2. Press **Done** when you have finished an item, or use </progress done:0>.',
      '3. See how far you are with </progress show:0>. </help:0> tells the rest.',
      '-# At the top you can become somebody else, move the clock, and look behind the scenes.',
    ].join('\n'),
  );
  says(
    'tomas',
    'introductions',
    'Tomás here, one of the organisers. Tell us where you come from and what you want to build!',
  );
  says(
    'yuki',
    'introductions',
    'はじめまして! Backend for two years, and our retries keep making outages worse. I want to know why.',
  );
  says('ngugi', 'introductions', `Welcome, <@${guild.member('yuki').id}>! That is the right question to begin with.`);
  says(
    'joao',
    'general',
    'Has anyone a favourite post-mortem? Mine is the one where the *status page* ran on the broken cluster.',
  );
  says(
    'zoe',
    'general',
    '> the status page ran on the broken cluster\nCorrelated failure, the classic. It is the first law for a reason.',
  );
}

/** A study group that meets every week, so that there is something to look forward to. */
function meet({ clock }: LocalDiscord, guild: Guild): void {
  const today = clock.now().toZonedDateTimeISO('UTC');
  const startsAt = today
    .add({ days: 3 })
    .with({ hour: 18, minute: 0, second: 0, millisecond: 0, microsecond: 0, nanosecond: 0 });
  guild.scheduleEvent({
    name: 'Study group: The 7 Laws',
    description: 'One law an evening. Bring a failure you have seen, and a question.',
    location: 'The library, second floor',
    startsAt: startsAt.toInstant(),
    endsAt: startsAt.add({ hours: 1, minutes: 30 }).toInstant(),
    repeats: 'weekly',
  });
}
