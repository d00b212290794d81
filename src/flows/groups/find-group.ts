/** The group that somebody names, and the groups to suggest while they type. */
import type { Group } from '../../domain/groups/group.ts';
import { titleInFile } from '../../domain/groups/group.ts';
import type { EndedGroup, UnknownGroup } from '../../domain/groups/joining.ts';
import type { Member } from '../../domain/member.ts';
import { buildIndex, findExact, nearest, search } from '../../domain/search.ts';
import type { Db } from '../../store/database.ts';
import { groupRecords } from '../../store/groups/groups.ts';
import { groupsOfMember, hostedBy } from '../../store/groups/members.ts';
import type { FlowContext } from '../context.ts';
import { loadGroups } from './load-groups.ts';

type Context = Pick<FlowContext, 'community' | 'timeZone'>;

export type FoundGroup = { readonly kind: 'found'; readonly group: Group } | UnknownGroup | EndedGroup;

/** By key or title; one that has ended is named as such. */
export async function findGroup(context: Context, db: Db, guildId: string, asked: string): Promise<FoundGroup> {
  const { groups } = await loadGroups(context, db, guildId);
  const index = indexOf(groups);
  const group = groups.find(({ key }) => key === asked) ?? findExact(index, asked)?.group;
  if (group) return { kind: 'found', group };
  const gone = await findEnded(context, db, guildId, asked);
  if (gone) return { kind: 'ended', title: gone.title };
  return { kind: 'unknown-group', asked, nearest: nearest(index, asked, 3).map(one => one.group) };
}

/** One that has ended, by key or title. */
export async function findEnded(
  { community }: Context,
  db: Db,
  guildId: string,
  asked: string,
): Promise<{ readonly id: string; readonly title: string } | undefined> {
  const records = (await groupRecords(db, guildId)).filter(({ state }) => state === 'ended');
  const ended = records.map(({ key, definition }) => {
    return { id: key, title: definition?.title ?? titleInFile(community, key) ?? key };
  });
  return findExact(buildIndex(ended), asked);
}

/** Which of them are suggested: all, the member's own, those they could join, or those they may change. */
export type Suggested = 'all' | 'own' | 'open' | 'hosted';

const limit = 25;

export async function suggestGroups(
  context: FlowContext,
  member: Member & { readonly isOrganiser?: boolean },
  typed: string,
  which: Suggested,
): Promise<readonly Group[]> {
  const { db } = context;
  const { groups } = await loadGroups(context, db, member.guildId);
  const own = new Set(which === 'hosted' ? await hostedBy(db, member) : await groupsOfMember(db, member));
  const isWanted = (group: Group) => {
    if (which === 'own') return own.has(group.key);
    if (which === 'open') return group.kind === 'study-group' && !own.has(group.key);
    return which === 'all' || member.isOrganiser || own.has(group.key);
  };
  const wanted = groups.filter(isWanted);
  if (typed.trim() === '') return wanted.slice(0, limit);
  return search(indexOf(wanted), typed, limit).map(({ group }) => group);
}

function indexOf(groups: readonly Group[]) {
  return buildIndex(groups.map(group => ({ id: group.key, title: group.title, group })));
}
