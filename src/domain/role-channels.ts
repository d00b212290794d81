/** The channels of the community that a change of roles opens to a member, or closes. */
import type { Community, CommunityChannel } from './community.ts';
import type { Learner } from './learner.ts';
import { boundIn } from './ours.ts';
import type { Known } from './setup-plan.ts';
import { wantedKeys } from './wanted-roles.ts';
import { channelBinding, roleBinding } from './wanted-server.ts';

type Standing = Pick<Learner, 'enrolments' | 'certificates' | 'groups'>;

/** Ids of the channels that are seen after and not before; the other way round for those that close. */
export function channelsOpened(
  community: Community,
  known: ReadonlyMap<string, Known>,
  before: Standing,
  after: Standing,
): readonly string[] {
  const idOf = boundIn(known);
  const seenBy = (standing: Standing) => {
    const roles = [...wantedKeys(community, standing)].filter(key => idOf(roleBinding(key)) !== undefined);
    return community.categories.flatMap(({ channels }) => channels.filter(channel => opensTo(channel, roles)));
  };
  const earlier = new Set(seenBy(before));
  return seenBy(after)
    .filter(channel => !earlier.has(channel))
    .flatMap(({ key }) => idOf(channelBinding(key)) ?? []);
}

/** What everybody sees opens to nobody. */
function opensTo({ sees }: CommunityChannel, roles: readonly string[]): boolean {
  return typeof sees !== 'string' && roles.some(role => sees.includes(role));
}
