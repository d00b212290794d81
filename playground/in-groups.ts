/** Members of the community who study together, so that a newcomer finds life in the groups: they join through the bot. */
import type { Channel, Guild, LocalDiscord, Member, Role } from './discord/index.ts';

/** Who is in the first group that the bot offers, in the second, and so on; the first of each hosts it. Ada joins by herself. */
const circles = [
  ['zoe', 'chidi', 'mohamed', 'siobhan'],
  ['ngugi', 'yuki', 'priya', 'joao'],
  ['zoe', 'haneul', 'shira'],
  ['ngugi', 'olha', 'joao'],
] as const;

export async function joinGroups(discord: LocalDiscord, guild: Guild): Promise<void> {
  const where = { in: guild.channel('general') };
  // A community of somebody's own may have other groups, or none.
  const offered = await guild.member('ada').types('/group join', 'group', '', {}, where);
  for (const [index, names] of circles.entries()) {
    const group = offered[index]?.value;
    if (group === undefined) return;
    const [host, ...others] = names.map(name => guild.member(name)) as [Member, ...Member[]];
    const role = await joins(discord, host, String(group), where);
    // Cairn finds the others as they should be: giving many a role takes long, at the pace that Discord allows.
    if (role) for (const member of others) member.gets(role);
    await Promise.all(others.map(member => joins(discord, member, String(group), where)));
    await guild.owner.runs('/group host', { group, member: host }, where);
  }
}

/** @returns the group's role. */
async function joins(
  discord: LocalDiscord,
  member: Member,
  group: string,
  where: { readonly in: Channel },
): Promise<Role | undefined> {
  const shown = await member.runs('/group join', { group }, where);
  // A group's role comes after the answer; whoever looks now should find everybody as they stay.
  const roleId = /<@&(\d+)>/.exec(shown.text)?.[1];
  const role = () => member.roles.find(({ id }) => id === roleId);
  if (roleId) await discord.until(() => role() !== undefined);
  const coming = shown.buttons.find(({ customId }) => customId?.startsWith('group/coming/'));
  if (coming?.customId) await member.clicks(coming.customId, shown);
  return role();
}
