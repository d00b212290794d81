/** A member plans a rest, looks at it, or lifts it early. There is one at a time. */
import { decideRest, type Rest, type RestDecision } from '../../domain/groups/resting.ts';
import { isNewer, type Member } from '../../domain/member.ts';
import type { Db } from '../../store/database.ts';
import { inTransaction } from '../../store/database.ts';
import { memberSettings } from '../../store/groups/member-settings.ts';
import { endRest, type KnownRest, liftRest as markLifted, restsOf, saveRest } from '../../store/groups/rests.ts';
import { lockMember } from '../../store/lock.ts';
import type { Asker, FlowContext } from '../context.ts';
import { communityZone } from './load-groups.ts';
import { replanAnswered } from './set-reminders.ts';

export type RestOutcome =
  | Exclude<RestDecision, { kind: 'rest' }>
  | { readonly kind: 'resting'; readonly rest: Rest; readonly isBegun: boolean; readonly isNew: boolean }
  | { readonly kind: 'lifted'; readonly rest: Rest }
  | { readonly kind: 'none' };

type Context = FlowContext;

/** @param asked absent: only shown. */
export async function takeRest(
  context: Context,
  asker: Asker,
  asked?: { readonly from?: string; readonly until: string },
): Promise<RestOutcome> {
  const { db, now, wake } = context;
  const outcome = await inTransaction(db, async (tx): Promise<RestOutcome> => {
    await lockMember(tx, asker);
    const today = await todayOf(context, tx, asker);
    const known = await restsOf(tx, asker);
    const current = currentOf(known, today);
    if (!asked) return current ? shown(current, today) : { kind: 'none' };
    const decision = decideRest(asked, today);
    if (decision.kind !== 'rest') return decision;
    const { rest } = decision;
    if (isOverruled(known, asker)) return current ? shown(current, today) : { kind: 'none' };
    const by = asker.interactionId;
    // One that has begun goes on where it meets the new one, since its days were days of rest.
    const continues = current && current.from <= today.toString() && rest.from <= today.toString();
    if (current?.until === rest.until && (continues || current.from === rest.from)) return shown(current, today);
    if (continues) await endRest(tx, current, rest.until, by);
    else {
      // What is given up for one ahead was a rest until now.
      if (current) await markLifted(tx, current, by, now());
      await saveRest(tx, asker, rest, by, now());
    }
    await replanAnswered(tx, asker, now());
    return { ...shown(continues ? { ...rest, from: current.from } : rest, today), isNew: true };
  });
  if (outcome.kind === 'resting' && outcome.isNew) wake();
  return outcome;
}

export async function liftRest(context: Context, asker: Asker): Promise<RestOutcome> {
  const { db, now, wake } = context;
  const outcome = await inTransaction(db, async (tx): Promise<RestOutcome> => {
    await lockMember(tx, asker);
    const today = await todayOf(context, tx, asker);
    const known = await restsOf(tx, asker);
    const current = currentOf(known, today);
    if (!current || isOverruled(known, asker)) return { kind: 'none' };
    await markLifted(tx, current, asker.interactionId, now());
    await replanAnswered(tx, asker, now());
    return { kind: 'lifted', rest: { from: current.from, until: current.until } };
  });
  if (outcome.kind === 'lifted') wake();
  return outcome;
}

/** The member's own day, else the community's. */
export async function todayOf(context: Context, db: Db, member: Member): Promise<Temporal.PlainDate> {
  const zone = (await memberSettings(db, member)).timeZone ?? (await communityZone(context, db, member.guildId));
  return context.now().toZonedDateTimeISO(zone).toPlainDate();
}

function currentOf(known: readonly KnownRest[], today: Temporal.PlainDate): KnownRest | undefined {
  return known.findLast(({ until, liftedAt }) => !liftedAt && until >= today.toString());
}

/** A later interaction has decided already. */
function isOverruled(known: readonly KnownRest[], { interactionId }: Asker): boolean {
  return known.some(({ changedBy }) => !isNewer(interactionId, changedBy));
}

function shown({ from, until }: Rest, today: Temporal.PlainDate) {
  return { kind: 'resting', rest: { from, until }, isBegun: from <= today.toString(), isNew: false } as const;
}
