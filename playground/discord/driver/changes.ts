/** From what happened in the world to what a page or a test is told. */
import { channelJson } from '../serial/channel.ts';
import { messageJson } from '../serial/message.ts';
import { roleJson } from '../serial/role.ts';
import { memberJson } from '../serial/user.ts';
import type { WorldEvent } from '../state/events.ts';
import type { InteractionRecord } from '../state/records.ts';
import type { World } from '../state/world.ts';
import type { Change } from '../surface/changes.ts';

export function changeOf(world: World, event: WorldEvent): Change | undefined {
  switch (event.kind) {
    case 'message-created':
    case 'message-edited': {
      const { message } = event;
      return { kind: event.kind, ...place(message), message: messageJson(message, world.users) };
    }
    case 'message-deleted':
      return { kind: event.kind, ...place(event.message), messageId: event.message.id };
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
