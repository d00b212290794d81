/** The community a visitor of the playground finds: who is there, and what they look forward to. */
import { PermissionFlagsBits as Permission } from 'discord-api-types/v10';
import type { Guild, LocalDiscord, NewMember } from './discord/index.ts';
import { talk } from './first-words.ts';
import { walkHalfWay } from './half-way.ts';
import { joinGroups } from './in-groups.ts';
import { appoint, furnish, openFirstRoom } from './rooms.ts';
import { setUp } from './set-up.ts';

const name = 'The Trailhead';

/** Powers are the team's; the role that others see as organiser is Cairn's, and carries none. */
const teamRole = 'Team';
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
  const team = guild.createRole({ name: teamRole, permissions: organise });
  guild.owner.gets(team);
  guild.join({ name: 'tomas', displayName: 'Tomás Herrera', roles: [team] });
  for (const person of [...mentors, ...newcomers]) guild.join(person);
  for (const channel of guild.channels) guild.deleteChannel(channel);
  openFirstRoom(guild);
  return guild;
}

/** What happens before a visitor comes, once: Cairn sets the server up, people talk, one of them learns, some study together. */
export async function comeAlive(discord: LocalDiscord, guild: Guild): Promise<void> {
  if (guild.systemChannelId) return;
  await setUp(discord, guild);
  // From here on in one go: a start that is cut off before begins anew, and says nothing twice.
  furnish(guild);
  give(guild, 'Organiser', ['marguerite', 'tomas']);
  give(
    guild,
    'Mentor',
    mentors.map(({ name }) => name),
  );
  talk(guild);
  appoint(guild);
  await walkHalfWay(guild);
  await joinGroups(discord, guild);
}

/** By hand, in a community that has such a role. */
function give(guild: Guild, name: string, people: readonly string[]): void {
  const role = guild.roles.find(role => role.name === name);
  if (role) for (const person of people) guild.member(person).gets(role);
}

/** Above the roles it may give, below the team's: where an organiser would drag a new bot's role. */
export function placeBot(guild: Guild): void {
  const ofBot = guild.roles.find(({ managed }) => managed);
  if (ofBot) guild.changeRole(ofBot, { position: guild.role(teamRole).position - 1 });
}
