/** What is said about a proposed group: the question where organisers read it, the decision where it works and is heard. */
import { PermissionFlagsBits } from 'discord.js';
import { expect, test } from 'vitest';
import type { Effect } from '../../../src/domain/effect.ts';
import { adopt } from '../../../src/store/bindings.ts';
import { inTransaction } from '../../../src/store/database.ts';
import { claimDue, settle } from '../../../src/store/deliveries.ts';
import { saveMemberSettings } from '../../../src/store/groups/member-settings.ts';
import { aGroupServer } from './a-group.ts';

const { ViewChannel, SendMessages, ReadMessageHistory } = PermissionFlagsBits;
const asked = { title: 'Night Owls', days: 'Sat', time: '10:00', zone: 'Asia/Kolkata' };

/** Ada wants direct messages, and has proposed a group. */
async function aProposal() {
  const server = await aGroupServer({
    prepare: guild => {
      guild.createChannel({
        name: 'organisers',
        overwrites: [
          { for: guild.everyone, deny: ViewChannel },
          { for: guild.role('Cairn'), allow: ViewChannel | SendMessages | ReadMessageHistory },
        ],
      });
    },
  });
  const { db, guild, flows, attempt, now } = server;
  const organisers = guild.channel('organisers');
  await adopt(db, guild.id, 'channel:organisers', organisers.id, {}, now());
  const ada = guild.join({ name: 'ada' });
  const member = { guildId: guild.id, userId: ada.id };
  await saveMemberSettings(db, member, { reminderWhere: 'dm' }, now());
  const proposed = await flows.proposeGroup({ ...member, interactionId: '1' }, asked);
  if (proposed.kind !== 'proposed') throw new Error(proposed.kind);
  const groupKey = proposed.proposal.key;
  const effect = (step: 'asked' | 'decided'): Effect => ({ kind: 'group-proposal', guildId: guild.id, groupKey, step });
  const decide = (isApproved: boolean) =>
    flows.decideProposal(
      { guildId: guild.id, userId: guild.owner.id, interactionId: '2', isOrganiser: true },
      groupKey,
      isApproved,
    );
  return {
    ...server,
    ada,
    organisers,
    decide,
    /** The question goes out, and its row is settled, as the schedule does. */
    asks: async () => {
      const result = await attempt(effect('asked'));
      if (result.kind !== 'delivered') return result;
      const lease = Temporal.Duration.from({ seconds: 10 });
      await inTransaction(db, async tx => {
        const rows = await claimDue(tx, { owner: 'test', now: now(), limit: 9, lease });
        const row = rows.find(one => one.effect.kind === 'group-proposal');
        if (row)
          await settle(
            tx,
            row,
            { state: 'delivered', ...(result.reference && { reference: result.reference }) },
            now(),
          );
      });
      return result;
    },
    says: (number?: number) => attempt(effect('decided'), number),
  };
}

test('an approval stands where others hear of the group and can join, also where the proposer wants direct messages', async () => {
  const { guild, ada, decide, asks, says } = await aProposal();
  await asks();
  await decide(true);
  expect(await says()).toMatchObject({ kind: 'delivered' });
  const news = ada.reads(guild.channel('study-groups')).at(-1);
  expect(news?.text).toContain('A new group: Night Owls');
  expect(news?.pings).toEqual([ada.id]);
  expect(news?.buttons.map(({ label }) => label)).toEqual(['Join', 'About the group']);
  expect(ada.dms).toEqual([]);
});

test('a refusal comes by direct message, with no button that would do nothing there, once', async () => {
  const { discord, guild, ada, decide, asks, says } = await aProposal();
  await asks();
  await decide(false);
  discord.faults.next({ route: /messages/, method: 'POST', answer: 'drop-after-effect' });
  expect(await says()).toMatchObject({ kind: 'transient' });
  discord.clock.advance({ hours: 1 });
  expect(await says(2)).toMatchObject({ kind: 'delivered' });
  const letters = ada.dms.flatMap(dm => ada.reads(dm));
  expect(letters.map(({ text }) => text.includes('Night Owls'))).toEqual([true]);
  expect(letters[0]?.message?.components).toMatchObject([{ components: [{}, { components: [{ disabled: true }] }] }]);
  expect(ada.reads(guild.channel('study-groups'))).toEqual([]);
});

test.each([
  [true, '✅ Approved.'],
  [false, 'Declined.'],
])('after the decision the organisers’ post asks no more (approved: %s)', async (isApproved, words) => {
  const { guild, organisers, decide, asks, says } = await aProposal();
  await asks();
  const question = () => guild.owner.reads(organisers).at(-1);
  expect(question()?.buttons.map(({ label }) => label)).toEqual(['Approve', 'Decline']);
  await decide(isApproved);
  await says();
  expect(question()?.text).toContain(words);
  expect(question()?.buttons).toEqual([]);
});

test('where the organisers’ channel is not there just now the question waits', async () => {
  const { discord, asks, guild, organisers } = await aProposal();
  const gone = { status: 404, body: { code: 10003, message: 'Unknown Channel' } };
  discord.faults.next({ route: /messages/, method: 'POST', answer: gone });
  expect(await asks()).toMatchObject({ kind: 'deferred' });
  expect(await asks()).toMatchObject({ kind: 'delivered' });
  expect(guild.owner.reads(organisers)).toHaveLength(1);
});
