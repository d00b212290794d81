/** The planner itself on a virtual clock, in transactions that are all rolled back. */
import { setImmediate as othersFirst } from 'node:timers/promises';
import { effectKey } from '../../domain/effect.ts';
import { isNew } from '../../domain/groups/planning.ts';
import type { Db } from '../../store/database.ts';
import {
  effectsAfter,
  lastEffect,
  type Standing,
  standingsOf,
  type Waiting,
  type Withheld,
  withheldAt,
} from '../../store/groups/rehearsing.ts';
import { endSchedule, postpone, savePlanned } from '../../store/groups/schedules.ts';
import { rolledBack } from '../../store/rolled-back.ts';
import type { FlowContext } from '../context.ts';
import { planServer } from './plan-pings.ts';

type Context = Pick<FlowContext, 'db' | 'community' | 'timeZone' | 'now' | 'wake'>;

export interface Planned {
  /** What would go into the outbox, each once, earliest due first. */
  readonly effects: readonly Waiting[];
  readonly withheld: readonly Withheld[];
  /** False: it was broken off. */
  readonly isWhole: boolean;
}

/** Others wait for a transaction: each does so many looks and no more. SQLite answers at once, so nobody else would ever run. */
const looksAtOnce = 2;
/** Five groups are looked at about 50 times a week. */
const mostLooks = 4_000;

interface Part {
  readonly effects: readonly Waiting[];
  readonly withheld: readonly Withheld[];
  /** Where the next part goes on; undefined: it is over. */
  readonly next: readonly Standing[] | undefined;
}

export async function rehearsePlanning(
  context: Context,
  guildId: string,
  from: Temporal.Instant,
  until: Temporal.Instant,
): Promise<Planned> {
  const effects = new Map<string, Waiting>();
  const withheld: Withheld[] = [];
  let standings: readonly Standing[] | undefined;
  for (let looks = 0; looks < mostLooks; looks += looksAtOnce) {
    await othersFirst();
    const part = await rolledBack(context.db, tx => rehearsePart(tx, context, guildId, { standings, from, until }));
    for (const one of part.effects) if (!effects.has(keyOf(one))) effects.set(keyOf(one), one);
    withheld.push(...part.withheld);
    standings = part.next;
    if (!standings) return { effects: inOrder(effects), withheld, isWhole: true };
  }
  return { effects: inOrder(effects), withheld, isWhole: false };
}

const keyOf = ({ effect, dueAt }: Waiting) => effectKey(effect, dueAt);

function inOrder(effects: ReadonlyMap<string, Waiting>): readonly Waiting[] {
  return [...effects.values()].sort((a, b) => Temporal.Instant.compare(a.dueAt, b.dueAt));
}

interface Stretch {
  /** As the part before left them; undefined: as they are. */
  readonly standings: readonly Standing[] | undefined;
  readonly from: Temporal.Instant;
  readonly until: Temporal.Instant;
}

async function rehearsePart(tx: Db, context: Context, guildId: string, stretch: Stretch): Promise<Part> {
  const { standings, from, until } = stretch;
  if (standings) await goOnFrom(tx, guildId, standings);
  const before = await lastEffect(tx);
  const withheld: Withheld[] = [];
  for (let look = 0; look < looksAtOnce; look += 1) {
    const next = earliest(await standingsOf(tx, guildId));
    const at = next && Temporal.Instant.compare(next, from) < 0 ? from : next;
    if (!at || Temporal.Instant.compare(at, until) > 0)
      return { effects: await effectsAfter(tx, guildId, before), withheld, next: undefined };
    await planServer(tx, { ...context, db: tx, now: () => at }, guildId, at);
    withheld.push(...(await withheldAt(tx, guildId, at)));
  }
  const effects = await effectsAfter(tx, guildId, before);
  return { effects, withheld, next: await standingsOf(tx, guildId) };
}

async function goOnFrom(tx: Db, guildId: string, standings: readonly Standing[]): Promise<void> {
  const left = new Set(standings.map(({ groupKey }) => groupKey));
  for (const { groupKey } of await standingsOf(tx, guildId))
    if (!left.has(groupKey)) await endSchedule(tx, guildId, groupKey);
  for (const standing of standings) {
    const { groupKey, plannedUntil, nextLook } = standing;
    const save = isNew(standing) ? postpone : savePlanned;
    await save(tx, guildId, groupKey, plannedUntil, nextLook);
  }
}

function earliest(standings: readonly Standing[]): Temporal.Instant | undefined {
  return standings.map(({ nextLook }) => nextLook).sort(Temporal.Instant.compare)[0];
}
