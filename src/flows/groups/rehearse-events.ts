/** What mirroring would do on Discord's calendar at each of its looks, if nobody touched an event meanwhile. */
import { setImmediate as othersFirst } from 'node:timers/promises';
import type { EventLook, EventOnServer } from '../../domain/groups/event-look.ts';
import { type BoundEvent, type MirrorStep, planMirror } from '../../domain/groups/mirror.ts';
import { withoutRefused } from '../../domain/groups/refused-move.ts';
import type { EventStep } from '../../domain/groups/rehearsal.ts';
import type { Session } from '../../domain/groups/session.ts';
import { eventsOfGroup } from '../../store/groups/event-bindings.ts';
import type { FlowContext } from '../context.ts';
import { type MirrorState, mirrorState } from './mirror-state.ts';

export interface ForeseenEvent {
  readonly at: Temporal.Instant;
  readonly step: EventStep;
  readonly planned: string;
}

/** @param looks when the group is mirrored, earliest first. */
export async function rehearseEvents(
  context: Pick<FlowContext, 'db' | 'community' | 'curriculum' | 'timeZone' | 'now'>,
  guildId: string,
  groupKey: string,
  looks: readonly Temporal.Instant[],
): Promise<readonly ForeseenEvent[]> {
  let bound: readonly BoundEvent[] = await eventsOfGroup(context.db, guildId, groupKey);
  const foreseen: ForeseenEvent[] = [];
  for (const at of looks) {
    await othersFirst();
    for (const step of stepsAt(await mirrorState({ ...context, now: () => at }, guildId, groupKey), bound)) {
      bound = after(bound, step);
      // By hand nobody does anything.
      if (step.kind === 'forget' || step.kind === 'moved-by-hand' || step.kind === 'skipped-by-hand') continue;
      if (step.kind === 'moved-in-vain' || step.kind === 'moved-back') continue;
      const { planned } = step.kind === 'make' ? step.session : step.event;
      foreseen.push({ at, step: step.kind, planned });
    }
  }
  return foreseen;
}

function after(bound: readonly BoundEvent[], step: MirrorStep): readonly BoundEvent[] {
  if (step.kind === 'make') {
    const { planned } = step.session;
    return [...bound, { planned, eventId: `new/${planned}`, set: { ...step.look } }];
  }
  if (step.kind === 'change')
    return bound.map(one => (one === step.event ? { ...one, set: { ...one.set, ...step.changes } } : one));
  if (step.kind === 'moved-back')
    return bound.map(one => (one === step.event ? { ...one, set: withoutRefused(one.set) } : one));
  return bound.filter(one => one !== step.event);
}

function stepsAt(state: MirrorState, bound: readonly BoundEvent[]) {
  const looks = new Map(bound.map(({ planned, set }) => [planned, set]));
  return planMirror({
    ...state,
    bound,
    events: new Map(bound.map(event => [event.eventId, seen(event, state.now)])),
    lookOf: session => lookOf(session, looks.get(session.planned)),
    hasChannel: () => true,
  });
}

/** As Cairn set it, and begun and ended on time. */
function seen({ eventId, set }: BoundEvent, now: Temporal.Instant): EventOnServer {
  const look = set as unknown as EventLook;
  const isPast = (at: unknown) =>
    typeof at === 'string' && Temporal.Instant.compare(Temporal.Instant.from(at), now) <= 0;
  const status = isPast(look.ends) ? 'completed' : isPast(look.starts) ? 'active' : 'scheduled';
  return { id: eventId, status, look };
}

/** Only when it is can change by itself: the words stay as they are. */
function lookOf({ startsAt, endsAt }: Session, set: BoundEvent['set'] | undefined): EventLook {
  const minute = (at: Temporal.Instant) => at.toString({ smallestUnit: 'minute', roundingMode: 'floor' });
  const words = { name: '', description: '', place: 'at/' as const, ...set };
  return { ...words, starts: minute(startsAt), ends: minute(endsAt) } as EventLook;
}
