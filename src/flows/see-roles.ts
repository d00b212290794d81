/** The roles a member has are seen, at an interaction or in an event: drift is healed, and what was picked is a wish. */
import type { CommunityRole } from '../domain/community.ts';
import { isMadeAtNeed } from '../domain/followed-roles.ts';
import type { Member } from '../domain/member.ts';
import { boundIn } from '../domain/ours.ts';
import { roleDifference, wantedKeys } from '../domain/wanted-roles.ts';
import { roleBinding } from '../domain/wanted-server.ts';
import { knownOn } from '../store/bindings.ts';
import { type Db, inTransaction } from '../store/database.ts';
import { loadLearner } from '../store/learner.ts';
import { lockMember } from '../store/lock.ts';
import { enqueue } from '../store/outbox.ts';
import { notedRoles } from '../store/role-notes.ts';
import { hastenSyncs, isSyncing, latestSync } from '../store/role-syncs.ts';
import type { FlowContext } from './context.ts';
import { fulfilWishes, type Wishes } from './fulfil-wishes.ts';
import { hearOfReturn } from './hear-of-return.ts';
import { rolesOnServer } from './server-roles.ts';

export interface SeenRoles {
  readonly member: Member;
  /** By id. */
  readonly roleIds: readonly string[];
  /** What showed them: an interaction's id, or another name that comes but once. */
  readonly because: string;
}

type Context = Pick<FlowContext, 'db' | 'curriculum' | 'community' | 'now' | 'wake'>;

const none: Wishes = { enrolled: [], toAsk: [] };

export async function seeRoles(context: Context, seen: SeenRoles): Promise<Wishes> {
  const { db, wake } = context;
  await hearOfReturn(context, seen.member);
  // Of most members nothing is to be done, and a look takes no lock.
  const { needsSync, wishes } = await compare(context, db, seen);
  if (!needsSync && wishes.length === 0) return none;
  const outcome = await inTransaction(db, async tx => {
    await lockMember(tx, seen.member);
    const difference = await compare(context, tx, seen);
    const fulfilled = await fulfilWishes(tx, context, { ...seen, wishes: difference.wishes });
    if (difference.needsSync) await syncSoon(tx, context, seen);
    return fulfilled;
  });
  wake();
  return outcome;
}

async function compare(
  context: Context,
  db: Db,
  { member, roleIds }: SeenRoles,
): Promise<{ readonly needsSync: boolean; readonly wishes: readonly CommunityRole[] }> {
  const roles = await rolesOnServer(context, db, member.guildId);
  const known = await knownOn(db, member.guildId);
  const idOfBinding = boundIn(known);
  const idOf = (key: string) => idOfBinding(roleBinding(key));
  const learner = await loadLearner(db, member);
  const noted = await notedRoles(db, member);
  const { steps, wishes } = roleDifference(roles, learner, { held: new Set(roleIds), noted, idOf });
  const wanted = wantedKeys(roles, learner);
  const isToBeMade = roles.roles.some(
    role => isMadeAtNeed(role) && wanted.has(role.key) && !known.has(roleBinding(role.key)),
  );
  return { needsSync: steps.length > 0 || isToBeMade, wishes };
}

/** What has yet to begin is not asked for twice; what waits is tried now. */
async function syncSoon(tx: Db, { now }: Context, { member, because }: SeenRoles): Promise<void> {
  const state = await latestSync(tx, member);
  if (state === 'pending' && !(await isSyncing(tx, member, now()))) return;
  if (state === 'blocked') await hastenSyncs(tx, member, now());
  else await enqueue(tx, [{ kind: 'sync-roles', member, because }], now());
}
