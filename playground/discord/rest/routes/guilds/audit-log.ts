/** The audit log: read by bots that may view it. */
import { invalid } from '../../../errors.ts';
import { limits } from '../../../limits.ts';
import { Permission } from '../../../permissions.ts';
import { auditEntryJson } from '../../../serial/audit-log.ts';
import { scheduledEventJson } from '../../../serial/scheduled-event.ts';
import { threadJson } from '../../../serial/thread.ts';
import { userJson } from '../../../serial/user.ts';
import { bySnowflake } from '../../../snowflake.ts';
import type { AuditEntryRecord } from '../../../state/audit/audit-record.ts';
import type { ChannelRecord, GuildRecord } from '../../../state/records.ts';
import type { World } from '../../../state/world.ts';
import { inGuild } from '../../access.ts';
import { numberIn, snowflakeIn } from '../../query.ts';
import { ok, route } from '../../route.ts';

export const auditLogRoutes = [
  route({
    method: 'GET',
    path: '/guilds/:guild/audit-logs',
    answers: 'GuildAuditLogResponseSchema',
    run: call => {
      const { guild, needs } = inGuild(call);
      needs(Permission.viewAuditLog);
      return ok(auditLogJson(call.world, guild, page(guild.auditLog, call.query)));
    },
  }),
];

/** Newest first, unless the page is asked for by `after`. */
function page(log: readonly AuditEntryRecord[], query: URLSearchParams): readonly AuditEntryRecord[] {
  const limit = numberIn(query, 'limit', 50, limits.auditLogPage.max);
  const [by, on, before, after] = ['user_id', 'target_id', 'before', 'after'].map(name => snowflakeIn(query, name));
  const action = query.get('action_type');
  if (action !== null && !/^\d+$/.test(action))
    throw invalid('action_type', 'NUMBER_TYPE_COERCE', `Value "${action}" is not int.`);
  const found = log.filter(
    ({ id, userId, targetId, action: done }) =>
      (by === undefined || userId === by) &&
      (on === undefined || targetId === on) &&
      (action === null || done === Number(action)) &&
      (before === undefined || bySnowflake(id, before) < 0) &&
      (after === undefined || bySnowflake(id, after) > 0),
  );
  return after !== undefined && before === undefined ? found.slice(0, limit) : found.slice(-limit).reverse();
}

/** With what the entries are about, as far as it is still there. */
function auditLogJson(world: World, guild: GuildRecord, entries: readonly AuditEntryRecord[]) {
  const targets = new Set(entries.map(({ targetId }) => targetId ?? ''));
  const users = new Set(entries.flatMap(({ userId, targetId }) => [userId, targetId]));
  return {
    audit_log_entries: entries.map(auditEntryJson),
    users: [...users].flatMap(id => (id === null ? [] : (world.users.get(id) ?? []))).map(userJson),
    integrations: [],
    webhooks: [],
    guild_scheduled_events: [...targets].flatMap(id => guild.scheduledEvents.get(id) ?? []).map(scheduledEventJson),
    threads: [...targets].flatMap(id => guild.threads.get(id) ?? []).flatMap(threadsJson),
    application_commands: [],
    auto_moderation_rules: [],
  };
}

const threadsJson = (channel: ChannelRecord) =>
  channel.thread === undefined ? [] : [threadJson(channel, channel.thread)];
