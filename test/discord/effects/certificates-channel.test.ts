/** The certificates' channel looks as the community's file says, whether a setup makes it or the first announcement. */
import { expect, test } from 'vitest';
import { announcementsChannel } from '../../../src/discord/effects/channels.ts';
import { rememberRefusals } from '../../../src/discord/effects/refusals.ts';
import type { Sending } from '../../../src/discord/effects/sending.ts';
import { serverOf } from '../../../src/discord/server-snapshot.ts';
import { oursOn } from '../../../src/domain/ours.ts';
import { planSetup } from '../../../src/domain/plan-setup.ts';
import { choicesOf, emptyDraft } from '../../../src/domain/setup-choices.ts';
import { knownOn } from '../../../src/store/bindings.ts';
import { aCommunity, aCommunityChannel } from '../../support/a-community.ts';
import { aServer } from './a-server.ts';

const channel = aCommunityChannel('certificates', { name: 'hall-of-fame', topic: 'Well done', writes: 'nobody' });
const community = aCommunity({
  categories: [{ key: 'first', name: 'First', channels: [channel, aCommunityChannel('new')] }],
});

test('made at the first announcement, it has the file’s name and topic, and a setup only puts it into its category', async () => {
  const scene = await aServer();
  const { client, guild: there, db, now } = scene;
  const guild = client.guilds.cache.get(there.id);
  if (!guild) throw new Error('The client does not know its server.');
  const sending = {
    ...scene,
    guild,
    community,
    refusals: rememberRefusals(now),
    signal: AbortSignal.timeout(10_000),
    again: false,
    clock: { ahead: () => 0 },
  } as unknown as Sending;
  expect(await announcementsChannel(sending)).toMatchObject({ kind: 'ready', thing: { name: 'hall-of-fame' } });
  const made = there.channel('hall-of-fame');
  expect(made.topic).toBe('Well done');

  await guild.channels.fetch();
  const server = serverOf(guild);
  if (!server) throw new Error('The server cannot be described.');
  const known = await knownOn(db, there.id);
  const nobody = { isOwner: false, permissions: 0n, highestRoleId: there.id };
  const { steps } = planSetup(community, known, server, choicesOf(emptyDraft, false, nobody));
  expect(oursOn(server, known).idOf('channel:certificates')).toBe(made.id);
  expect(steps.map(step => [step.kind, step.thing.binding, 'changes' in step ? step.changes : {}])).toEqual([
    ['create', 'category:first', {}],
    ['change', 'channel:certificates', { parent: 'category:first' }],
    ['create', 'channel:new', {}],
  ]);
});
