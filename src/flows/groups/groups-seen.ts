/** What the doctor looks at of a server's groups. */
import type { GroupsSeen } from '../../domain/groups/doctor.ts';
import { sessionsOf } from '../../domain/groups/session.ts';
import type { Db } from '../../store/database.ts';
import { hostedGroups, memberCounts } from '../../store/groups/members.ts';
import { countSuppressed } from '../../store/groups/ping-ledger.ts';
import { disabledGroups } from '../../store/groups/schedules.ts';
import { findSetting } from '../../store/settings.ts';
import type { FlowContext } from '../context.ts';
import { zoneSetting } from './load-groups.ts';
import { pingPlans } from './ping-plans.ts';

const ahead = { hours: 14 * 24 };
const back = { hours: 7 * 24 };

export async function groupsSeen(
  context: Pick<FlowContext, 'community' | 'timeZone' | 'now'>,
  db: Db,
  guildId: string,
): Promise<GroupsSeen> {
  const now = context.now();
  const { plans, rules, zone } = await pingPlans(context, db, guildId, now);
  const isUnchosen = zone === 'UTC' && (await findSetting(db, guildId, zoneSetting)) === undefined;
  return {
    groups: plans.map(({ group }) => group),
    rules,
    disabled: await disabledGroups(db, guildId),
    members: await memberCounts(db, guildId),
    hosted: await hostedGroups(db, guildId),
    sessions: plans.flatMap(({ group, exceptions }) =>
      sessionsOf(group, exceptions, now, now.add(ahead)).filter(({ off }) => !off),
    ),
    suppressed: await countSuppressed(db, guildId, now.subtract(back)),
    ...(isUnchosen ? { unchosenZone: zone } : {}),
  };
}
