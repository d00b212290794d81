/** Carries out `mirror-sessions`: a group's scheduled events are compared with its next sessions, and set right. */
import type { SendResult } from '../../domain/delivery.ts';
import type { Effect } from '../../domain/effect.ts';
import { type EventOnServer, type EventPlace, eventLookOf } from '../../domain/groups/event-look.ts';
import { isPast, type Mirrored, planMirror } from '../../domain/groups/mirror.ts';
import type { Session } from '../../domain/groups/session.ts';
import type { MirrorState } from '../../flows/groups/mirror-state.ts';
import { eventWords } from '../../views/groups/event.ts';
import { hasCode } from '../effects/refusal.ts';
import type { Sending } from '../effects/sending.ts';
import { readAnswers } from './event-answers.ts';
import { type FoundPlace, findPlace } from './event-place.ts';
import { getEvent, listEvents } from './event-requests.ts';
import { carryOutSteps } from './mirror-steps.ts';
import { type DescribedEvent, seenEvent } from './seen-event.ts';

type MirrorSessions = Extract<Effect, { kind: 'mirror-sessions' }>;

export async function mirrorSessions(sending: Sending, effect: MirrorSessions): Promise<SendResult> {
  const { guild, flows } = sending;
  // Before Discord is asked: whatever Cairn has set by now shows in the answer.
  const state = await flows.mirrorState(guild.id, effect.groupKey);
  const isWanted = state.isOn && state.sessions.some(({ off }) => !off);
  if (state.bound.length === 0 && !isWanted) return { kind: 'delivered' };
  const found = await findPlace(sending, state);
  const open = await listEvents(sending);
  const events = await seenEvents(sending, state, open);
  const steps = planMirror({ ...state, ...lookingAt(sending, state, found), events });
  const result = await carryOutSteps(sending, { effect, state, steps, found, events, open: open.length });
  if (result.kind !== 'delivered') return result;
  await readAnswers(sending, effect, open);
  return isWanted && found.problem ? { kind: 'blocked', problem: found.problem } : result;
}

function lookingAt(
  { guild }: Sending,
  { group, pathTitles, bound }: MirrorState,
  { place, mayMove }: FoundPlace,
): Pick<Mirrored, 'lookOf' | 'hasChannel'> {
  const words = group ? eventWords(group, pathTitles) : { name: '', description: '' };
  const placeOf = ({ planned }: Session) => {
    const set = mayMove ? undefined : bound.find(event => event.planned === planned)?.set.place;
    return (set as EventPlace | undefined) ?? place;
  };
  return {
    lookOf: session => eventLookOf(session, words, placeOf(session)),
    hasChannel: id => guild.channels.cache.has(id),
  };
}

/** Those that are over are not in the list, and those in a channel that Cairn can't see are nowhere. */
async function seenEvents(
  sending: Sending,
  state: MirrorState,
  open: readonly DescribedEvent[],
): Promise<ReadonlyMap<string, EventOnServer>> {
  const seen = new Map(open.map((event): [string, EventOnServer] => [event.id, seenEvent(event)]));
  for (const event of state.bound) {
    if (seen.has(event.eventId) || isPast(event, state)) continue;
    const found = await lookUp(sending, event.eventId);
    if (found) seen.set(found.id, found);
  }
  return seen;
}

async function lookUp(sending: Sending, eventId: string): Promise<EventOnServer | undefined> {
  try {
    return seenEvent(await getEvent(sending, eventId));
  } catch (error) {
    if (hasCode(error, 10070)) return { id: eventId, status: 'deleted' };
    if (hasCode(error, 50001, 50013)) return undefined;
    throw error;
  }
}
