/** What a member reads who has just said they come, and the thread where they are asked. */
import { expect, test } from 'vitest';
import type { Group } from '../../../src/domain/groups/group.ts';
import type { Session } from '../../../src/domain/groups/session.ts';
import { answerMessage } from '../../../src/views/groups/answers.ts';
import { agendaPost } from '../../../src/views/groups/pings/thread.ts';
import { at } from '../../support/builders.ts';
import { textOf } from '../../support/read-message.ts';

const group: Group = {
  key: 'readers',
  title: 'Readers',
  kind: 'study-group',
  paths: [],
  channel: 'readers',
  slots: [{ day: 'Monday', at: '19:00', minutes: 60, zone: 'UTC' }],
  isProposed: false,
};
const session: Session = {
  groupKey: 'readers',
  planned: '2027-03-29T19:00',
  zone: 'UTC',
  minutes: 60,
  startsAt: at('2027-03-29T19:00:00Z'),
  endsAt: at('2027-03-29T20:00:00Z'),
  revision: 0,
};

function told(more: { readonly isMember?: boolean; readonly call?: number }): string | undefined {
  const answered = { kind: 'answered', isComing: true, isMember: true, reminder: { kind: 'passed' } } as const;
  const lines = textOf(answerMessage({ ...answered, group, session, ...more }, 'en')).split('\n');
  return lines.find(line => line.startsWith('🔔'));
}

test('whoever says so after the time of their reminder is told of the call, while it is ahead and theirs', () => {
  const passed = '🔔 The time of your reminder for this meeting has passed.';
  expect(told({ call: 15 })).toBe(`${passed} The group is pinged 15 minutes before the start.`);
  expect(told({ call: 0 })).toBe(`${passed} The group is pinged at the start.`);
  expect(told({})).toBe(passed);
  expect(told({ call: 15, isMember: false })).toBe(passed);
});

test('the thread promises no reminder: it opens when the usual one goes out', () => {
  const last = textOf(agendaPost({ kind: 'thread', group, session }, {}, 'en'))
    .split('\n')
    .at(-1);
  expect(last).toBe(
    '-# Say whether you come: it helps the others plan. `/me reminders` sets when and where you are reminded.',
  );
});
