/** A server with a group that meets on Mondays at 19:00 in Berlin, a quarter of an hour before a meeting. */
import type { Channel, Guild, Member, Role } from '../../../playground/discord/index.ts';
import type { SendResult } from '../../../src/domain/delivery.ts';
import type { PingKey, PingKind } from '../../../src/domain/groups/ping.ts';
import { adopt } from '../../../src/store/bindings.ts';
import { saveAnswer } from '../../../src/store/groups/answers.ts';
import { type MemberSettings, saveMemberSettings } from '../../../src/store/groups/member-settings.ts';
import { type Outcome, planPing, settlePing } from '../../../src/store/groups/pings.ts';
import { beginSchedule } from '../../../src/store/groups/schedules.ts';
import { aCommunity, aCommunityChannel, aCommunityRole } from '../../support/a-community.ts';
import { aServer, type Server, type ServerOptions } from '../effects/a-server.ts';

export const planned = '2027-03-29T19:00';
export const startsAt = Temporal.Instant.from('2027-03-29T17:00Z');
export const quarterBefore = startsAt.subtract({ minutes: 15 });

export const groupKey = 'readers';
export const meeting = aCommunity({
  roles: [aCommunityRole('readers-group')],
  categories: [
    {
      key: 'all',
      name: 'All',
      channels: ['readers', 'study-groups'].map(key => aCommunityChannel(key)),
    },
  ],
  studyGroups: [
    {
      key: groupKey,
      title: 'Readers',
      paths: [],
      channel: 'readers',
      voice: 'hall',
      role: 'readers-group',
      meets: [{ days: ['Monday'], at: '19:00', minutes: 60, zone: 'Europe/Berlin' }],
    },
  ],
});

export interface GroupServer extends Server {
  readonly channel: Channel;
  readonly hall: Channel;
  readonly role: Role;
  /** Attempts a ping, which is planned before the first attempt. */
  pings(
    kind: PingKind,
    more?: Partial<PingKey & { dueAt: Temporal.Instant }>,
    number?: number,
  ): ReturnType<Server['send']>;
  /** Says that they come, and how they want to be reminded; three days before, unless told otherwise. */
  comes(member: { readonly id: string }, settings?: MemberSettings, since?: Temporal.Instant): Promise<void>;
  /** The bot's messages in a channel or thread, oldest first. */
  said(where: { readonly id: string }, reader?: Member): readonly string[];
  /** Jumps there. */
  at(instant: Temporal.Instant): void;
}

export interface GroupServerOptions extends ServerOptions {
  readonly now?: Temporal.Instant;
}

export async function aGroupServer(options: GroupServerOptions = {}): Promise<GroupServer> {
  const { now = quarterBefore } = options;
  const made: { guild?: Guild } = {};
  const server = await aServer({
    community: meeting,
    ...options,
    prepare: (guild, discord) => {
      discord.clock.advance(discord.clock.now().until(now));
      guild.createChannel({ name: 'readers' });
      guild.createChannel({ name: 'study-groups' });
      guild.createChannel({ name: 'Hall', type: 'voice' });
      guild.createRole({ name: 'Readers group', mentionable: true });
      made.guild = guild;
      options.prepare?.(guild, discord);
    },
  });
  const { db, discord, guild } = server;
  const channel = guild.channel('readers');
  const hall = guild.channel('Hall');
  const role = guild.role('Readers group');
  const bound = {
    'channel:readers': channel,
    'channel:study-groups': guild.channel('study-groups'),
    'channel:hall': hall,
  };
  for (const [binding, { id }] of Object.entries({ ...bound, 'role:readers-group': role }))
    await adopt(db, guild.id, binding, id, {}, server.now());
  for (const key of [groupKey, 'community']) await beginSchedule(db, guild.id, key, server.now());
  let answers = 0;
  return {
    ...server,
    channel,
    hall,
    role,
    async pings(kind, { dueAt = server.now(), ...more } = {}, number = 1) {
      const ping = { groupKey, occurrence: planned, kind, audience: 'channel', ...more };
      await planPing(db, guild.id, { ...ping, dueAt, expiresAt: dueAt.add({ hours: 24 }) }, server.now(), dueAt);
      const result = await server.attempt({ kind: 'ping', guildId: guild.id, ping }, number);
      const outcome = outcomeOf(result);
      if (outcome) await settlePing(db, guild.id, ping, outcome, server.now());
      return result;
    },
    async comes({ id }, settings, since = startsAt.subtract({ hours: 3 * 24 })) {
      answers += 1;
      const member = { guildId: guild.id, userId: id };
      await saveAnswer(db, member, { groupKey, planned, isComing: true }, String(answers), since);
      if (settings) await saveMemberSettings(db, member, settings, since);
    },
    said: (where, reader = guild.owner) =>
      reader
        .reads(where)
        .flatMap(({ author, text, message }) => (author === 'Cairn' && message?.type === 0 ? text : [])),
    at: instant => discord.clock.advance(discord.clock.now().until(instant)),
  };
}

/** As the schedule settles it; undefined while it is tried again. */
function outcomeOf(result: SendResult): Outcome | undefined {
  if (result.kind === 'delivered') return { state: 'sent', ...(result.reference && { reference: result.reference }) };
  return result.kind === 'suppressed' ? { state: 'suppressed', cause: 'dropped', reason: result.reason } : undefined;
}
