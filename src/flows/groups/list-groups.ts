/** All groups of a server: when each meets next, who is in it, and whether the member is. */
import type { GroupList, ListedGroup } from '../../domain/groups/listing.ts';
import { upcoming } from '../../domain/groups/upcoming.ts';
import type { Member } from '../../domain/member.ts';
import { exceptionsOfServer } from '../../store/groups/exceptions.ts';
import { groupsOfMember, memberCounts } from '../../store/groups/members.ts';
import type { FlowContext } from '../context.ts';
import { loadGroups } from './load-groups.ts';
import { openProposals } from './open-proposals.ts';

const perPage = 8;

export async function listGroups(
  context: FlowContext,
  member: Member & { readonly isOrganiser: boolean },
  asked = 0,
): Promise<GroupList> {
  const { db, curriculum, now } = context;
  const { guildId } = member;
  const { groups } = await loadGroups(context, db, guildId);
  const exceptionsOf = await exceptionsOfServer(db, guildId);
  const counts = await memberCounts(db, guildId);
  const own = new Set(await groupsOfMember(db, member));
  const pages = Math.max(1, Math.ceil(groups.length / perPage));
  const page = Math.min(Math.max(0, asked), pages - 1);
  const shown = groups.slice(page * perPage, (page + 1) * perPage).map((group): ListedGroup => {
    const sessions = upcoming(group, exceptionsOf(group.key), now());
    const next = sessions.find(({ off }) => !off);
    const [first] = sessions;
    return {
      group,
      ...(next ? { next } : {}),
      ...(first?.off ? { off: first } : {}),
      members: counts.get(group.key) ?? 0,
      isMember: own.has(group.key),
    };
  });
  return {
    shown,
    page,
    pages,
    open: groups.filter(({ key, kind }) => kind === 'study-group' && !own.has(key)),
    proposals: member.isOrganiser ? (await openProposals(context, guildId)).length : 0,
    pathTitles: new Map([...curriculum.paths.values()].map(({ id, title }) => [id, title])),
  };
}
