/**
 * A move by hand that the session could not follow, kept beside what Cairn set on the event: it is not tried again, and
 * gives way to what is decided about the session afterwards.
 */
import type { Attributes } from '../attributes.ts';
import { minuteOf } from './event-look.ts';
import type { Session } from './session.ts';

const whys = ['past', 'too-far', 'taken', 'twice'] as const;
export type WhyRefused = (typeof whys)[number];

interface RefusedMove {
  /** What the event showed. */
  readonly starts: string;
  readonly why: WhyRefused;
}

/** In front of what is kept. */
const kept = 'refused/';

/** The session as it was then. A community's new zone moves it without another revision. */
const versionOf = ({ startsAt, revision }: Session) => `${minuteOf(startsAt)}~${revision}`;

export function withRefused(set: Attributes, session: Session, { starts, why }: RefusedMove): Attributes {
  return { ...set, [`${kept}starts`]: starts, [`${kept}why`]: why, [`${kept}session`]: versionOf(session) };
}

export function withoutRefused(set: Attributes): Attributes {
  return Object.fromEntries(Object.entries(set).filter(([name]) => !name.startsWith(kept)));
}

export function refusedMove(set: Attributes): RefusedMove | undefined {
  const starts = set[`${kept}starts`];
  const why = whys.find(one => one === set[`${kept}why`]);
  return typeof starts === 'string' && why ? { starts, why } : undefined;
}

/** The session has been changed since. */
export const isOutdated = (set: Attributes, session: Session) => set[`${kept}session`] !== versionOf(session);
