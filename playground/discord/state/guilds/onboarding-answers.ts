/** What answering a guild's questions does to a member. */
import { tellOfChange } from '../members/member-events.ts';
import { MemberFlag } from '../members/member-flags.ts';
import { changeRoles } from '../members/member-roles.ts';
import type { GuildRecord, MemberRecord } from '../records.ts';
import type { World } from '../world.ts';
import { optionsOf } from './onboarding.ts';
import type { PromptOptionRecord, PromptRecord } from './onboarding-record.ts';

/** Answering a question again takes back what its other options gave. */
export function answerOnboarding(
  world: World,
  guild: GuildRecord,
  member: MemberRecord,
  answers: ReadonlyMap<PromptRecord, readonly PromptOptionRecord[]>,
): void {
  const chosen = [...answers.values()].flat();
  const rejected = optionsOf([...answers.keys()]).filter(option => !chosen.includes(option));
  const rolesOf = (options: readonly PromptOptionRecord[]) =>
    [...new Set(options.flatMap(({ roleIds }) => roleIds))].flatMap(id => guild.roles.get(id) ?? []);
  const give = rolesOf(chosen);
  const take = rolesOf(rejected).filter(role => !give.includes(role));
  const dropped = new Set(rejected.flatMap(({ channelIds }) => channelIds));
  const kept = (member.followedChannelIds ?? []).filter(id => !dropped.has(id));
  const taken = [...guild.onboarding.defaultChannelIds, ...chosen.flatMap(({ channelIds }) => channelIds)];
  member.followedChannelIds = [...new Set([...kept, ...taken])];
  member.flags |= MemberFlag.startedOnboarding | MemberFlag.completedOnboarding;
  const changed = give.some(({ id }) => !member.roles.has(id)) || take.some(({ id }) => member.roles.has(id));
  if (changed) changeRoles(world, member, give, take);
  else tellOfChange(world, member);
}
