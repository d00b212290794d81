/** What a server's pings follow from, read at once: a plan for each of its groups, and the community's own. */
import type { PingPlan, PingRules } from '../../domain/groups/ping.ts';
import { farthestMove } from '../../domain/groups/session.ts';
import { boundIn } from '../../domain/ours.ts';
import { channelBinding } from '../../domain/wanted-server.ts';
import { knownOn } from '../../store/bindings.ts';
import type { Db } from '../../store/database.ts';
import { comersTo } from '../../store/groups/answers.ts';
import { exceptionsOfServer } from '../../store/groups/exceptions.ts';
import type { FlowContext } from '../context.ts';
import { loadGroups } from './load-groups.ts';
import { pingRules } from './ping-rules.ts';

export interface PingPlans {
  /** The community's. */
  readonly zone: string;
  readonly rules: PingRules;
  readonly plans: readonly PingPlan[];
}

/** A session moved as far as can be, whose pings are looked at two days later, may have been planned so long before. */
const plannedWithin = farthestMove.add({ days: 4 });

/** @param db a transaction, or the context's own. @param since what was due earlier is not asked for. @param only one group's key; absent: all. */
export async function pingPlans(
  context: Pick<FlowContext, 'community' | 'timeZone'>,
  db: Db,
  guildId: string,
  since: Temporal.Instant,
  only?: string,
): Promise<PingPlans> {
  const { zone, groups } = await loadGroups(context, db, guildId);
  const rules = await pingRules(db, guildId);
  const idOf = boundIn(await knownOn(db, guildId));
  const exceptionsOf = await exceptionsOfServer(db, guildId);
  const planned = since.toZonedDateTimeISO('UTC').toPlainDate().subtract(plannedWithin).toString();
  const plans: PingPlan[] = [];
  for (const group of groups.filter(({ key }) => only === undefined || key === only)) {
    const comers = await comersTo(db, guildId, group.key, planned);
    plans.push({
      group,
      exceptions: exceptionsOf(group.key),
      rules,
      comers: ({ planned }) => comers.get(planned) ?? [],
      hasVoice: group.voice !== undefined && idOf(channelBinding(group.voice)) !== undefined,
    });
  }
  return { zone, rules, plans };
}
