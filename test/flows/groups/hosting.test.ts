/** What hosts decide about their groups, and organisers in their place. */
import { expect, test } from 'vitest';
import { hostedGroups, memberCounts } from '../../../src/store/groups/members.ts';
import { at } from '../../support/builders.ts';
import { onEachEngine } from '../../support/databases.ts';
import { type Groups, someGroups } from './some-groups.ts';

const monday = 'owls/2026-11-23T19:00';
const announcing = (occurrence: RegExp) => ({ kind: 'change', occurrence: expect.stringMatching(occurrence) });
const boundRole = {
  guild_id: '1100',
  name: 'role:owls-group',
  discord_id: '900',
  state: 'bound',
  since: '2026-11-22T00:00:00.000Z',
  set_as: null,
} as const;
const audit = async ({ flows }: Groups) =>
  (await flows.showAudit('1100')).records.map(({ action, subject, userId }) => [action, subject, userId]);

onEachEngine('hosts on $name', engine => {
  test('a host skips a meeting: announced once, planned anew, mirrored anew, and taken back by Undo', async () => {
    const groups = await someGroups(engine);
    const { flows, ada, olga, as, effects } = groups;
    await flows.nameHost(olga(), 'owls', { member: ada(), isHost: true });
    await effects();
    const host = as(ada());
    const skipped = await flows.skipSession(host, monday, ' away ');
    expect(skipped).toMatchObject({
      kind: 'change',
      change: { kind: 'skipped', reason: 'away', revision: 1 },
      next: { planned: '2026-11-25T19:00' },
      undo: { revision: 1, to: 'hold' },
    });
    const change = { groupKey: 'owls', occurrence: '2026-11-23T19:00~1', kind: 'change', audience: 'channel' };
    expect(await effects()).toEqual([
      { kind: 'ping', guildId: '1100', ping: change },
      { kind: 'mirror-sessions', guildId: '1100', groupKey: 'owls', because: host.interactionId },
    ]);
    expect(await flows.skipSession(as(ada()), monday)).toMatchObject({ kind: 'unchanged' });
    expect(await effects()).toEqual([]);
    expect(await flows.undoChange(as(ada()), monday, { revision: 1, to: 'hold' })).toMatchObject({
      kind: 'change',
      change: { kind: 'held', revision: 2 },
    });
    expect(await flows.undoChange(as(ada()), monday, { revision: 1, to: 'hold' })).toMatchObject({
      kind: 'superseded',
    });
    // A host's decisions are their own; only organisers' stand in the log.
    expect(await audit(groups)).toEqual([['host-named', 'Night Owls', '1290']]);
  });

  test('a bot hosts nothing and joins nothing; one that was named before is dismissed as anybody', async () => {
    const groups = await someGroups(engine);
    const { flows, db, olga, cleo } = groups;
    const bot = { ...cleo(), isBot: true } as const;
    expect(await flows.nameHost(olga(), 'owls', { member: bot, isHost: true })).toMatchObject({ kind: 'a-bot' });
    expect(await db.selectFrom('group_members').selectAll().execute()).toEqual([]);
    expect(await audit(groups)).toEqual([]);
    await flows.nameHost(olga(), 'owls', { member: cleo(), isHost: true });
    expect(await flows.nameHost(olga(), 'owls', { member: bot, isHost: false })).toMatchObject({ kind: 'no-longer' });
  });

  test('a meeting is moved by its time in the group’s zone, and an organiser’s move stands in the log', async () => {
    const groups = await someGroups(engine);
    const { flows, olga } = groups;
    expect(await flows.moveSession(olga(), monday, { typed: 'Tue 20:00' })).toMatchObject({
      kind: 'change',
      change: { to: '2026-11-24T20:00' },
      undo: { to: 'hold' },
    });
    expect(await flows.moveSession(olga(), monday, { typed: '21:00' })).toMatchObject({
      change: { to: '2026-11-24T21:00' },
      undo: { revision: 2, to: '2026-11-24T20:00' },
    });
    expect(await flows.moveSession(olga(), monday, { typed: 'later' })).toMatchObject({
      kind: 'unreadable-time',
      typed: 'later',
    });
    const { records } = await flows.showAudit('1100');
    expect(records[0]).toMatchObject({
      action: 'session-moved',
      subject: 'Night Owls · Tue 24 Nov, 20:00',
      before: 'Tue 24 Nov, 20:00',
      after: 'Tue 24 Nov, 21:00',
    });
  });

  test('who does not host it is told who does, and nothing changes', async () => {
    const { flows, ada, ben, olga, as, effects } = await someGroups(engine);
    await flows.nameHost(olga(), 'owls', { member: ada(), isHost: true });
    await effects();
    const refused = { kind: 'not-host', hosts: ['1200'] };
    const reads = { typed: '20:00' };
    expect(await flows.skipSession(as(ben()), monday)).toMatchObject(refused);
    expect(await flows.moveSession(as(ben()), monday, reads)).toMatchObject(refused);
    expect(await flows.holdSession(as(ben()), monday)).toMatchObject(refused);
    expect(await flows.pauseGroup(as(ben()), 'owls', {})).toMatchObject(refused);
    expect(await flows.noteHoliday(as(ben()), 'owls', { from: 'today' })).toMatchObject(refused);
    expect(await flows.endGroup(as(ben()), 'owls', true)).toMatchObject(refused);
    expect(await flows.noteHoliday(as(ada()), 'all', { from: 'today' })).toEqual({ kind: 'organisers-only' });
    expect(await flows.endGroup(as(ada()), 'owls', true)).toEqual({ kind: 'organisers-only' });
    expect(await flows.nameHost(as(ada()), 'owls', { member: ben(), isHost: true })).toEqual({
      kind: 'organisers-only',
    });
    expect(await effects()).toEqual([]);
  });

  test('a host who has left the server hosts nothing, and all again once they are back', async () => {
    const { db, flows, ada, ben, olga, as } = await someGroups(engine);
    await flows.nameHost(olga(), 'owls', { member: ada(), isHost: true });
    await flows.joinGroup(ben(), 'owls');
    const shown = async () => {
      const group = await flows.showGroup(olga(), 'owls');
      const refused = await flows.endGroup(as(ben()), 'owls', true);
      if (group.kind !== 'group' || refused.kind !== 'not-host') throw new Error(refused.kind);
      const [counts, hosted] = [await memberCounts(db, '1100'), await hostedGroups(db, '1100')];
      return [group.members, group.hosts, refused.hosts, counts.get('owls'), hosted.has('owls')];
    };
    const before = [2, ['1200'], ['1200'], 2, true];
    expect(await shown()).toEqual(before);
    await flows.hearOfDeparture(ada());
    expect(await shown()).toEqual([1, [], [], 1, false]);
    // Back, and not seen yet.
    expect(await flows.skipSession(as(ada()), monday)).toMatchObject({ kind: 'change' });
    await flows.seeRoles({ member: ada(), roleIds: [], because: 'back' });
    expect(await shown()).toEqual(before);
  });

  test('a session can be named by its group, or as it was suggested; a host is offered their own', async () => {
    const { flows, ada, olga, as } = await someGroups(engine);
    await flows.nameHost(olga(), 'larks', { member: ada(), isHost: true });
    const offered = await flows.suggestSessions(as(ada()), '', 'held');
    expect(offered).toHaveLength(10);
    expect(offered[0]).toMatchObject({ group: { key: 'larks' }, session: { planned: '2026-11-24T08:00' } });
    expect(await flows.skipSession(as(ada()), 'Larks')).toMatchObject({ before: { planned: '2026-11-24T08:00' } });
    expect(await flows.skipSession(as(ada()), 'larks tue 8 dec')).toMatchObject({
      before: { planned: '2026-12-08T08:00' },
    });
    expect(await flows.suggestSessions(as(ada()), 'tue 24', 'off')).toHaveLength(1);
  });

  test('text that names no meeting is answered with the next there are, nearest first', async () => {
    const { flows, olga } = await someGroups(engine);
    const next = ['2026-11-23T19:00', '2026-11-24T08:00', '2026-11-25T19:00'].map(planned => ({
      session: { planned },
    }));
    for (const typed of ['christmas', 'next week', '30/12/2030']) {
      expect((await flows.suggestSessions(olga(), typed, 'held')).slice(0, 3)).toMatchObject(next);
      expect(await flows.skipSession(olga(), typed)).toMatchObject({ kind: 'unknown-session', nearest: next });
    }
  });

  test('a meeting is named by its date in figures, where that is one day', async () => {
    const { flows, olga, effects } = await someGroups(engine);
    const plannedOf = async (typed: string) =>
      (await flows.suggestSessions(olga(), typed, 'held')).map(({ session }) => session.planned);
    expect(await plannedOf('2/12/2026')).toEqual(['2026-12-02T19:00']);
    expect(await plannedOf('9/12/2026')).toEqual(['2026-12-09T19:00']);
    // In both readings they meet, and the one is not among the next ten.
    expect(await plannedOf('owls 1/2/2027')).toEqual(['2027-02-01T19:00']);
    await effects();
    expect(await flows.skipSession(olga(), 'owls 2/12/2026')).toEqual({
      kind: 'either-day',
      typed: 'owls 2/12/2026',
      either: ['2026-12-02', '2026-02-12'],
    });
    expect(await flows.moveSession(olga(), monday, { typed: '1/12/2026 20:00' })).toMatchObject({ kind: 'either-day' });
    expect(await effects()).toEqual([]);
    expect(await flows.moveSession(olga(), monday, { typed: '27/11/2026 20:00' })).toMatchObject({
      change: { to: '2026-11-27T20:00' },
    });
    // It is known by both its days.
    for (const typed of ['27.11.2026', '2026-11-23']) expect((await plannedOf(typed))[0]).toBe('2026-11-23T19:00');
    expect(await flows.skipSession(olga(), '30/12/2026')).toMatchObject({ before: { planned: '2026-12-30T19:00' } });
    expect(await flows.skipSession(olga(), 'larks 12/29/2026')).toMatchObject({
      before: { planned: '2026-12-29T08:00' },
    });
    // Not 2026-12-02, which has the same figures.
    expect(await flows.skipSession(olga(), '2026-02-12')).toMatchObject({ kind: 'unknown-session' });
  });

  test('a new time is shown as it is understood, with what the clocks do', async () => {
    const { flows, olga } = await someGroups(engine);
    const understood = await flows.suggestNewTimes(olga(), 'wed 8:30', 'larks/2026-11-24T08:00');
    expect(understood).toMatchObject([{ value: '2026-11-25 08:30', named: { session: { zone: 'America/New_York' } } }]);
    expect(await flows.suggestNewTimes(olga(), 'nonsense', 'larks')).toEqual([]);
    expect((await flows.suggestNewTimes(olga(), '', 'larks'))[0]).toMatchObject({ value: '2026-11-24 09:00' });
  });

  test('a pause takes every meeting off until it is resumed, and says so once each', async () => {
    const { flows, olga, effects, ada } = await someGroups(engine);
    expect(await flows.pauseGroup(olga(), 'owls', { reason: 'exams' })).toMatchObject({
      kind: 'noted',
      noted: { kind: 'paused', from: '2026-11-22', reason: 'exams' },
      off: [{ session: { planned: '2026-11-23T19:00' } }, {}, {}, {}, {}],
    });
    expect(await effects('ping')).toMatchObject([{ ping: announcing(/^2026-11-23~b\d+$/) }]);
    expect(await flows.nextMeetings(ada(), 'owls')).toMatchObject({
      meetings: [{ session: { off: { kind: 'paused' } } }, {}, {}, {}, {}],
    });
    expect(await flows.resumeGroup(olga(), 'owls')).toMatchObject({
      kind: 'resumed',
      next: { session: { planned: '2026-11-23T19:00' } },
    });
    expect(await effects('ping')).toMatchObject([{ ping: announcing(/^2026-11-23~r\d+$/) }]);
    expect(await flows.resumeGroup(olga(), 'owls')).toMatchObject({ kind: 'not-paused' });
  });

  test('a holiday of all groups tells those that would have met, and can be lifted', async () => {
    const groups = await someGroups(engine);
    const { flows, olga, effects } = groups;
    const noted = await flows.noteHoliday(olga(), 'all', { from: '24 Nov', until: '26 Nov', reason: 'Thanksgiving' });
    expect(noted).toMatchObject({
      kind: 'noted',
      off: [{ group: { key: 'larks' } }, { group: { key: 'owls' } }, { group: { key: 'office-hours-weekly' } }],
      more: 0,
      next: { group: { key: 'owls' }, session: { planned: '2026-11-23T19:00' } },
    });
    const told = (await effects('ping')).map(effect => effect.kind === 'ping' && effect.ping.groupKey);
    expect(told).toEqual(['owls', 'larks', 'office-hours-weekly']);
    if (noted.kind !== 'noted') throw new Error(noted.kind);
    expect(await flows.liftBreak(olga(), noted.noted.id)).toMatchObject({ kind: 'resumed' });
    expect(await flows.liftBreak(olga(), noted.noted.id)).toEqual({ kind: 'lifted-before' });
    expect(await audit(groups)).toEqual([
      ['break-lifted', 'all groups', '1290'],
      ['holiday', 'all groups', '1290'],
    ]);
  });

  test('a click that comes again later does not undo what was decided since', async () => {
    const { flows, olga } = await someGroups(engine);
    const session = 'owls/2026-11-23T19:00';
    const skipping = olga();
    expect(await flows.skipSession(skipping, session)).toMatchObject({ kind: 'change' });
    expect(await flows.holdSession(olga(), session)).toMatchObject({ kind: 'change' });
    expect(await flows.skipSession(skipping, session)).toMatchObject({ kind: 'unchanged' });
    expect(await flows.skipSession(olga(), session)).toMatchObject({ kind: 'change', session: { revision: 3 } });
  });

  test('a pause after a meeting has begun leaves that meeting as it was held', async () => {
    const { flows, olga, passTo } = await someGroups(engine);
    passTo(at('2026-11-23T18:05:00Z'));
    expect(await flows.pauseGroup(olga(), 'owls', {})).toMatchObject({
      noted: { from: '2026-11-23' },
      off: [{ session: { planned: '2026-11-25T19:00' } }, {}, {}, {}, {}],
    });
    passTo(at('2026-11-23T20:00:00Z'));
    expect(await flows.attendance(olga(), 'owls', '2026-11-23T19:00')).toMatchObject({ kind: 'attendance' });
    expect(await flows.attendance(olga(), 'owls', '2026-11-25T19:00')).toMatchObject({ kind: 'off' });
  });

  test('a holiday or pause that comes twice is noted once, and one word takes it back', async () => {
    const { flows, olga, effects, db } = await someGroups(engine);
    const asked = olga();
    const holiday = () => flows.noteHoliday(asked, 'owls', { from: '25 Nov' });
    const noted = await holiday();
    expect(await holiday()).toEqual(noted);
    expect(await flows.pauseGroup(olga(), 'larks', {})).toEqual(await flows.pauseGroup(olga(), 'larks', {}));
    expect(await effects('ping')).toHaveLength(2);
    if (noted.kind !== 'noted') throw new Error(noted.kind);
    await flows.liftBreak(olga(), noted.noted.id);
    await flows.resumeGroup(olga(), 'larks');
    const left = db.selectFrom('group_breaks').selectAll().where('lifted_at', 'is', null);
    expect(await left.execute()).toEqual([]);
  });

  test('noted, lifted and noted again, it is announced each time', async () => {
    const { flows, olga, effects } = await someGroups(engine);
    const told: number[] = [];
    for (let round = 0; round < 2; round += 1) {
      const noted = await flows.noteHoliday(olga(), 'owls', { from: '25 Nov' });
      if (noted.kind !== 'noted') throw new Error(noted.kind);
      told.push((await effects('ping')).length);
      await flows.liftBreak(olga(), noted.noted.id);
      told.push((await effects('ping')).length);
    }
    expect(told).toEqual([1, 1, 1, 1]);
  });

  test('days that make no sense are refused in words of their own', async () => {
    const { flows, olga } = await someGroups(engine);
    const holiday = async (from: string, until?: string) =>
      (await flows.noteHoliday(olga(), 'owls', { from, until })).kind;
    expect(await holiday('soonish')).toBe('unreadable-date');
    expect(await holiday('2026-11-01', '2026-11-03')).toBe('past');
    expect(await holiday('2026-12-03', '2026-12-01')).toBe('backwards');
    expect(await holiday('2026-12-03', '2028-12-01')).toBe('too-long');
  });

  test('a group of the file that has ended starts again at an organiser’s word, with its members', async () => {
    const { flows, ada, olga, as, effects, db } = await someGroups(engine);
    await flows.joinGroup(ada(), 'owls');
    const ending = olga();
    await flows.endGroup(ending, 'owls', true);
    expect(await flows.resumeGroup(as(ada()), 'Night Owls')).toEqual({ kind: 'ended', title: 'Night Owls' });
    await effects();
    expect(await flows.resumeGroup(olga(), 'Night Owls')).toMatchObject({
      kind: 'started-again',
      group: { key: 'owls' },
      next: { session: { planned: '2026-11-23T19:00' } },
    });
    expect(await effects()).toMatchObject([{ kind: 'mirror-sessions', groupKey: 'owls' }]);
    expect(await db.selectFrom('schedules').select('group_key').execute()).toContainEqual({ group_key: 'owls' });
    expect(await flows.showGroup(olga(), 'owls')).toMatchObject({ kind: 'group', members: 1 });
  });

  test('ending a group asks first, and then its members’ roles are gone through', async () => {
    const { flows, ada, olga, effects, db } = await someGroups(engine);
    await flows.joinGroup(ada(), 'owls');
    await db.insertInto('bindings').values(boundRole).execute();
    await flows.startRolePasses();
    await db.deleteFrom('jobs').execute();
    await effects();
    expect(await flows.endGroup(olga(), 'owls', false)).toMatchObject({ kind: 'sure', members: 1 });
    expect(await flows.endGroup(olga(), 'owls', true)).toMatchObject({ kind: 'ended-now' });
    expect(await effects()).toMatchObject([{ ping: announcing(/^2026-11-22~e\d+$/) }, { kind: 'mirror-sessions' }]);
    expect(await flows.joinGroup(ada(), 'Night Owls')).toEqual({ kind: 'ended', title: 'Night Owls' });
    await flows.startRolePasses();
    const passes = await db.selectFrom('jobs').select('key').execute();
    expect(passes.map(({ key }) => key?.split('/')[0])).toContain('mapping');
  });
});
