import { describe, expect, test } from 'vitest';
import type { CalendarOutcome } from '../../../src/domain/groups/calendar-feed.ts';
import { noteDeparture } from '../../../src/store/departures.ts';
import { setHost } from '../../../src/store/groups/members.ts';
import { saveChange } from '../../../src/store/groups/session-changes.ts';
import { readCalendar } from '../../calendar/read-calendar.ts';
import { aCommunity } from '../../support/a-community.ts';
import { aCurriculum, at } from '../../support/builders.ts';
import { onEachEngine } from '../../support/databases.ts';
import { boundFlows } from '../../support/flows.ts';

const publicUrl = 'https://cairn.example.org';
const studyGroup = (key: string, title: string, at: string) => ({
  key,
  title,
  paths: [],
  channel: 'c',
  meets: [{ days: ['Monday'], at, minutes: 60 }] as const,
});
const community = aCommunity({
  name: 'Quorum',
  studyGroups: [studyGroup('grads', 'New Graduates', '19:00'), studyGroup('arch', 'Architects', '17:00')],
});

const addressOf = (outcome: CalendarOutcome): string => {
  if (outcome.kind !== 'feed') throw new Error(`It was ${outcome.kind}.`);
  return outcome.address;
};
const tokenOf = (outcome: CalendarOutcome) =>
  addressOf(outcome).replace(`${publicUrl}/calendar/`, '').replace('.ics', '');

onEachEngine('calendars on $name', engine => {
  const opened = async (more: { publicUrl?: string } = { publicUrl }) => {
    const bound = await boundFlows(engine, aCurriculum({}), community, more);
    const { flows, ada, ben, db } = bound;
    const member = { ...ada(), isOrganiser: false };
    const asAda = () => ({ ...ada(), isOrganiser: false });
    const asBen = () => ({ ...ben(), isOrganiser: false });
    const shown = async (token: string) => {
      const fetched = await flows.fetchCalendar(token);
      return fetched.kind === 'calendar'
        ? [...new Set(readCalendar(fetched.calendar).held.map(({ title }) => title))].sort()
        : fetched.kind;
    };
    return { flows, db, member, asAda, asBen, shown };
  };

  test("a member's own follows when they join and leave, at the same address", async () => {
    const { flows, asAda, asBen, shown } = await opened();
    const token = tokenOf(await flows.openCalendar(asAda()));
    expect(token).toMatch(/^[A-Za-z0-9_-]{32}$/);
    expect(await shown(token)).toEqual([]);
    await flows.joinGroup(asAda(), 'grads');
    await flows.joinGroup(asAda(), 'arch');
    await flows.joinGroup(asBen(), 'arch');
    expect(await shown(token)).toEqual(['Architects', 'New Graduates']);
    await flows.leaveGroup(asAda(), 'arch');
    expect(await shown(token)).toEqual(['New Graduates']);
    expect(tokenOf(await flows.openCalendar(asAda()))).toBe(token);
    const bens = tokenOf(await flows.openCalendar(asBen()));
    expect(bens).not.toBe(token);
    expect(await shown(bens)).toEqual(['Architects']);
  });

  test('with a new address the old is dead at once; stopped, both are', async () => {
    const { flows, asAda, shown } = await opened();
    const first = tokenOf(await flows.openCalendar(asAda()));
    const second = tokenOf(await flows.openCalendar(asAda(), undefined, 'renew'));
    expect([await shown(first), await shown(second)]).toEqual(['revoked', []]);
    expect(await flows.openCalendar(asAda(), undefined, 'stop')).toMatchObject({ kind: 'stopped' });
    expect([await shown(first), await shown(second)]).toEqual(['revoked', 'revoked']);
    const third = tokenOf(await flows.openCalendar(asAda()));
    expect(await shown(third)).toEqual([]);
    expect(new Set([first, second, third]).size).toBe(3);
  });

  test('a group’s that was stopped is switched on again by hosts and organisers only', async () => {
    const { flows, asAda, asBen, shown } = await opened();
    const first = tokenOf(await flows.openCalendar(asBen(), 'arch'));
    await flows.openCalendar({ ...asAda(), isOrganiser: true }, 'arch', 'stop');
    expect(await flows.openCalendar(asBen(), 'arch')).toMatchObject({ kind: 'stopped', mayRevoke: false });
    const second = tokenOf(await flows.openCalendar({ ...asAda(), isOrganiser: true }, 'arch'));
    expect([await shown(first), await shown(second)]).toEqual(['revoked', ['Architects']]);
    expect(tokenOf(await flows.openCalendar(asBen(), 'arch'))).toBe(second);
  });

  test('of meetings before the community’s zone was changed nothing stands at an hour it never had', async () => {
    const { flows, asAda } = await opened();
    const token = tokenOf(await flows.openCalendar(asAda(), 'grads'));
    const heldBefore = async (instant: Temporal.Instant) => {
      const fetched = await flows.fetchCalendar(token);
      if (fetched.kind !== 'calendar') throw new Error(fetched.kind);
      return readCalendar(fetched.calendar).held.filter(one => Temporal.Instant.compare(one.at, instant) < 0);
    };
    const now = at('2026-05-01');
    expect(await heldBefore(now)).not.toEqual([]);
    await flows.setCommunityZone(asAda(), 'Asia/Tokyo');
    expect(await heldBefore(now)).toEqual([]);
  });

  test('of who has left the server it is gone until they are seen again; a group’s stays', async () => {
    const { flows, db, asAda, asBen, shown } = await opened();
    await flows.joinGroup(asAda(), 'arch');
    await flows.joinGroup(asBen(), 'arch');
    const [own, bens, groups] = [
      tokenOf(await flows.openCalendar(asAda())),
      tokenOf(await flows.openCalendar(asBen())),
      tokenOf(await flows.openCalendar(asAda(), 'arch')),
    ];
    const { guildId, userId } = asAda();
    await noteDeparture(db, { guildId, userId }, at('2026-05-02'));
    expect([await shown(own), await shown(bens), await shown(groups)]).toEqual([
      'unknown',
      ['Architects'],
      ['Architects'],
    ]);
    await flows.seeRoles({ member: { guildId, userId }, roleIds: [], because: '1' });
    expect(await shown(own)).toEqual(['Architects']);
  });

  test('an interaction that comes twice makes one new address', async () => {
    const { flows, asAda, shown } = await opened();
    await flows.openCalendar(asAda());
    const press = asAda();
    const tokens = await Promise.all(
      [1, 2].map(async () => tokenOf(await flows.openCalendar(press, undefined, 'renew'))),
    );
    expect(tokens[0]).toBe(tokens[1]);
    expect(await shown(tokens[0] ?? '')).toEqual([]);
  });

  test("a group's is the same for all, and only hosts and organisers make it anew", async () => {
    const { flows, db, asAda, asBen, shown } = await opened();
    const token = tokenOf(await flows.openCalendar(asAda(), 'New Graduates'));
    expect(await flows.openCalendar(asBen(), 'grads')).toMatchObject({ kind: 'feed', mayRevoke: false });
    expect(tokenOf(await flows.openCalendar(asBen(), 'grads'))).toBe(token);
    expect(await shown(token)).toEqual(['New Graduates']);
    expect(await flows.openCalendar(asBen(), 'grads', 'renew')).toMatchObject({ kind: 'not-host' });
    expect(await flows.openCalendar(asBen(), 'grads', 'stop')).toMatchObject({ kind: 'not-host' });
    expect(await shown(token)).toEqual(['New Graduates']);
    await flows.joinGroup(asBen(), 'grads');
    await setHost(db, asBen(), 'grads', true);
    const second = tokenOf(await flows.openCalendar(asBen(), 'grads', 'renew'));
    const third = tokenOf(await flows.openCalendar({ ...asAda(), isOrganiser: true }, 'grads', 'renew'));
    expect([await shown(token), await shown(second), await shown(third)]).toEqual([
      'revoked',
      'revoked',
      ['New Graduates'],
    ]);
  });

  test('what a host changes is in it, dated', async () => {
    const { flows, db, asAda } = await opened();
    const token = tokenOf(await flows.openCalendar(asAda(), 'grads'));
    const change = { planned: '2026-05-04T19:00', kind: 'skipped', reason: 'Golden Week', revision: 1 } as const;
    await saveChange(db, { guildId: '1100', groupKey: 'grads', by: '1200' }, change, at('2026-05-02T10:00:00Z'));
    const fetched = await flows.fetchCalendar(token);
    if (fetched.kind !== 'calendar') throw new Error(fetched.kind);
    expect(readCalendar(fetched.calendar).cancelled.map(one => one.at)).toEqual(['2026-05-04T19:00:00Z']);
    expect(fetched.calendar).toContain('LAST-MODIFIED:20260502T100000Z');
    const file = await flows.sessionCalendar('1100', 'grads', change.planned);
    expect(file).toMatchObject({ kind: 'file', name: 'grads-2026-05-04.ics' });
  });

  test('a holiday that is lifted, and a new zone, date it later once more: its number only grows', async () => {
    const { flows, asAda } = await opened();
    const token = tokenOf(await flows.openCalendar(asAda(), 'grads'));
    const asOrganiser = () => ({ ...asAda(), isOrganiser: true });
    const fields = async () => {
      const fetched = await flows.fetchCalendar(token);
      if (fetched.kind !== 'calendar') throw new Error(fetched.kind);
      const of = (name: string) => new RegExp(`^${name}:(\\w+)`, 'm').exec(fetched.calendar)?.[1] ?? '';
      return [of('DTSTAMP'), of('LAST-MODIFIED'), Number(of('SEQUENCE'))] as const;
    };
    const seen = [await fields()];
    const noted = await flows.noteHoliday(asOrganiser(), 'grads', { from: '2026-05-04' });
    if (noted.kind !== 'noted') throw new Error(noted.kind);
    seen.push(await fields());
    await flows.liftBreak(asOrganiser(), noted.noted.id);
    seen.push(await fields());
    await flows.pauseGroup(asOrganiser(), 'grads', {});
    seen.push(await fields());
    await flows.resumeGroup(asOrganiser(), 'grads');
    seen.push(await fields());
    expect(await flows.setCommunityZone(asOrganiser(), 'Asia/Tokyo')).toMatchObject({ kind: 'changed' });
    seen.push(await fields());
    for (const index of [0, 1, 2]) {
      const values = seen.map(all => all[index]);
      expect(values).toEqual([...new Set(values)].sort((a, b) => (String(a) < String(b) ? -1 : 1)));
    }
  });

  test('that of a group that has ended keeps its name, and is a calendar all the same', async () => {
    const { flows, asAda } = await opened();
    const token = tokenOf(await flows.openCalendar(asAda(), 'grads'));
    const own = tokenOf(await flows.openCalendar(asAda()));
    await flows.endGroup({ ...asAda(), isOrganiser: true }, 'grads', true);
    const [ended, personal] = await Promise.all([token, own].map(async one => await flows.fetchCalendar(one)));
    expect(ended).toMatchObject({
      calendar: expect.stringMatching(/^NAME:New Graduates · Quorum\r\n.*BEGIN:VTIMEZONE/ms),
    });
    expect(personal).toMatchObject({
      calendar: expect.stringMatching(/^NAME:Quorum: my groups\r\n.*BEGIN:VTIMEZONE/ms),
    });
  });

  test('without a public address there is a file, and no secret is made', async () => {
    const { flows, asAda } = await opened({});
    await flows.joinGroup(asAda(), 'arch');
    const outcome = await flows.openCalendar(asAda());
    if (outcome.kind !== 'offline') throw new Error(outcome.kind);
    expect(outcome.name).toBe('my-groups.ics');
    expect(readCalendar(outcome.calendar).held.length).toBeGreaterThan(52);
  });
});

describe('what is not there', () => {
  onEachEngine('on $name', engine => {
    test('is no calendar, no group and no session', async () => {
      const { flows, ada } = await boundFlows(engine, aCurriculum({}), community, { publicUrl });
      expect(await flows.fetchCalendar('x'.repeat(32))).toEqual({ kind: 'unknown' });
      expect(await flows.openCalendar({ ...ada(), isOrganiser: false }, 'chess')).toMatchObject({
        kind: 'unknown-group',
      });
      expect(await flows.sessionCalendar('1100', 'chess', '2026-05-04T19:00')).toEqual({ kind: 'unknown-session' });
      expect(await flows.sessionCalendar('1100', 'grads', '2026-05-05T19:00')).toEqual({ kind: 'unknown-session' });
      expect(await flows.sessionCalendar('1100', 'grads', 'nonsense')).toEqual({ kind: 'unknown-session' });
    });
  });
});
