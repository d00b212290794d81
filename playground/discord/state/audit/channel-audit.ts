/** Channels, their overwrites and threads in the audit log, in the words of the API. */
import { AuditLogEvent } from 'discord-api-types/v10';
import type { ChannelRecord, GuildRecord, OverwriteRecord } from '../records.ts';
import type { World } from '../world.ts';
import { auditEntry, differences } from './audit-log.ts';

export function auditedChannel({ settings, ...channel }: ChannelRecord) {
  return {
    name: channel.name,
    type: channel.type,
    topic: channel.topic ?? undefined,
    nsfw: channel.nsfw,
    rate_limit_per_user: channel.rateLimitPerUser,
    flags: channel.flags,
    position: channel.position,
    parent_id: channel.parentId ?? undefined,
    bitrate: settings.bitrate,
    user_limit: settings.userLimit,
    rtc_region: settings.rtcRegion,
    video_quality_mode: settings.videoQuality,
    default_auto_archive_duration: settings.archiveAfter,
    default_thread_rate_limit_per_user: settings.threadRateLimit,
    available_tags: settings.tags?.map(({ id, name, moderated }) => ({ id, name, moderated })),
    overwrites: channel.overwrites,
  };
}

export function auditedThread({ thread, ...channel }: ChannelRecord) {
  return {
    name: channel.name,
    type: channel.type,
    archived: thread?.archived,
    locked: thread?.locked,
    auto_archive_duration: thread?.archiveAfter,
    rate_limit_per_user: channel.rateLimitPerUser,
    invitable: thread?.invitable,
    flags: channel.flags,
    applied_tags: thread?.appliedTags,
  };
}

type ChannelFacts = ReturnType<typeof auditedChannel>;
type ThreadFacts = ReturnType<typeof auditedThread>;

/** Nothing before: made. Nothing after: deleted. */
export function logChannel(
  world: World,
  guild: GuildRecord,
  targetId: string,
  before: ChannelFacts | undefined,
  after: ChannelFacts | undefined,
): void {
  const { overwrites: were = [], ...was } = before ?? {};
  const { overwrites: are = [], ...is } = after ?? {};
  const change = after === undefined ? AuditLogEvent.ChannelDelete : AuditLogEvent.ChannelUpdate;
  const action = before === undefined ? AuditLogEvent.ChannelCreate : change;
  auditEntry(world, guild, { action, targetId, changes: differences(was, is) });
  if (before !== undefined && after !== undefined) logOverwrites(world, guild, targetId, were, are);
}

export function logThread(
  world: World,
  guild: GuildRecord,
  targetId: string,
  before: ThreadFacts | undefined,
  after: ThreadFacts | undefined,
): void {
  const change = after === undefined ? AuditLogEvent.ThreadDelete : AuditLogEvent.ThreadUpdate;
  const action = before === undefined ? AuditLogEvent.ThreadCreate : change;
  auditEntry(world, guild, { action, targetId, changes: differences(before, after) });
}

/** One entry for each that was added, changed or removed. */
function logOverwrites(
  world: World,
  guild: GuildRecord,
  targetId: string,
  before: readonly OverwriteRecord[],
  after: readonly OverwriteRecord[],
): void {
  for (const id of new Set([...before, ...after].map(overwrite => overwrite.id))) {
    const was = before.find(overwrite => overwrite.id === id);
    const is = after.find(overwrite => overwrite.id === id);
    const change = is === undefined ? AuditLogEvent.ChannelOverwriteDelete : AuditLogEvent.ChannelOverwriteUpdate;
    const action = was === undefined ? AuditLogEvent.ChannelOverwriteCreate : change;
    const changes = differences(was && facts(was), is && facts(is));
    const options = overwriteOptions(guild, (is ?? was)?.type === 1, id);
    auditEntry(world, guild, { action, targetId, changes, options });
  }
}

const facts = ({ id, type, allow, deny }: OverwriteRecord) => ({
  id,
  type,
  allow: String(allow),
  deny: String(deny),
});

function overwriteOptions(guild: GuildRecord, isMember: boolean, id: string): Readonly<Record<string, string>> {
  return isMember ? { id, type: '1' } : { id, type: '0', role_name: guild.roles.get(id)?.name ?? '' };
}
