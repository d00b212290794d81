/** One step of mirroring after the other: what people did by hand is understood, the rest is set on Discord. */
import type { Attributes } from '../../domain/attributes.ts';
import type { SendResult } from '../../domain/delivery.ts';
import { type EventOnServer, eventBinding, withIntent } from '../../domain/groups/event-look.ts';
import type { BoundEvent, MirrorStep } from '../../domain/groups/mirror.ts';
import { refusedMove, withoutRefused, withRefused } from '../../domain/groups/refused-move.ts';
import type { OrganiserProblem } from '../../domain/problem.ts';
import type { MirrorState } from '../../flows/groups/mirror-state.ts';
import type { HandEdit } from '../../flows/groups/understand-hand-edit.ts';
import { noteSet } from '../../store/bindings.ts';
import { hasCode, resultOf } from '../effects/refusal.ts';
import type { Sending } from '../effects/sending.ts';
import { type FoundPlace, lackAt } from './event-place.ts';
import { changeEvent, deleteEvent, setEventStatus } from './event-requests.ts';
import { makeEvent, roomFor } from './make-event.ts';

export interface Mirroring {
  readonly effect: { readonly groupKey: string; readonly because: string };
  readonly state: MirrorState;
  readonly steps: readonly MirrorStep[];
  readonly found: FoundPlace;
  /** By id, as they were looked at. */
  readonly events: ReadonlyMap<string, EventOnServer>;
  /** How many events the server has. */
  readonly open: number;
}

/** A step's word: nothing more to say, or what the whole comes to. */
type Said = OrganiserProblem | SendResult | undefined;

/** An attempt has to end before its lease does. */
const perAttempt = 6;
const atOnce: SendResult = { kind: 'unfinished', resumeAfter: Temporal.Duration.from({ seconds: 1 }) };

export async function carryOutSteps(sending: Sending, mirroring: Mirroring): Promise<SendResult> {
  const { steps, open, found } = mirroring;
  let room = roomFor(open);
  let noticed: OrganiserProblem | undefined;
  let blocked: SendResult | undefined;
  let isAnyForgotten = false;
  let asked = 0;
  for (const step of steps) {
    if (step.kind === 'make' && !found.mayMake) continue;
    // What Discord refuses once waits for the repair; what people do by hand is understood meanwhile.
    if (blocked && !isByHand(step)) continue;
    if (asked === perAttempt) return atOnce;
    if (step.kind === 'make' && room <= 0) {
      noticed = { kind: 'event-limit' };
      break;
    }
    const said = await carryOut(sending, mirroring, step);
    if (step.kind === 'make') room -= 1;
    if (step.kind === 'forget') isAnyForgotten = true;
    if (said?.kind === 'event-limit') {
      noticed = said;
      break;
    }
    // Such a step comes again at each look, and must not keep the others from their turn.
    if (said?.kind !== 'event-impossible') asked += 1;
    if (said?.kind === 'event-impossible') noticed = said;
    else if (said?.kind === 'blocked') blocked = said;
    else if (said && said.kind !== 'delivered') return said as SendResult;
  }
  if (blocked) return blocked;
  // What it was made for may want another now.
  if (isAnyForgotten) return atOnce;
  return { kind: 'delivered', ...(noticed ? { noticed } : {}) };
}

const isByHand = ({ kind }: MirrorStep) =>
  kind === 'moved-by-hand' || kind === 'moved-in-vain' || kind === 'moved-back' || kind === 'skipped-by-hand';

async function carryOut(sending: Sending, mirroring: Mirroring, step: MirrorStep): Promise<Said> {
  const { flows, guild } = sending;
  const { effect } = mirroring;
  switch (step.kind) {
    case 'moved-by-hand':
      return await understand(sending, mirroring, step, { kind: 'moved', to: step.to, starts: step.starts });
    case 'skipped-by-hand':
      return await understand(sending, mirroring, step, { kind: 'skipped' });
    case 'moved-in-vain':
      await noteRefused(sending, mirroring, step);
      return impossible(mirroring, step.event, step.why);
    case 'moved-back':
      return void (await note(sending, effect.groupKey, step.event, withoutRefused(step.event.set)));
    case 'forget':
      return void (await flows.forgetEvent(guild.id, { ...step.event, groupKey: effect.groupKey }));
    case 'change':
    case 'end':
    case 'remove':
      return await asFarAsMay(sending, mirroring, step);
    case 'make':
      return await makeEvent(sending, mirroring, step);
  }
}

async function understand(
  { flows, guild }: Sending,
  mirroring: Mirroring,
  { event, session }: Extract<MirrorStep, { session: unknown; event: unknown }>,
  edit: HandEdit['edit'],
): Promise<Said> {
  const { effect } = mirroring;
  const { groupKey } = effect;
  const because = `${effect.because}/${event.eventId}`;
  const outcome = await flows.understandHandEdit({ guildId: guild.id, groupKey, event, session, edit, because });
  if (outcome.kind === 'stale') return atOnce;
  if (outcome.kind === 'understood') return undefined;
  return impossible(mirroring, event, outcome.why);
}

/** What the flow did not refuse; what has begun is changed by nobody any more. */
async function noteRefused(
  sending: Sending,
  { effect, events }: Mirroring,
  { event, session, why }: Extract<MirrorStep, { kind: 'moved-in-vain' }>,
): Promise<void> {
  const starts = events.get(event.eventId)?.look?.starts;
  if (why === 'begun' || starts === undefined || refusedMove(event.set)?.starts === starts) return;
  await note(sending, effect.groupKey, event, withRefused(event.set, session, { starts, why }));
}

type Impossible = Extract<OrganiserProblem, { kind: 'event-impossible' }>;

function impossible({ effect, state }: Mirroring, { planned }: BoundEvent, why: Impossible['why']): Impossible {
  return { kind: 'event-impossible', title: state.group?.title ?? effect.groupKey, planned, why };
}

type Setting = Extract<MirrorStep, { kind: 'change' | 'end' | 'remove' }>;

async function asFarAsMay(sending: Sending, mirroring: Mirroring, step: Setting): Promise<Said> {
  const { found, events } = mirroring;
  try {
    await setRight(sending, mirroring, step);
    return undefined;
  } catch (error) {
    // Ended or deleted since it was looked at: what that means is for the next look.
    if (hasCode(error, 10070, 180000)) return atOnce;
    const place = events.get(step.event.eventId)?.look?.place;
    return resultOf(error, { forbidden: found.problem ?? lackAt(sending, place) });
  }
}

async function setRight(sending: Sending, { effect: { groupKey }, state }: Mirroring, step: Setting): Promise<void> {
  const { flows, guild } = sending;
  const { event } = step;
  const title = state.group?.title ?? groupKey;
  if (step.kind === 'change') {
    const { changes } = step;
    // First the intent: should the answer be lost, what is there then was set by nobody else.
    await note(sending, groupKey, event, withIntent(event.set, changes));
    await changeEvent(sending, event.eventId, changes, `As ${title} meets now`);
    await note(sending, groupKey, event, { ...withoutRefused(event.set), ...changes });
    return;
  }
  await note(sending, groupKey, event, withIntent(event.set, { status: step.kind }));
  if (step.kind === 'remove') await deleteEvent(sending, event.eventId, `${title}: no events are wanted any more`);
  else await setEventStatus(sending, event.eventId, step.status, `${title} does not meet then`);
  await flows.forgetEvent(guild.id, { ...event, groupKey });
}

async function note(
  { db, guild }: Sending,
  groupKey: string,
  { planned, eventId }: BoundEvent,
  set: Attributes,
): Promise<void> {
  await noteSet(db, guild.id, eventBinding(groupKey, planned), eventId, set);
}
