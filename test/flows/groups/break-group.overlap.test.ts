/** Holidays and pauses that overlap or replace one another: what is announced, and that the host's answer is true. */
import { expect, test } from 'vitest';
import type { BreakOutcome } from '../../../src/domain/groups/hosting.ts';
import { breakMessage } from '../../../src/views/groups/breaks.ts';
import { breakPost } from '../../../src/views/groups/pings/break.ts';
import { at } from '../../support/builders.ts';
import { onEachEngine } from '../../support/databases.ts';
import { textOf } from '../../support/read-message.ts';
import { type Groups, someGroups } from './some-groups.ts';

/** The first line of each post since the last look, and which meeting is so near that it rings. */
async function told({ effects, flows }: Groups) {
  const said = (await effects('ping')).map(async effect => {
    if (effect.kind !== 'ping') throw new Error(effect.kind);
    const opened = await flows.openPing('1100', effect.ping);
    if (opened.kind !== 'break') throw new Error(opened.kind);
    return [textOf(breakPost(opened)).split('\n')[0], opened.soon?.planned];
  });
  return await Promise.all(said);
}

function idOf(outcome: BreakOutcome): number {
  if (outcome.kind !== 'noted') throw new Error(outcome.kind);
  return outcome.noted.id;
}

const words = (outcome: BreakOutcome) => textOf(breakMessage(outcome)).replaceAll(/<t:\d+:\w>/g, '…');
const when = '… (19:00 in Europe/Berlin)';

onEachEngine('pauses in place of one another, on $name', engine => {
  test('a shorter one gives meetings back: said once, ringing where one is near, and the host reads it', async () => {
    const groups = await someGroups(engine);
    const { flows, olga, passTo } = groups;
    await flows.pauseGroup(olga(), 'owls', { until: '2027-01-15' });
    await told(groups);
    passTo(at('2026-11-24T20:00:00Z'));
    expect(words(await flows.pauseGroup(olga(), 'owls', { until: '24 Nov' }))).toBe(
      [
        '### ⏸️ Night Owls pauses on Tue 24 Nov',
        'No meeting falls on that day.',
        'Meetings that were off take place again.',
        `**Next:** ${when}, …`,
        '-# The group hears of it in its channel. Nobody loses a week by it.',
      ].join('\n'),
    );
    expect(await told(groups)).toEqual([['### ✅ Night Owls meets again', '2026-11-25T19:00']]);
  });

  test.each([
    ['a longer', '10 Dec', '2027-01-15', '### ✅ Night Owls meets again'],
    ['a shorter', '2027-01-15', '10 Dec', '### ⏸️ Night Owls pauses from Sun 22 Nov to Fri 15 Jan'],
  ])('%s one undone leaves the earlier, and that undone is the later once more', async (_, first, second, post) => {
    const groups = await someGroups(engine);
    const { flows, olga, effects } = groups;
    const { noted } = (await flows.pauseGroup(olga(), 'owls', { until: first, reason: 'exams' })) as Noted;
    const later = await flows.pauseGroup(olga(), 'owls', { until: second });
    await effects();
    const undone = await flows.liftBreak(olga(), idOf(later));
    expect(undone).toMatchObject({ kind: 'noted', noted: { ...noted, id: expect.any(Number) } });
    expect(await told(groups)).toEqual([[post, undefined]]);
    expect(await flows.liftBreak(olga(), idOf(later))).toEqual({ kind: 'lifted-before' });
    const { id: __, ...days } = (later as Noted).noted;
    expect(await flows.liftBreak(olga(), idOf(undone))).toMatchObject({ kind: 'noted', noted: days });
  });
});

onEachEngine('pauses beside one another, on $name', engine => {
  const planned = async ({ flows, ada }: Groups) => {
    const next = await flows.nextMeetings(ada(), 'owls');
    if (next.kind !== 'meetings') throw new Error(next.kind);
    return next.meetings.map(({ session }) => `${session.planned.slice(0, 10)}${session.off ? ' off' : ''}`);
  };

  test('a second one leaves one that is planned for other days, and resuming ends that which has begun', async () => {
    const groups = await someGroups(engine);
    const { flows, olga, passTo } = groups;
    await flows.pauseGroup(olga(), 'owls', { from: '7 Dec', until: '13 Dec' });
    expect(await flows.pauseGroup(olga(), 'owls', { from: '30 Nov', until: '6 Dec' })).toMatchObject({ again: 0 });
    const next = ['2026-11-30 off', '2026-12-02 off', '2026-12-07 off', '2026-12-09 off', '2026-12-14'];
    passTo(at('2026-11-29'));
    expect(await planned(groups)).toEqual(next);
    passTo(at('2026-11-30'));
    await flows.resumeGroup(olga(), 'owls');
    expect(await planned(groups)).toEqual([...next.slice(0, 2).map(day => day.slice(0, 10)), ...next.slice(2)]);
    await flows.resumeGroup(olga(), 'owls');
    expect(await flows.resumeGroup(olga(), 'owls')).toMatchObject({ kind: 'not-paused' });
  });

  test('a second one in place of a planned one says to the host what takes place again', async () => {
    const { flows, olga } = await someGroups(engine);
    await flows.pauseGroup(olga(), 'owls', { from: '30 Nov', until: '8 Dec' });
    const second = words(await flows.pauseGroup(olga(), 'owls', { from: '7 Dec', until: '10 Dec' }));
    expect(second).toContain(`**Off:**\n- ${when}\nMeetings that were off take place again.\n`);
  });
});

type Noted = Extract<BreakOutcome, { kind: 'noted' }>;

onEachEngine('breaks that overlap, on $name', engine => {
  const paused = '🚫 … is off: the group pauses';

  test('a holiday within a pause keeps nothing that is not off already, and lifted gives nothing back', async () => {
    const groups = await someGroups(engine);
    const { flows, olga } = groups;
    await flows.pauseGroup(olga(), 'owls', {});
    await told(groups);
    const holiday = await flows.noteHoliday(olga(), 'owls', { from: '23 Nov', until: '25 Nov' });
    const resumes = 'It meets again once a host types `/group resume`.';
    expect(words(holiday)).toBe(
      [
        '### 🌴 Night Owls has a holiday from Mon 23 Nov to Wed 25 Nov',
        '**Off already, so nobody is told:**',
        `- ${paused}`,
        `- ${paused}`,
        resumes,
      ].join('\n'),
    );
    expect(words(await flows.liftBreak(olga(), idOf(holiday)))).toBe(
      [
        '### ✅ Night Owls: the holiday is lifted',
        'No meeting takes place again because of it, so nobody is told.',
        paused,
        resumes,
      ].join('\n'),
    );
    expect(await told(groups)).toEqual([]);
  });

  test('a pause resumed within a holiday gives nothing back', async () => {
    const groups = await someGroups(engine);
    const { flows, olga } = groups;
    await flows.noteHoliday(olga(), 'owls', { from: '23 Nov', until: '30 Nov', reason: 'exams' });
    await told(groups);
    await flows.pauseGroup(olga(), 'owls', { until: '27 Nov' });
    expect(words(await flows.resumeGroup(olga(), 'owls'))).toBe(
      [
        '### ✅ Night Owls: the pause is lifted',
        'No meeting takes place again because of it, so nobody is told.',
        '🚫 … is off for a holiday: exams',
        `**Next:** ${when}, …`,
      ].join('\n'),
    );
    expect(await told(groups)).toEqual([]);
  });

  test('a holiday noted again for another reason says that its day is off already', async () => {
    const { flows, olga } = await someGroups(engine);
    await flows.noteHoliday(olga(), 'all', { from: '23 Nov', reason: 'a' });
    expect(words(await flows.noteHoliday(olga(), 'all', { from: '23 Nov', reason: 'b' }))).toContain(
      'Off already, so nobody is told:**\n- Night Owls · 🚫 … is off for a holiday: a\n',
    );
  });
});
