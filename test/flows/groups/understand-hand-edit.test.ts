/** A session follows what somebody did to its event, once, and only if neither changed meanwhile. */
import { expect, test } from 'vitest';
import { groupsOfFile } from '../../../src/domain/groups/group.ts';
import { sessionsOf } from '../../../src/domain/groups/session.ts';
import type { HandEdit } from '../../../src/flows/groups/understand-hand-edit.ts';
import { adopt, noteSet } from '../../../src/store/bindings.ts';
import { findEvent } from '../../../src/store/groups/event-bindings.ts';
import { loadExceptions } from '../../../src/store/groups/exceptions.ts';
import { aCommunity } from '../../support/a-community.ts';
import { aCurriculum, at } from '../../support/builders.ts';
import { onEachEngine, type TestEngine } from '../../support/databases.ts';
import { boundFlows } from '../../support/flows.ts';

const guildId = '1100';
const groupKey = 'readers';
const planned = '2027-03-29T19:00';
const name = `event:${groupKey}/${planned}`;
const now = at('2027-03-29T10:00:00Z');
const community = aCommunity({
  studyGroups: [
    {
      key: groupKey,
      title: 'Readers',
      paths: [],
      channel: 'readers',
      meets: [{ days: ['Monday'], at: '19:00', minutes: 60, zone: 'Europe/Berlin' }],
    },
  ],
});

async function withAnEvent(engine: TestEngine) {
  const bound = await boundFlows(engine, aCurriculum({}), community, { now: () => now });
  const { db } = bound;
  const [session] = groupsOfFile(community, 'UTC').flatMap(group =>
    sessionsOf(group, { changes: new Map(), breaks: [] }, now, now.add({ hours: 24 })),
  );
  if (!session) throw new Error('The group does not meet');
  const set = { starts: '2027-03-29T17:00Z' };
  await adopt(db, guildId, name, '7', set, now);
  const handEdit: HandEdit = {
    guildId,
    groupKey,
    event: { planned, eventId: '7', set },
    session,
    edit: { kind: 'moved', to: '2027-03-30T21:00', starts: '2027-03-30T19:00Z' },
    because: 'look/1/7',
  };
  return {
    ...bound,
    handEdit,
    changes: async () => [...(await loadExceptions(db, guildId, groupKey)).changes.values()],
  };
}

onEachEngine('an edit by hand on $name', engine => {
  test('is understood once, by whichever process comes first', async () => {
    const { flows, db, handEdit, changes, woken } = await withAnEvent(engine);
    const outcomes = await Promise.all([flows.understandHandEdit(handEdit), flows.understandHandEdit(handEdit)]);
    expect(outcomes.map(({ kind }) => kind).sort()).toEqual(['stale', 'understood']);
    expect(await changes()).toMatchObject([
      { planned, kind: 'moved', to: '2027-03-30T21:00', was: planned, revision: 1 },
    ]);
    expect((await findEvent(db, guildId, '7'))?.set).toEqual({ starts: '2027-03-30T19:00Z' });
    expect(woken()).toBeGreaterThan(0);
  });

  test('is looked at anew where Cairn has set something since', async () => {
    const { flows, db, handEdit, changes } = await withAnEvent(engine);
    await noteSet(db, guildId, name, '7', { starts: '2027-03-29T18:00Z' });
    expect(await flows.understandHandEdit(handEdit)).toEqual({ kind: 'stale' });
    expect(await changes()).toEqual([]);
  });

  test('as a skip lets go of the event', async () => {
    const { flows, db, handEdit, changes } = await withAnEvent(engine);
    const skipped = { ...handEdit, edit: { kind: 'skipped' } } as const;
    expect(await flows.understandHandEdit(skipped)).toEqual({ kind: 'understood' });
    expect(await changes()).toMatchObject([{ planned, kind: 'skipped' }]);
    expect(await findEvent(db, guildId, '7')).toBeUndefined();
  });

  test('that the session cannot follow changes nothing', async () => {
    const { flows, handEdit, changes } = await withAnEvent(engine);
    const taken = { kind: 'moved', to: '2027-04-05T19:30', starts: '2027-04-05T17:30Z' } as const;
    expect(await flows.understandHandEdit({ ...handEdit, edit: taken })).toEqual({ kind: 'impossible', why: 'taken' });
    expect(await changes()).toEqual([]);
  });
});
