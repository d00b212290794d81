/** A group pauses, goes on, or does not meet on some days; or all groups do not. */
import { type BreakAsked, readBreak } from '../../domain/groups/break-asked.ts';
import { dayOf, overlap, toResume } from '../../domain/groups/breaks.ts';
import type { Group } from '../../domain/groups/group.ts';
import type { BreakOutcome, NamedSession, NotedBreak } from '../../domain/groups/hosting.ts';
import type { Break } from '../../domain/groups/session.ts';
import { type Db, inTransaction } from '../../store/database.ts';
import {
  endBreak,
  findBreak,
  findSameBreak,
  pausesReplacedBy,
  runningPauses,
  type StoredBreak,
  saveBreak,
} from '../../store/groups/breaks.ts';
import { everyGroup } from '../../store/groups/exceptions.ts';
import { lockServer } from '../../store/lock.ts';
import type { FlowContext } from '../context.ts';
import { announceBreak, sessionsAhead, type Turned } from './announce-break.ts';
import { findGroup } from './find-group.ts';
import { holdAgain, type Undoing } from './hold-again.ts';
import { auditDecision, type Deciding, notHost } from './hosting.ts';
import { communityZone, loadGroups } from './load-groups.ts';
import { isReplayed } from './replayed.ts';
import { startGroupAgain } from './start-group-again.ts';

export interface AskedBreak {
  readonly from?: string | undefined;
  readonly until?: string | undefined;
  readonly reason?: string | undefined;
}

/** How a holiday of all groups is asked for. */
const allGroups = 'all';

/** A pause with days in common is replaced: the later word holds. */
export async function pauseGroup(
  context: FlowContext,
  deciding: Deciding,
  asked: string,
  days: AskedBreak,
): Promise<BreakOutcome> {
  return await decide(context, deciding, asked, async (tx, group, today) => {
    const read = readBreak(days, 'paused', today);
    if (read.kind !== 'days') return read;
    const noted = { kind: 'paused', ...daysOf(read, days) } as const;
    const running = await runningPauses(tx, deciding.guildId, group.key, today);
    const replaced = running.filter(one => overlap(one, noted));
    return await noteOnce(tx, context, deciding, noted, group, replaced);
  });
}

/** Also one of the file that an organiser has ended. */
export async function resumeGroup(context: FlowContext, deciding: Deciding, asked: string): Promise<BreakOutcome> {
  return await decide(
    context,
    deciding,
    asked,
    async (tx, group, today) => {
      const running = await runningPauses(tx, deciding.guildId, group.key, today);
      const [pause, ...others] = toResume(running, today.toString());
      if (!pause) return { kind: 'not-paused', group, ...(await nextOf(tx, context, deciding.guildId, [group])) };
      const { guildId, interactionId } = deciding;
      if (await isReplayed(tx, guildId, [group.key], interactionId)) return { kind: 'lifted-before' };
      const { again } = await announceBreak(tx, context, { guildId, groups: [group] }, async () => {
        const now = context.now();
        for (const one of [pause, ...others]) await endBreak(tx, guildId, one, now);
        return { lifted: pause.id, interactionId };
      });
      await auditDecision(tx, deciding, { action: 'group-resumed', subject: group.title }, context.now());
      return { ...overOf(pause, again), group, ...(await nextOf(tx, context, deciding.guildId, [group])) };
    },
    startGroupAgain,
  );
}

/** @param asked a group, or `allGroups`, which is for organisers. Without a last day it is one day. */
export async function noteHoliday(
  context: FlowContext,
  deciding: Deciding,
  asked: string,
  days: AskedBreak,
): Promise<BreakOutcome> {
  if (asked !== allGroups)
    return await decide(context, deciding, asked, async (tx, group, today) => {
      const read = readBreak(days, 'holiday', today);
      return read.kind === 'days'
        ? await noteOnce(tx, context, deciding, { kind: 'holiday', ...daysOf(read, days) }, group)
        : read;
    });
  if (!deciding.isOrganiser) return { kind: 'organisers-only' };
  return await waking(context, async tx => {
    await lockServer(tx, deciding.guildId);
    const zone = await communityZone(context, tx, deciding.guildId);
    const read = readBreak(days, 'holiday', context.now().toZonedDateTimeISO(zone).toPlainDate());
    return read.kind === 'days'
      ? await noteOnce(tx, context, deciding, { kind: 'holiday', ...daysOf(read, days) })
      : read;
  });
}

/** Takes a holiday or pause back. The pauses in whose place it was noted hold again. */
export async function liftBreak(context: FlowContext, deciding: Deciding, id: number): Promise<BreakOutcome> {
  return await waking(context, async (tx): Promise<BreakOutcome> => {
    const { guildId, interactionId } = deciding;
    await lockServer(tx, guildId);
    const found = await findBreak(tx, guildId, id);
    if (!found || found.liftedAt) return { kind: 'lifted-before' };
    const { groups, zone } = await loadGroups(context, tx, guildId);
    const isAll = found.groupKey === everyGroup;
    const group = groups.find(({ key }) => key === found.groupKey);
    if (isAll && !deciding.isOrganiser) return { kind: 'organisers-only' };
    if (!isAll && !group) return { kind: 'lifted-before' };
    const refused = group && (await notHost(tx, deciding, group));
    if (refused) return refused;
    const today = context.now().toZonedDateTimeISO(zoneOf(group, zone)).toPlainDate();
    if (found.until !== undefined && found.until < today.toString()) return { kind: 'lifted-before' };
    const those = group ? [group] : groups;
    const restored = (await pausesReplacedBy(tx, guildId, found)).filter(
      ({ until }) => until === undefined || until >= today.toString(),
    );
    const of = { guildId, groups: those, group };
    const noted = await noteAnew(tx, context, deciding, of, { undone: found, restored, since: context.now() });
    if (noted) return noted;
    const { again } = await announceBreak(tx, context, { guildId, groups: those }, async () => {
      await endBreak(tx, guildId, found, context.now());
      return { lifted: id, interactionId };
    });
    const subject = group?.title ?? 'all groups';
    await auditDecision(tx, deciding, { action: 'break-lifted', subject }, context.now());
    return { ...overOf(found, again), ...(group ? { group } : {}), ...(await nextOf(tx, context, guildId, those)) };
  });
}

/** @returns the last; undefined: there are none. */
async function noteAnew(
  tx: Db,
  context: FlowContext,
  deciding: Deciding,
  of: Concerned,
  undoing: Undoing,
): Promise<BreakOutcome | undefined> {
  let outcome: BreakOutcome | undefined;
  for (const [index, one] of undoing.restored.entries()) {
    const noted = { kind: one.kind, ...daysOf(one, one) };
    outcome = await note(tx, context, deciding, of, { noted, replaced: index === 0 ? [undoing.undone] : [], undoing });
  }
  return outcome;
}

async function decide(
  context: FlowContext,
  deciding: Deciding,
  asked: string,
  act: (tx: Db, group: Group, today: Temporal.PlainDate) => Promise<BreakOutcome>,
  ofEnded: typeof startGroupAgain = async () => undefined,
): Promise<BreakOutcome> {
  return await waking(context, async tx => {
    await lockServer(tx, deciding.guildId);
    const found = await findGroup(context, tx, deciding.guildId, asked);
    if (found.kind !== 'found') return (await ofEnded(tx, context, deciding, asked)) ?? found;
    const refused = await notHost(tx, deciding, found.group);
    if (refused) return refused;
    const zone = zoneOf(found.group, 'UTC');
    return await act(tx, found.group, context.now().toZonedDateTimeISO(zone).toPlainDate());
  });
}

async function waking(context: FlowContext, act: (tx: Db) => Promise<BreakOutcome>): Promise<BreakOutcome> {
  const outcome = await inTransaction(context.db, act);
  if (['noted', 'resumed', 'lifted', 'started-again'].includes(outcome.kind)) context.wake();
  return outcome;
}

const shownAtMost = 5;

/** Unless it stands already and nothing was decided in spite of it, or it stood and was lifted since. */
async function noteOnce(
  tx: Db,
  context: FlowContext,
  deciding: Deciding,
  noted: Break,
  group?: Group,
  replaced: readonly StoredBreak[] = [],
): Promise<BreakOutcome> {
  const { guildId, interactionId } = deciding;
  const groups = group ? [group] : (await loadGroups(context, tx, guildId)).groups;
  const of = { guildId, groups, group };
  const same = await findSameBreak(tx, guildId, group?.key ?? everyGroup, noted);
  const keys = groups.map(({ key }) => key);
  const isAgain = await isReplayed(tx, guildId, keys, interactionId);
  if (same) {
    const { held, off } = await sessionsOn(tx, context, guildId, same, groups);
    if (isAgain || held.length === 0) return await notedOutcome(tx, context, of, same, { off, again: [] });
  }
  if (isAgain) return { kind: 'lifted-before' };
  const inPlaceOf = same && !replaced.some(({ id }) => id === same.id) ? [same] : replaced;
  return await note(tx, context, deciding, of, { noted, replaced: inPlaceOf });
}

interface Noting {
  readonly noted: Break;
  readonly replaced: readonly StoredBreak[];
  readonly undoing?: Undoing;
}

async function note(
  tx: Db,
  context: FlowContext,
  deciding: Deciding,
  of: Concerned,
  { noted, replaced, undoing }: Noting,
): Promise<BreakOutcome> {
  const { guildId, userId, interactionId } = deciding;
  const { group } = of;
  let id = 0;
  const turned = await announceBreak(tx, context, of, async held => {
    // At one instant: what begins then is off by the one or the other.
    const now = context.now();
    for (const one of replaced) await endBreak(tx, guildId, one, now);
    id = await saveBreak(tx, { guildId, groupKey: group?.key ?? everyGroup, userId }, noted, now);
    const heldOnes = new Set(held.map(({ session }) => session.planned));
    if (undoing && group) await holdAgain(tx, deciding, group, undoing, heldOnes, now);
    return { noted: id, ...(replaced[0] ? { lifted: replaced[0].id } : {}), interactionId };
  });
  const subject = group?.title ?? 'all groups';
  const action = noted.kind === 'paused' ? 'group-paused' : 'holiday';
  await auditDecision(tx, deciding, { action, subject, after: { ...noted } }, context.now());
  return await notedOutcome(tx, context, of, { ...noted, id }, turned);
}

interface Concerned {
  readonly guildId: string;
  readonly groups: readonly Group[];
  /** Absent: all. */
  readonly group: Group | undefined;
}

async function notedOutcome(
  tx: Db,
  context: FlowContext,
  { guildId, groups, group }: Concerned,
  noted: NotedBreak,
  { off, again }: Turned,
): Promise<BreakOutcome> {
  const { kind, from, until, reason, id } = noted;
  const days = { from, ...(until === undefined ? {} : { until }), ...(reason === undefined ? {} : { reason }) };
  return {
    kind: 'noted',
    noted: { kind, ...days, id },
    ...(group ? { group } : {}),
    off: off.slice(0, shownAtMost),
    more: Math.max(0, off.length - shownAtMost),
    already: off.length > 0 ? [] : (await sessionsOn(tx, context, guildId, noted, groups)).off.slice(0, shownAtMost),
    again: again.length,
    ...(await nextOf(tx, context, guildId, groups)),
  };
}

/** Those ahead in its days. */
async function sessionsOn(
  tx: Db,
  context: FlowContext,
  guildId: string,
  { from, until }: NotedBreak,
  groups: readonly Group[],
) {
  const { held, off } = await sessionsAhead(tx, context, guildId, groups);
  const isIn = ({ session }: NamedSession) =>
    from <= dayOf(session) && (until === undefined || dayOf(session) <= until);
  return { held: held.filter(isIn), off: off.filter(isIn) };
}

/** `still`: a holiday or pause keeps it, and it would be sooner. */
async function nextOf(tx: Db, context: FlowContext, guildId: string, groups: readonly Group[]) {
  const { held, off } = await sessionsAhead(tx, context, guildId, groups);
  const [next] = held;
  const first = off.find(({ session }) => session.off?.kind !== 'skipped');
  const isSooner = first && (!next || Temporal.Instant.compare(first.session.startsAt, next.session.startsAt) < 0);
  return { ...(next ? { next } : {}), ...(isSooner ? { still: first } : {}) };
}

function overOf({ kind }: Pick<Break, 'kind'>, again: readonly NamedSession[]) {
  return again.length > 0 ? ({ kind: 'resumed' } as const) : ({ kind: 'lifted', lifted: kind } as const);
}

function daysOf(
  { from, until }: Pick<Extract<BreakAsked, { kind: 'days' }>, 'from' | 'until'>,
  { reason }: AskedBreak,
): Omit<Break, 'kind'> {
  const text = reason?.trim().slice(0, 300);
  return { from, ...(until === undefined ? {} : { until }), ...(text ? { reason: text } : {}) };
}

function zoneOf(group: Group | undefined, otherwise: string): string {
  return group?.slots[0]?.zone ?? otherwise;
}
