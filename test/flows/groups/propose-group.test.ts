/** Members propose groups, and organisers decide. */
import { expect, test } from 'vitest';
import { onEachEngine } from '../../support/databases.ts';
import { someGroups } from './some-groups.ts';

const asked = { title: 'Chess & Consensus', days: 'Sat', time: '10:00', zone: 'Asia/Kolkata', path: 'trail' };

onEachEngine('proposals on $name', engine => {
  test('an approved proposal meets: its role follows, whoever proposed it hosts, and both steps are said once', async () => {
    const { flows, db, ada, ben, olga, as, effects } = await someGroups(engine);
    const proposed = await flows.proposeGroup(ada(), asked);
    expect(proposed).toMatchObject({
      kind: 'proposed',
      proposal: { key: 'g-chess-consensus', proposedBy: '1200', paths: ['Path trail'] },
    });
    const proposal = { kind: 'group-proposal', guildId: '1100', groupKey: 'g-chess-consensus' };
    expect(await effects()).toEqual([{ ...proposal, step: 'asked' }]);
    expect(await flows.joinGroup(ben(), 'Chess & Consensus')).toMatchObject({ kind: 'unknown-group' });
    expect(await flows.openProposal('1100', 'g-chess-consensus', 'asked')).toMatchObject({ kind: 'asks' });
    expect((await flows.listGroups(olga())).proposals).toBe(1);
    expect((await flows.listGroups(as(ben()))).proposals).toBe(0);

    expect(await flows.decideProposal(as(ben()), 'g-chess-consensus', true)).toEqual({ kind: 'organisers-only' });
    const approving = olga();
    expect(await flows.decideProposal(approving, 'g-chess-consensus', true)).toMatchObject({
      kind: 'approved',
      group: { role: 'group-g-chess-consensus', isProposed: true },
    });
    expect(await flows.decideProposal(olga(), 'g-chess-consensus', false)).toMatchObject({
      kind: 'decided-before',
      isRunning: true,
    });
    const because = approving.interactionId;
    expect(await effects()).toEqual([
      { ...proposal, step: 'decided' },
      { kind: 'mirror-sessions', guildId: '1100', groupKey: 'g-chess-consensus', because },
    ]);
    const syncs = await db.selectFrom('outbox').select('key').where('kind', '=', 'sync-roles').execute();
    expect(syncs.map(({ key }) => key)).toEqual([`sync-roles/1100/1200/${because}`]);
    expect(await db.selectFrom('schedules').select('group_key').execute()).toEqual([
      { group_key: 'g-chess-consensus' },
    ]);
    expect(await flows.openProposal('1100', 'g-chess-consensus', 'asked')).toMatchObject({ kind: 'suppressed' });
    expect(await flows.openProposal('1100', 'g-chess-consensus', 'decided')).toMatchObject({
      kind: 'approved',
      next: { planned: '2026-11-28T10:00' },
      proposal: { proposedBy: '1200' },
    });
    expect(await flows.skipSession(as(ada()), 'chess')).toMatchObject({ kind: 'change' });
    expect((await flows.showAudit('1100')).records).toMatchObject([
      { action: 'group-approved', subject: 'Chess & Consensus' },
    ]);
  });

  test('a declined one meets never, is told to its proposer, and frees its title', async () => {
    const { flows, ada, ben, olga } = await someGroups(engine);
    await flows.proposeGroup(ada(), asked);
    await flows.setReminders(ada(), { where: 'dm' });
    expect(await flows.decideProposal(olga(), 'g-chess-consensus', false)).toMatchObject({ kind: 'declined' });
    expect(await flows.openProposal('1100', 'g-chess-consensus', 'decided')).toMatchObject({
      kind: 'declined',
      isDirect: true,
    });
    expect(await flows.proposeGroup(ben(), asked)).toMatchObject({
      kind: 'proposed',
      proposal: { key: 'g-chess-consensus-2' },
    });
  });

  test('a title in use, an unclear zone and a fourth proposal are refused', async () => {
    const { flows, ada, effects } = await someGroups(engine);
    expect(await flows.proposeGroup(ada(), { ...asked, title: 'night owls', zone: 'EST' })).toMatchObject({
      kind: 'refused',
      problems: [
        { kind: 'title-taken', title: 'Night Owls' },
        { kind: 'zone', typed: 'EST' },
      ],
    });
    for (const title of ['One', 'Two', 'Three']) await flows.proposeGroup(ada(), { ...asked, title });
    expect(await flows.proposeGroup(ada(), { ...asked, title: 'one' })).toMatchObject({
      kind: 'too-many',
      open: expect.arrayContaining(['One', 'Two', 'Three']),
    });
    expect(await effects()).toHaveLength(3);
  });
});
