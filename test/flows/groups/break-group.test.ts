/** A pause or holiday takes no week away from anybody, also when it is lifted on the evening of a meeting that it kept. */
import { expect, test } from 'vitest';
import type { Effect } from '../../../src/domain/effect.ts';
import type { Deciding } from '../../../src/flows/groups/hosting.ts';
import { onEachEngine } from '../../support/databases.ts';
import { aMeeting, community, guildId, type Meeting } from './a-meeting.ts';

type Act = (flows: Meeting['flows'], deciding: Deciding) => Promise<unknown>;

/** Of what stands when the week begins. */
async function noted(flows: Meeting['flows'], deciding: Deciding, kind: 'pause' | 'holiday'): Promise<number> {
  const outcome =
    kind === 'pause'
      ? await flows.pauseGroup(deciding, 'evening', {})
      : await flows.noteHoliday(deciding, 'evening', { from: 'today', until: '2 weeks' });
  if (outcome.kind !== 'noted') throw new Error(outcome.kind);
  return outcome.noted.id;
}

onEachEngine('the evening after a meeting that was off, on $name', engine => {
  test.each<['pause' | 'holiday', string, (id: number) => Act]>([
    ['pause', 'resumed', () => (flows, deciding) => flows.resumeGroup(deciding, 'evening')],
    ['pause', 'given an end', () => (flows, deciding) => flows.pauseGroup(deciding, 'evening', { until: '1 week' })],
    ['holiday', 'lifted', id => (flows, deciding) => flows.liftBreak(deciding, id)],
  ])('a %s that is %s costs nobody a week', async (kind, _, act) => {
    const meeting = await aMeeting(engine);
    const { flows } = meeting;
    const olga = () => ({ ...meeting.member('1290'), isOrganiser: true });
    await flows.joinGroup(meeting.ada(), 'evening');
    for (const monday of ['2026-11-23', '2026-11-30', '2026-12-07']) {
      meeting.setClock(`${monday}T18:00`);
      await flows.noteHere(meeting.ada(), 'evening', `${monday}T19:00`);
    }
    meeting.setClock('2026-12-13T12:00');
    const id = await noted(flows, olga(), kind);
    // Wednesday, an hour after the meeting would have ended.
    meeting.setClock('2026-12-16T20:00');
    expect(await act(id)(flows, olga())).toMatchObject({ kind: expect.stringMatching(/noted|resumed/) });
    expect(await flows.showProgress(meeting.ada())).toMatchObject({ consistency: { attended: 3, of: 3 } });
    const shown = await flows.showGroup({ ...meeting.ada(), isOrganiser: false }, 'evening');
    if (shown.kind !== 'group') throw new Error(shown.kind);
    expect(shown.past.map(({ session }) => session.planned)).not.toContain('2026-12-16T19:00');
  });
});

onEachEngine('a holiday of all groups, on $name', engine => {
  const inOneChannel = ['evening', 'night', 'morning'].flatMap(key =>
    community.studyGroups.map(group => ({ ...group, key, title: key })),
  );

  /** What is said about it: the group that says it, whether it speaks of all groups, and the meeting that is near. */
  async function told({ db, flows }: Meeting) {
    const rows = await db.selectFrom('outbox').select('payload').where('kind', '=', 'ping').orderBy('id').execute();
    const opened = rows.map(async ({ payload }) => {
      const effect = JSON.parse(payload) as Extract<Effect, { kind: 'ping' }>;
      const ping = await flows.openPing(guildId, effect.ping);
      if (ping.kind !== 'break') throw new Error(ping.kind);
      return [ping.group.key, ping.isOfAll ?? false, ping.soon?.planned];
    });
    return await Promise.all(opened);
  }

  test.each([
    ['days ahead is said once in a channel', '2026-11-22T12:00', [['evening', true, undefined]]],
    [
      'shortly before they meet rings each group that would',
      '2026-11-23T12:00',
      ['evening', 'night', 'morning'].map(key => [key, true, '2026-11-23T19:00']),
    ],
  ])('%s', async (_, clock, said) => {
    const meeting = await aMeeting(engine, { studyGroups: inOneChannel });
    meeting.setClock(clock);
    const olga = { ...meeting.member('1290'), isOrganiser: true };
    await meeting.flows.noteHoliday(olga, 'all', { from: '2026-11-23', until: '2026-11-29' });
    expect(await told(meeting)).toEqual([...said, ['office-hours-weekly', false, undefined]]);
  });
});
