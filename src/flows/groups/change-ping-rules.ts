/** An organiser looks at what Cairn says by the calendar, and turns a kind of it on or off or moves it. */
import {
  decideRule,
  type NextByRule,
  type RuleChange,
  type RuleChanged,
  type RulesShown,
  ruleOf,
} from '../../domain/groups/changing-rules.ts';
import { communityPings, type Ping, type PingRules, pingsOf } from '../../domain/groups/ping.ts';
import { type RuleName, storedOf } from '../../domain/groups/ping-rules.ts';
import { recordAudit } from '../../store/audit.ts';
import { type Db, inTransaction } from '../../store/database.ts';
import { replanAll } from '../../store/groups/schedules.ts';
import { lockServer } from '../../store/lock.ts';
import { enqueue } from '../../store/outbox.ts';
import { saveSetting } from '../../store/settings.ts';
import type { Asker, FlowContext } from '../context.ts';
import { loadGroups } from './load-groups.ts';
import { pingPlans } from './ping-plans.ts';
import { pingRules, rulesSetting } from './ping-rules.ts';

const horizon = { hours: 14 * 24 };

export async function showPingRules(context: FlowContext, guildId: string): Promise<RulesShown> {
  return await shownNow(context, context.db, guildId);
}

export async function changePingRule(context: FlowContext, organiser: Asker, change: RuleChange): Promise<RuleChanged> {
  const { db, now, wake } = context;
  const outcome = await inTransaction(db, async (tx): Promise<RuleChanged> => {
    await lockServer(tx, organiser.guildId);
    const before = await pingRules(tx, organiser.guildId);
    const decision = decideRule(before, change, now());
    const { rule } = change;
    if (decision.kind !== 'changed')
      return { ...decision, rule, shown: await shownNow(context, tx, organiser.guildId) };
    await saveSetting(tx, organiser.guildId, rulesSetting, storedOf(decision.rules), now());
    const entry = {
      action: 'pings-changed',
      subject: rule,
      before: onRecord(before, rule),
      after: onRecord(decision.rules, rule),
    } as const;
    await recordAudit(tx, organiser, entry, now());
    const shown = await shownNow(context, tx, organiser.guildId);
    await followRule(tx, context, organiser, rule);
    return { ...decision, rule, shown };
  });
  if (outcome.kind === 'changed') wake();
  return outcome;
}

/** Earlier moves are on record themselves. */
function onRecord(rules: PingRules, rule: RuleName) {
  if (rule !== 'reminder') return rules[rule];
  const { moves: _, ...decided } = rules.reminder;
  return decided;
}

/** Every group's pings are computed anew; scheduled events come or go with their rule. */
async function followRule(
  tx: Db,
  context: FlowContext,
  { guildId, interactionId: because }: Asker,
  rule: RuleName,
): Promise<void> {
  const now = context.now();
  await replanAll(tx, guildId, now);
  if (rule !== 'events') return;
  const { groups } = await loadGroups(context, tx, guildId);
  const mirrors = groups.map(({ key: groupKey }) => ({ kind: 'mirror-sessions', guildId, groupKey, because }) as const);
  await enqueue(tx, mirrors, now);
}

async function shownNow(context: FlowContext, db: Db, guildId: string): Promise<RulesShown> {
  const from = context.now();
  const { zone, rules, plans } = await pingPlans(context, db, guildId, from);
  const until = from.add(horizon);
  const pings = [...plans.flatMap(plan => pingsOf(plan, from, until)), ...communityPings(rules, zone, from, until)];
  const titles = new Map(plans.map(({ group }) => [group.key, group.title]));
  const next: Partial<Record<RuleName, NextByRule>> = {};
  for (const { kind, groupKey, dueAt } of pings.toSorted(byTime)) {
    const rule = ruleOf(kind);
    const title = titles.get(groupKey);
    if (rule !== undefined) next[rule] ??= { at: dueAt, ...(title === undefined ? {} : { title }) };
  }
  return { rules, zone, next };
}

const byTime = (a: Ping, b: Ping) => Temporal.Instant.compare(a.dueAt, b.dueAt);
