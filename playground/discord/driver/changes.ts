/** From what happened in the world to what a page or a test is told. */
import { channelJson } from '../serial/channel.ts';
import { messageJson } from '../serial/message.ts';
import { roleJson } from '../serial/role.ts';
import { fetchedEventJson } from '../serial/scheduled-event.ts';
import { memberJson } from '../serial/user.ts';
import type { WorldEvent } from '../state/events.ts';
import type { InteractionRecord } from '../state/records.ts';
import type { ScheduledEventRecord } from '../state/scheduled-events/scheduled-event-record.ts';
import type { World } from '../state/world.ts';
import type { Change } from '../surface/changes.ts';

export function changeOf(world: World, event: WorldEvent): Change | undefined {
  switch (event.kind) {
    case 'message-created':
    case 'message-edited': {
      const { message } = event;
      return { kind: event.kind, ...place(message), message: messageJson(message, world) };
    }
    case 'message-deleted':
      return { kind: event.kind, ...place(event.message), messageId: event.message.id };
    case 'reaction-added':
    case 'reaction-removed':
    case 'reactions-cleared': {
      const { message } = event;
      const reactions = [...message.reactions].map(([emoji, users]) => ({ emoji, userIds: [...users] }));
      return { kind: 'reactions-changed', ...place(message), messageId: message.id, reactions };
    }
    case 'typing-started': {
      const { channel, user } = event;
      return { kind: event.kind, guildId: channel.guildId, channelId: channel.id, userId: user.id };
    }
    case 'guild-created':
    case 'guild-changed':
    case 'guild-deleted':
      return { kind: event.kind, guildId: event.guild.id };
    case 'role-created':
    case 'role-changed':
      return { kind: event.kind, guildId: event.role.guildId, role: roleJson(event.role) };
    case 'role-deleted':
      return { kind: event.kind, guildId: event.role.guildId, roleId: event.role.id };
    case 'member-joined':
    case 'member-changed': {
      const { member } = event;
      return { kind: event.kind, guildId: member.guildId, userId: member.user.id, member: memberJson(member) };
    }
    case 'member-left':
      return { kind: event.kind, guildId: event.member.guildId, userId: event.member.user.id };
    case 'channel-created':
    case 'channel-changed':
      return { kind: event.kind, guildId: event.channel.guildId, channel: channelJson(event.channel, world.users) };
    case 'channel-deleted':
      return { kind: event.kind, guildId: event.channel.guildId, channelId: event.channel.id };
    case 'scheduled-event-created':
    case 'scheduled-event-changed':
      return { kind: event.kind, guildId: event.event.guildId, event: withCount(world, event.event) };
    case 'event-exception-created':
    case 'event-exception-changed':
    case 'event-exception-deleted':
      return { kind: 'scheduled-event-changed', guildId: event.event.guildId, event: withCount(world, event.event) };
    case 'scheduled-event-deleted':
      return { kind: event.kind, guildId: event.event.guildId, eventId: event.event.id };
    case 'event-response-given':
    case 'event-response-withdrawn': {
      const { kind, userId, exceptionId, response } = event;
      const { guildId } = event.event;
      return { kind, guildId, userId, exceptionId, response, event: withCount(world, event.event) };
    }
    case 'thread-created':
    case 'thread-changed': {
      const { kind, thread } = event;
      return { kind, guildId: thread.guildId, parentId: thread.parentId, thread: channelJson(thread, world.users) };
    }
    case 'thread-deleted': {
      const { kind, thread } = event;
      return { kind, guildId: thread.guildId, parentId: thread.parentId, threadId: thread.id };
    }
    case 'thread-members-changed': {
      const { kind, thread, added, removedIds } = event;
      const addedIds = added.map(({ userId }) => userId);
      return { kind, guildId: thread.guildId, threadId: thread.id, addedIds, removedIds };
    }
    case 'voice-changed': {
      const { guildId, userId, channelId } = event.state;
      return { kind: event.kind, guildId, userId, voiceChannelId: channelId };
    }
    case 'voice-status-changed': {
      const { id, guildId, settings } = event.channel;
      return { kind: event.kind, guildId, voiceChannelId: id, status: settings.voiceStatus ?? null };
    }
    case 'commands-changed':
      return event;
    case 'interaction-pending':
    case 'interaction-deferred':
      return { kind: event.kind, ...about(event.interaction) };
    case 'interaction-answered':
      return { kind: event.kind, ...about(event.interaction), with: event.with };
    case 'interaction-failed':
      return { kind: event.kind, ...about(event.interaction), why: event.why };
    default:
      return undefined;
  }
}

const withCount = (world: World, event: ScheduledEventRecord) => fetchedEventJson(event, world.users, true);

const place = ({
  guildId,
  channelId,
  onlyFor,
}: {
  readonly guildId: string | undefined;
  readonly channelId: string;
  readonly onlyFor: string | undefined;
}) => ({ guildId, channelId, onlyFor });

const about = ({ id, guildId, channelId, userId, name }: InteractionRecord) => ({
  interactionId: id,
  guildId,
  channelId,
  userId,
  name,
});
