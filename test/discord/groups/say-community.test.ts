/** What concerns all groups is said once, where everybody reads it: the week's digest, and what an outage kept unsaid. */
import { expect, test } from 'vitest';
import { recordSuppressed } from '../../../src/store/groups/pings.ts';
import { aGroupServer, groupKey, planned, quarterBefore } from './a-group.ts';

const digest = { groupKey: 'community', occurrence: '2027-03-28' };

test('the digest stands in the study groups’ channel, once, even when its first answer is lost', async () => {
  const { discord, guild, pings, said } = await aGroupServer();
  discord.faults.next({ route: /messages/, method: 'POST', answer: 'drop-after-effect' });
  expect(await pings('digest', digest)).toMatchObject({ kind: 'transient' });
  expect(await pings('digest', digest, 2)).toMatchObject({ kind: 'delivered' });
  const posted = said(guild.channel('study-groups'));
  expect(posted).toHaveLength(1);
  expect(posted[0]).toContain('**Readers** · <t:');
});

test('after an outage one message says what was missed, however much it was', async () => {
  const { db, guild, pings, said, now } = await aGroupServer();
  const times = { dueAt: quarterBefore.subtract({ hours: 3 }), expiresAt: quarterBefore.subtract({ hours: 1 }) };
  const why = { cause: 'not-running', reason: 'Cairn was not running' } as const;
  for (const audience of Array.from({ length: 40 }, (_, index) => `u${index}`)) {
    const ping = { groupKey, occurrence: planned, kind: 'reminder', audience, ...times } as const;
    await recordSuppressed(db, guild.id, ping, why, now());
  }
  await pings('summary', { groupKey: 'community', occurrence: '2027-03-29T16:45Z' });
  const posted = said(guild.channel('study-groups'));
  expect(posted).toHaveLength(1);
  expect(posted[0]).toContain('- **Readers**: 40 reminders');
});
