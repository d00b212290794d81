/** An organiser sees what the next days would bring: the planner runs ahead of the clock, and nothing of it is kept. */
import { setImmediate as othersFirst } from 'node:timers/promises';
import type { Effect } from '../../domain/effect.ts';
import { clockChangeIn } from '../../domain/groups/clock-change.ts';
import { communityKey, type Group } from '../../domain/groups/group.ts';
import type { PingKey, PingPlan } from '../../domain/groups/ping.ts';
import { byDay, daysOf, type Happening, mostDays, type Rehearsal } from '../../domain/groups/rehearsal.ts';
import { sessionsOf } from '../../domain/groups/session.ts';
import { type Waiting, waitingUntil } from '../../store/groups/rehearsing.ts';
import type { FlowContext } from '../context.ts';
import { openPing } from './open-ping.ts';
import { type PingPlans, pingPlans } from './ping-plans.ts';
import { rehearseEvents } from './rehearse-events.ts';
import { rehearsePlanning } from './rehearse-planning.ts';
import { rehearseRoles } from './rehearse-roles.ts';

export type RehearseOutcome =
  | ({ readonly kind: 'rehearsed' } & Rehearsal)
  | { readonly kind: 'no-days'; readonly typed: string; readonly most: number };

type Context = Pick<FlowContext, 'db' | 'community' | 'curriculum' | 'timeZone' | 'now' | 'wake'>;

/** What waits already is seldom more. */
const mostWaiting = 1_000;

export async function rehearse(context: Context, guildId: string, typed: string): Promise<RehearseOutcome> {
  const { db } = context;
  const days = daysOf(typed);
  if (days === undefined) return { kind: 'no-days', typed, most: mostDays };
  const from = context.now();
  const until = from.add({ hours: days * 24 });
  const plans = await pingPlans(context, db, guildId, from);
  const waiting = await waitingUntil(db, guildId, until, mostWaiting);
  const planned = await rehearsePlanning(context, guildId, from, until);
  const about = aboutOf(context, plans);
  const happenings: Happening[] = planned.withheld.map(({ dueAt: at, reason, ...ping }) => {
    return { kind: 'suppressed', at, ping, reason, ...about(ping.groupKey) };
  });
  const effects = [...waiting, ...planned.effects];
  for (const { effect, dueAt } of effects) {
    if (effect.kind !== 'ping') continue;
    await othersFirst();
    const at = Temporal.Instant.compare(dueAt, from) < 0 ? from : dueAt;
    const leftOut = await whyLeftOut(context, guildId, effect.ping, at);
    happenings.push({
      kind: 'ping',
      at,
      ping: effect.ping,
      ...about(effect.ping.groupKey),
      ...(leftOut ? { leftOut } : {}),
    });
  }
  for (const plan of plans.plans) {
    const { group } = plan;
    const looks = looksAt(effects, plan, from, until);
    for (const event of await rehearseEvents(context, guildId, group.key, looks))
      happenings.push({ kind: 'event', ...event, ...about(group.key) });
  }
  return {
    kind: 'rehearsed',
    from,
    until,
    days,
    zone: plans.zone,
    found: byDay(plans.zone, happenings, offIn(plans, from, until), clocksIn(plans, from, until)),
    roles: await rehearseRoles(context, guildId),
    waiting: countOf(waiting),
    isWhole: planned.isWhole && waiting.length < mostWaiting,
  };
}

function aboutOf({ community }: Pick<Context, 'community'>, { plans, zone }: PingPlans) {
  const groups = new Map(plans.map(({ group }): [string, Group] => [group.key, group]));
  return (groupKey: string) => {
    const group = groups.get(groupKey);
    const title = groupKey === communityKey ? community.name : (group?.title ?? groupKey);
    return { title, zone: group?.slots[0]?.zone ?? zone };
  };
}

/** It is opened as it would be then. */
async function whyLeftOut(context: Context, guildId: string, ping: PingKey, at: Temporal.Instant) {
  const opened = await openPing({ ...context, now: () => at }, guildId, ping);
  return opened.kind === 'suppressed' ? opened.reason : undefined;
}

/** A group's events are looked at when that is due, and whenever Discord tells that one has ended. */
function looksAt(
  effects: readonly Waiting[],
  { group, exceptions }: PingPlan,
  from: Temporal.Instant,
  until: Temporal.Instant,
): readonly Temporal.Instant[] {
  const due = effects.flatMap(({ effect, dueAt }) =>
    effect.kind === 'mirror-sessions' && effect.groupKey === group.key ? dueAt : [],
  );
  const ends = sessionsOf(group, exceptions, from.subtract({ hours: 24 }), until).flatMap(({ off, endsAt }) =>
    off ? [] : endsAt,
  );
  const isWithin = (at: Temporal.Instant) => Temporal.Instant.compare(at, until) <= 0;
  const isAhead = (at: Temporal.Instant) => Temporal.Instant.compare(at, from) > 0;
  return [...due, ...ends.filter(isAhead)].filter(isWithin).sort(Temporal.Instant.compare);
}

function offIn({ plans }: PingPlans, from: Temporal.Instant, until: Temporal.Instant) {
  return plans.flatMap(({ group, exceptions }) =>
    sessionsOf(group, exceptions, from, until).flatMap(session =>
      session.off ? [{ title: group.title, session }] : [],
    ),
  );
}

function clocksIn({ plans, zone }: PingPlans, from: Temporal.Instant, until: Temporal.Instant) {
  const zones = new Set([zone, ...plans.flatMap(({ group }) => group.slots.map(slot => slot.zone))]);
  return [...zones].flatMap(one => clockChangeIn(one, from, until) ?? []);
}

function countOf(waiting: readonly Waiting[]): Rehearsal['waiting'] {
  const count = (kind: Effect['kind']) => waiting.filter(({ effect }) => effect.kind === kind).length;
  return {
    roles: count('sync-roles'),
    announcements: count('announce-certificate'),
    notices: count('tell-organisers'),
    jobs: count('work-job'),
  };
}
