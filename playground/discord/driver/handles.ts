/** Handles of everything else, and the context that ties all of them together. */
import { channelJson } from '../serial/channel.ts';
import { roleJson } from '../serial/role.ts';
import type { ApplicationRecord, ChannelRecord, RoleRecord } from '../state/records.ts';
import type { ThreadRecord } from '../state/threads/thread-record.ts';
import { guildOf, type World } from '../state/world.ts';
import type { Channel } from '../surface/channels.ts';
import type { Role } from '../surface/roles.ts';
import type { ThreadState } from '../surface/thread-state.ts';
import type { Application } from '../surface/users.ts';
import { actingAs } from './acting.ts';
import type { Context } from './context.ts';
import { guildHandle } from './guild.ts';
import { memberHandle } from './member.ts';

export function createContext(world: World): Context {
  const context: Context = {
    world,
    modals: new Map(),
    guild: record => actingAs(world, () => record.ownerId, guildHandle(context, record)),
    member: record =>
      actingAs(world, () => record.user.id, memberHandle(context, guildOf(world, record.guildId), record)),
    role: roleHandle,
    channel: record => channelHandle(world, record),
    application: applicationHandle,
  };
  return context;
}

function roleHandle(record: RoleRecord): Role {
  return {
    id: record.id,
    managed: record.managed,
    get name() {
      return record.name;
    },
    get position() {
      return record.position;
    },
    get permissions() {
      return record.permissions;
    },
    get color() {
      return record.color;
    },
    get json() {
      return roleJson(record);
    },
  };
}

function channelHandle(world: World, record: ChannelRecord): Channel {
  return {
    id: record.id,
    type: record.type,
    get name() {
      return record.name;
    },
    get parentId() {
      return record.parentId ?? undefined;
    },
    get position() {
      return record.position;
    },
    get topic() {
      return record.topic ?? undefined;
    },
    get thread() {
      return record.thread && threadState(record.thread);
    },
    get json() {
      return channelJson(record, world.users);
    },
  };
}

const threadState = ({ members, ...thread }: ThreadRecord): ThreadState => ({
  ownerId: thread.ownerId,
  archived: thread.archived,
  locked: thread.locked,
  memberIds: [...members.keys()],
  messageCount: thread.messageCount,
  appliedTags: thread.appliedTags,
});

function applicationHandle(record: ApplicationRecord): Application {
  return {
    id: record.id,
    name: record.name,
    get token() {
      return record.token;
    },
    botUserId: record.bot.id,
    get commands() {
      return [...record.commands.values()].map(({ json }) => json);
    },
  };
}
