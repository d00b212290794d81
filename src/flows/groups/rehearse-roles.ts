/** Which roles the next pass over all members would give and take, as far as it can be said without asking Discord. */
import { setImmediate as othersFirst } from 'node:timers/promises';
import type { RoleForecast } from '../../domain/groups/rehearsal.ts';
import { boundIn } from '../../domain/ours.ts';
import { roleDifference } from '../../domain/wanted-roles.ts';
import { roleBinding } from '../../domain/wanted-server.ts';
import { knownOn } from '../../store/bindings.ts';
import { countKnown, knownMembers } from '../../store/known-members.ts';
import { loadLearner } from '../../store/learner.ts';
import { notedRoles } from '../../store/role-notes.ts';
import type { FlowContext } from '../context.ts';
import { rolesOnServer } from '../server-roles.ts';

/** Each takes about a millisecond. */
const most = 1_000;
const atOnce = 10;

export async function rehearseRoles(
  context: Pick<FlowContext, 'db' | 'community' | 'curriculum'>,
  guildId: string,
): Promise<RoleForecast> {
  const { db } = context;
  const community = await rolesOnServer(context, db, guildId);
  const idOfBinding = boundIn(await knownOn(db, guildId));
  const idOf = (key: string) => idOfBinding(roleBinding(key));
  const names = new Map(community.roles.map(({ key, name }) => [key, name]));
  const members = await knownMembers(db, { guildId, after: '', limit: most, since: undefined });
  const steps: RoleForecast['steps'][number][] = [];
  for (const [index, userId] of members.entries()) {
    if (index % atOnce === 0) await othersFirst();
    const member = { guildId, userId };
    const noted = await notedRoles(db, member);
    // What Cairn gave is taken for held: only Discord knows better.
    const held = new Set([...noted].flatMap(key => idOf(key) ?? []));
    const difference = roleDifference(community, await loadLearner(db, member), { held, noted, idOf });
    for (const { kind, key } of difference.steps) steps.push({ userId, kind, role: names.get(key) ?? key });
  }
  return { steps, looked: members.length, known: await countKnown(db, guildId, undefined) };
}
