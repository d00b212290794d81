/** A calendar as a program reads it that knows no more than what stands in it: ical.js with the zones written there. */
import ICAL from 'ical.js';

export interface Shown {
  readonly at: string;
  readonly uid: string;
  readonly title: string;
}

export interface Read {
  /** What takes place and what does not, each in order. */
  readonly held: readonly Shown[];
  readonly cancelled: readonly Shown[];
}

export function readCalendar(text: string): Read {
  const calendar = new ICAL.Component(ICAL.parse(text));
  const shown = eventsOf(calendar).flatMap(event => [...occurrencesOf(event)]);
  const inOrder = shown.sort((a, b) => (a.at < b.at ? -1 : 1));
  const parts = Map.groupBy(inOrder, ({ isOff }) => isOff);
  const plain = (all: typeof inOrder = []) => all.map(({ isOff: _, ...one }) => one);
  return { held: plain(parts.get(false)), cancelled: plain(parts.get(true)) };
}

function eventsOf(calendar: ICAL.Component): readonly ICAL.Event[] {
  const all = calendar.getAllSubcomponents('vevent').map(one => new ICAL.Event(one, { strictExceptions: true }));
  const events = all.filter(event => !event.isRecurrenceException());
  for (const exception of all.filter(event => event.isRecurrenceException()))
    events.find(({ uid }) => uid === exception.uid)?.relateException(exception);
  return events;
}

function* occurrencesOf(event: ICAL.Event): Generator<Shown & { isOff: boolean }> {
  if (!event.isRecurring()) {
    yield shownAs(event, event.startDate);
    return;
  }
  const times = event.iterator();
  for (let time = times.next(); time; time = times.next()) {
    const { item, startDate } = event.getOccurrenceDetails(time);
    yield shownAs(item, startDate);
  }
}

function shownAs(event: ICAL.Event, start: ICAL.Time) {
  return {
    at: Temporal.Instant.fromEpochMilliseconds(start.toUnixTime() * 1_000).toString(),
    uid: event.uid,
    title: event.summary,
    isOff: event.component.getFirstPropertyValue('status') === 'CANCELLED',
  };
}
