/** What Cairn says by the calendar: fits a message, reads on a phone, and can be told from every other message. */
import { describe, expect, test } from 'vitest';
import type { Group } from '../../../src/domain/groups/group.ts';
import { noExceptions, type Session, sessionPlannedAt } from '../../../src/domain/groups/session.ts';
import { breakPost } from '../../../src/views/groups/pings/break.ts';
import { changePost } from '../../../src/views/groups/pings/change.ts';
import { endPost } from '../../../src/views/groups/pings/ended.ts';
import { closedDmsPost, directReminderPost, reminderPost } from '../../../src/views/groups/pings/reminder.ts';
import { callPost, checkInPost } from '../../../src/views/groups/pings/start.ts';
import { summaryPost } from '../../../src/views/groups/pings/summary.ts';
import { agendaPost, threadName } from '../../../src/views/groups/pings/thread.ts';
import { weekPlanPost } from '../../../src/views/groups/pings/week-plan.ts';
import type { Message } from '../../../src/views/message.ts';
import { buttonsOf, sizeOf, textOf } from '../../support/read-message.ts';

const title =
  'A group with a **long** title, @everyone in it and much to say about itself, up to a hundred signs, well!';
const group: Group = {
  key: 'g-a-group-with-a-long-title-at-most',
  title,
  kind: 'study-group',
  paths: [],
  channel: 'study-groups',
  slots: (['Monday', 'Wednesday', 'Sunday'] as const).map(day => ({
    day,
    at: '02:30',
    minutes: 60,
    zone: 'Europe/Berlin',
  })),
  isProposed: true,
};

function sessionOf(planned: string, more: Partial<Session> = {}): Session {
  const session = sessionPlannedAt(group, planned, noExceptions);
  if (!session) throw new Error(`Nothing is planned for ${planned}`);
  return { ...session, ...more };
}

const id = (n: number) => String(12_345_678_901_234_560_000n + BigInt(n));
const session = sessionOf('2027-03-28T02:30');
const moved = sessionOf('2027-03-28T02:30', { revision: 3, movedFrom: session.startsAt });
const off = sessionOf('2027-03-29T02:30', { off: { kind: 'holiday', reason: 'x'.repeat(300) } });
const next = sessionOf('2027-04-05T02:30');
const places = { voiceId: id(1), threadId: id(2) };
const change = { kind: 'change', group, plannedAt: session.startsAt, isSoon: true, next } as const;
const noted = { kind: 'holiday', from: '2027-03-28', reason: 'r'.repeat(300), id: 1_234_567 } as const;
const holiday = { kind: 'break', group, noted, soon: off, near: [] } as const;
const ended = { kind: 'ended', group, soon: session } as const;
const dm = { kind: 'reminder', group, session, to: { where: 'dm', userId: id(1), times: 12 } } as const;
const many = Array.from({ length: 90 }, (_, index) => id(index));
const here = { guildId: id(3), server: 'S'.repeat(100), now: session.startsAt.subtract({ hours: 48 }) };

const posts: Readonly<Record<string, Message>> = {
  thread: agendaPost({ kind: 'thread', group, session }, places, 'en'),
  'week plan': weekPlanPost({ kind: 'week-plan', group, sessions: [session, off, next], hosts: many, lateBy: 95 }),
  'week off': weekPlanPost({ kind: 'week-plan', group, sessions: [off], next, hosts: [] }),
  'week off for good': weekPlanPost({ kind: 'week-plan', group, sessions: [off], hosts: [] }),
  reminder: reminderPost(
    { kind: 'reminder', group, session, to: { where: 'thread', userIds: many, times: 0 } },
    many,
    here,
  ),
  'reminder put off': reminderPost(
    { kind: 'reminder', group, session: moved, to: { where: 'thread', userIds: [id(1)], times: 12 } },
    [id(1)],
    here,
  ),
  'reminder, more': reminderPost(
    { kind: 'reminder', group, session: moved, to: { where: 'thread', userIds: many, times: 0 } },
    many,
    here,
  ),
  'direct reminder': directReminderPost(dm, here, places),
  'direct reminder at the last moment': directReminderPost(
    { ...dm, session: moved },
    { ...here, now: session.startsAt.subtract({ minutes: 9 }) },
    places,
  ),
  'closed DMs': closedDmsPost({ ...dm, session: moved }, id(1)),
  call: callPost({ kind: 'session', group, session, lateBy: 5 }, id(9), places),
  'call without a role': callPost({ kind: 'session', group, session: moved }, undefined, {}),
  'check-in': checkInPost({ kind: 'check-in', group, session: moved }, places, moved.startsAt),
  skipped: changePost(
    {
      ...change,
      session: { ...off, revision: 1 },
      change: { planned: off.planned, kind: 'skipped', reason: 'r'.repeat(400), revision: 1 },
    },
    id(9),
  ),
  'moved, in the thread': changePost({
    ...change,
    session: moved,
    change: { planned: moved.planned, kind: 'moved', to: '2027-03-28T02:45', revision: 3 },
  }),
  held: changePost({ ...change, session: moved, change: { planned: moved.planned, kind: 'held', revision: 3 } }),
  holiday: breakPost({ ...holiday, next }, id(9)),
  'holiday, in the thread': breakPost({ ...holiday, next }),
  'holiday of all groups': breakPost({ ...holiday, next, isOfAll: true }),
  'pause without an end': breakPost(holiday),
  'the end': endPost(ended, id(9)),
  'the end, in the thread': endPost(ended),
  summary: summaryPost({
    kind: 'summary',
    from: session.startsAt,
    missed: Array.from({ length: 40 }, () => ({
      title,
      kinds: [
        { kind: 'reminder', times: 12 },
        { kind: 'session', times: 1 },
      ],
    })),
    next: Array.from({ length: 5 }, () => ({ group, session: next })),
  }),
};

/** Characters, which are added to the first. */
const mark = 11;

describe.each(Object.entries(posts))('%s', (_, message) => {
  test('fits a message', () => {
    const size = sizeOf(message);
    expect(size.components).toBeLessThanOrEqual(40);
    expect(size.characters).toBeLessThanOrEqual(4000);
    expect(size.longestId).toBeLessThanOrEqual(100);
    expect(size.repeatedIds).toEqual([]);
  });

  test('has a component to press, with room for what tells it apart', () => {
    const [first] = Object.keys(buttonsOf(message));
    expect(first?.length).toBeLessThanOrEqual(100 - mark);
  });

  test('lets no title speak for itself', () => {
    expect(textOf(message)).not.toMatch(/@everyone|\*\*long\*\*/);
  });
});

describe('a thread’s name', () => {
  test('has the date, and the time only where the group meets twice that day', () => {
    const short = { ...group, title: 'Readers' };
    expect(threadName(short, session)).toBe('Readers · Sun 28 Mar');
    const twice = {
      ...short,
      slots: [...short.slots, { day: 'Sunday', at: '18:00', minutes: 60, zone: 'Europe/Berlin' } as const],
    };
    expect(threadName(twice, session)).toBe('Readers · Sun 28 Mar, 03:30');
  });

  test('has the time as well where the session was moved, perhaps to the day of another', () => {
    const moved = { ...session, movedFrom: session.startsAt.subtract({ hours: 48 }) };
    expect(threadName({ ...group, title: 'Readers' }, moved)).toBe('Readers · Sun 28 Mar, 03:30');
    expect(threadName(group, moved).length).toBeLessThanOrEqual(100);
  });

  test('is never longer than Discord takes', () => {
    expect(threadName(group, session).length).toBeLessThanOrEqual(100);
  });
});

test('a check-in before the start says when that is, and asks who is here already', () => {
  const words = (minutes: number) => {
    const now = session.startsAt.subtract({ minutes });
    return textOf(checkInPost({ kind: 'check-in', group: { ...group, title: 'Readers' }, session }, places, now));
  };
  const start = session.startsAt.epochMilliseconds / 1000;
  const until = `Press the button until <t:${start + 30 * 60}:t>, and this week counts for you.`;
  expect(words(10)).toContain(`### 👋 Readers begins <t:${start}:R>\nWho is here already? ${until}`);
  expect(words(0)).toContain(`### 👋 Readers begins\nWho is here? ${until}`);
});

test('a reminder at the last moment can still be put off by five minutes', () => {
  const message = posts['direct reminder at the last moment'] as Message;
  expect(Object.values(buttonsOf(message))).toEqual(['Again in 5 minutes']);
});

test('a break after which nothing is planned promises to tell, and its end says that there is nothing yet', () => {
  const { noted: _, ...over } = holiday;
  expect(textOf(breakPost(holiday))).toContain('I tell you when it meets again.');
  expect(textOf(breakPost(over))).toContain('No meeting is planned yet.');
});

test('only a call rings a role, and only that one', () => {
  const ringing = Object.entries(posts).flatMap(([name, { rolePings }]) => (rolePings ? [[name, rolePings]] : []));
  expect(ringing).toEqual([
    ['call', [id(9)]],
    ['skipped', [id(9)]],
    ['holiday', [id(9)]],
    ['the end', [id(9)]],
  ]);
});
