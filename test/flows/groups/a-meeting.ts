/** The verbs over a community with one study group, office hours, and a clock that the test sets. */
import type { Community } from '../../../src/domain/community.ts';
import type { Certificate } from '../../../src/domain/curriculum.ts';
import { aCommunity } from '../../support/a-community.ts';
import { aCurriculum, aPath, at } from '../../support/builders.ts';
import type { TestEngine } from '../../support/databases.ts';
import { type Bound, boundFlows } from '../../support/flows.ts';

export const path = aPath('p', [
  ['a', 'b'],
  ['c', 'd', 'e'],
]);
export const guildId = '1100';

/** Mondays and Wednesdays at 19:00 in Berlin, which is 18:00 UTC in November. */
export const community: Community = aCommunity({
  studyGroups: [
    {
      key: 'evening',
      title: 'Evening Group',
      paths: ['p'],
      channel: 'study-groups',
      meets: [{ days: ['Monday', 'Wednesday'], at: '19:00', minutes: 60 }],
    },
  ],
  officeHours: [
    {
      key: 'weekly',
      title: 'Weekly Q&A',
      channel: 'office-hours',
      meets: [{ days: ['Thursday'], at: '18:00', minutes: 60 }],
    },
  ],
});

export interface Meeting extends Bound {
  readonly now: () => Temporal.Instant;
  /** "2026-11-23T17:50" in UTC. */
  setClock(time: string): void;
  /** Another member's next action. */
  member(userId: string): ReturnType<Bound['ada']>;
}

/** The clock stands at Sunday noon, 22 November 2026. */
export async function aMeeting(
  engine: TestEngine,
  more: Partial<Community> = {},
  certificates: readonly Certificate[] = [],
): Promise<Meeting> {
  const curriculum = aCurriculum({ paths: [path], certificates });
  let current = at('2026-11-22T12:00:00Z');
  const now = () => current;
  const bound = await boundFlows(engine, curriculum, { ...community, ...more }, { now, timeZone: 'Europe/Berlin' });
  return {
    ...bound,
    now,
    setClock: time => {
      current = at(`${time}:00Z`);
    },
    member: userId => ({ ...bound.ada(), userId }),
  };
}
