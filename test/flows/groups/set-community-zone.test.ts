/** The community's zone: looked at, asked for, changed; what moves with it, and that nothing is lost. */
import { expect, test } from 'vitest';
import { planCommunityZone, setCommunityZone } from '../../../src/flows/groups/set-community-zone.ts';
import { auditRecords } from '../../../src/store/audit.ts';
import { inTransaction } from '../../../src/store/database.ts';
import { settlePing } from '../../../src/store/groups/pings.ts';
import { listOutbox } from '../../../src/store/outbox-list.ts';
import { onEachEngine } from '../../support/databases.ts';
import { aCalendar, at, guildId } from './a-calendar.ts';

const organiser = { guildId, userId: '1200', interactionId: '1400000000000000001' };
/** A Monday morning: New Graduates meets at 19:00, and so on through the week. */
const monday = at('2027-03-01T09:00:00Z');
const newGrads = 'new-graduates';

const states = (ledger: readonly { occurrence: string; kind: string; state: string; due_at: string }[]) =>
  ledger.map(({ occurrence, kind, due_at }) => `${occurrence} ${kind} ${due_at.slice(0, 16)}`);

onEachEngine('the community’s zone on $name', ({ emptyStore }) => {
  test('is the setting of whoever runs Cairn until an organiser sets one', async () => {
    const { context } = await aCalendar({ emptyStore }, monday);
    const before = await planCommunityZone(context, guildId);
    expect(before).toMatchObject({ kind: 'current', zone: { zone: 'Europe/Berlin', city: 'Berlin' }, isChosen: false });
    expect(
      before.kind === 'current' && before.next.map(({ group, before }) => `${group.key} ${before?.startsAt}`),
    ).toEqual([
      'new-graduates 2027-03-01T18:00:00Z',
      'senior-engineers 2027-03-02T19:00:00Z',
      'managers 2027-03-03T17:00:00Z',
      'architects 2027-03-05T16:00:00Z',
      'office-hours-weekly 2027-03-04T17:00:00Z',
    ]);
    await setCommunityZone(context, organiser, 'America/New_York');
    expect(await planCommunityZone(context, guildId)).toMatchObject({
      zone: { zone: 'America/New_York' },
      isChosen: true,
    });
  });

  test('is asked for by city, and shown with what would move before anything does', async () => {
    const { context, db } = await aCalendar({ emptyStore }, monday);
    const outcome = await planCommunityZone(context, guildId, 'New York');
    if (outcome.kind !== 'to-confirm') throw new Error(outcome.kind);
    expect(
      outcome.change.moves.map(({ group, before, after }) => [group.key, `${before?.startsAt} → ${after?.startsAt}`]),
    ).toEqual([
      ['new-graduates', '2027-03-01T18:00:00Z → 2027-03-02T00:00:00Z'],
      ['senior-engineers', '2027-03-02T19:00:00Z → 2027-03-03T01:00:00Z'],
      ['managers', '2027-03-03T17:00:00Z → 2027-03-03T23:00:00Z'],
      ['architects', '2027-03-05T16:00:00Z → 2027-03-05T22:00:00Z'],
      ['office-hours-weekly', '2027-03-04T17:00:00Z → 2027-03-04T23:00:00Z'],
    ]);
    expect(await planCommunityZone(context, guildId)).toMatchObject({ zone: { zone: 'Europe/Berlin' } });
    expect(await auditRecords(db, guildId, 9)).toEqual([]);
  });

  test('an abbreviation or an offset changes nothing and offers three cities', async () => {
    const { context } = await aCalendar({ emptyStore }, monday);
    for (const [asked, first] of [
      ['EST', 'America/New_York'],
      ['+02:00', undefined],
      ['Etc/GMT+5', undefined],
    ] as const) {
      const outcome = await setCommunityZone(context, organiser, asked);
      if (outcome.kind !== 'unknown-zone') throw new Error(outcome.kind);
      expect(outcome.nearest).toHaveLength(3);
      if (first) expect(outcome.nearest[0]?.zone).toBe(first);
    }
    expect(await planCommunityZone(context, guildId)).toMatchObject({ isChosen: false });
    expect(await setCommunityZone(context, organiser, 'Europe/Berlin')).toMatchObject({ kind: 'same' });
  });

  test('changes once: on record, every group planned anew and its events mirrored', async () => {
    const calendar = await aCalendar({ emptyStore }, monday);
    const { context, db } = calendar;
    await calendar.look();
    expect(await setCommunityZone(context, organiser, 'America/New_York')).toMatchObject({ kind: 'changed' });
    expect(await setCommunityZone(context, organiser, 'America/New_York')).toMatchObject({ kind: 'same' });
    expect(await auditRecords(db, guildId, 9)).toMatchObject([
      { action: 'zone-changed', before: 'Europe/Berlin', after: 'America/New_York', userId: '1200' },
    ]);
    const mirrored = (await listOutbox(db, 99)).flatMap(({ effect }) =>
      effect.kind === 'mirror-sessions' && effect.because === organiser.interactionId ? effect.groupKey : [],
    );
    expect(mirrored.toSorted()).toEqual(calendar.groupKeys.filter(key => key !== 'community').toSorted());
    await calendar.run(at('2027-03-03T20:00:00Z'));
    expect(states(await calendar.ledger('managers')).filter(line => line.startsWith('2027-03-03'))).toEqual([
      // 18:00 in New York is 23:00 UTC.
      '2027-03-03T18:00 thread 2027-03-02T23:00',
    ]);
  });

  test('what was said of a session before is said anew at its new time', async () => {
    const calendar = await aCalendar({ emptyStore }, at('2027-02-28T12:00:00Z'));
    await calendar.run(at('2027-03-01T17:50:00Z'));
    expect(states(await calendar.ledger(newGrads)).filter(line => line.includes(' session '))).toEqual([
      '2027-03-01T19:00 session 2027-03-01T17:45',
    ]);
    await setCommunityZone(calendar.context, organiser, 'America/New_York');
    await calendar.run(at('2027-03-02T02:00:00Z'));
    expect(states(await calendar.ledger(newGrads)).filter(line => line.includes('~1'))).toEqual([
      '2027-03-01T19:00~1 thread 2027-03-01T00:00',
      '2027-03-01T19:00~1 change 2027-03-01T17:50',
      '2027-03-01T19:00~1 session 2027-03-01T23:45',
      '2027-03-01T19:00~1 check-in 2027-03-02T00:00',
      '2027-03-01T19:00~1 event-start 2027-03-02T00:00',
      '2027-03-01T19:00~1 event-end 2027-03-02T01:00',
    ]);
  });

  const [west, east, back] = ['America/Los_Angeles', 'Asia/Kolkata', 'Europe/Berlin'];
  const underWay = ['2027-03-01T18:00:00Z', ['event-end 2027-03-01T19:00:00.000Z']] as const;
  test.each([
    ['has begun', 'further west', [west], '2027-03-01T18:10:00Z', ...underWay],
    ['has begun', 'further east', [east], '2027-03-01T18:10:00Z', ...underWay],
    ['has begun', 'there and back', [west, back], '2027-03-01T18:10:00Z', ...underWay],
    ['has begun', 'east and back', [east, back], '2027-03-01T18:10:00Z', ...underWay],
    ['is over', 'further west', [west], '2027-03-01T20:00:00Z', '2027-03-04T03:00:00Z', []],
  ] as const)('a session that %s stays when it was, %s', async (_, __, zones, changed, next, rest) => {
    const calendar = await aCalendar({ emptyStore }, at('2027-02-28T12:00:00Z'));
    await calendar.run(at(changed));
    for (const { occurrence, kind, audience, due_at } of await calendar.ledger(newGrads))
      await inTransaction(calendar.db, tx =>
        settlePing(tx, guildId, { groupKey: newGrads, occurrence, kind, audience }, { state: 'sent' }, at(due_at)),
      );
    const said = (await calendar.ledger(newGrads)).map(({ kind, due_at }) => `${kind} ${due_at}`);
    for (const [index, zone] of zones.entries()) {
      const outcome = await setCommunityZone(calendar.context, { ...organiser, interactionId: `z${index}` }, zone);
      if (outcome.kind !== 'changed') throw new Error(outcome.kind);
      expect(String(outcome.change.moves[0]?.after?.startsAt)).toBe(next);
    }
    await calendar.run(at('2027-03-02T12:00:00Z'));
    expect((await calendar.ledger(newGrads)).map(({ kind, due_at }) => `${kind} ${due_at}`)).toEqual([
      ...said,
      ...rest,
    ]);
  });

  test('a session that lies in the past by the new zone is named before it is lost', async () => {
    const calendar = await aCalendar({ emptyStore }, at('2027-03-01T15:00:00Z'));
    const outcome = await planCommunityZone(calendar.context, guildId, 'Asia/Kolkata');
    if (outcome.kind !== 'to-confirm') throw new Error(outcome.kind);
    const [move] = outcome.change.moves;
    // 19:00 in India was at 13:30 UTC.
    expect([String(move?.lost?.startsAt), String(move?.after?.startsAt)]).toEqual([
      '2027-03-01T13:30:00Z',
      '2027-03-03T13:30:00Z',
    ]);
    expect(outcome.change.moves.slice(1).map(({ lost }) => lost)).toEqual([undefined, undefined, undefined, undefined]);
  });
});
