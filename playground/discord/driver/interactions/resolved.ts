/** The objects behind the ids in an interaction, as Discord sends them along. */
import { channelPermissions, guildPermissions } from '../../permissions.ts';
import { attachmentJson } from '../../serial/attachment.ts';
import { channelJson } from '../../serial/channel.ts';
import { roleJson } from '../../serial/role.ts';
import { bareMemberJson, userJson } from '../../serial/user.ts';
import type { GuildRecord, UserRecord } from '../../state/records.ts';
import type { World } from '../../state/world.ts';

type Objects = Record<string, Record<string, unknown>>;

export function resolve(
  world: World,
  guild: GuildRecord | undefined,
  ids: readonly string[],
  asker: UserRecord,
  bot: UserRecord,
): Objects | undefined {
  if (ids.length === 0) return undefined;
  const now = world.clock.millis();
  const resolved: Objects = {};
  const add = (kind: string, id: string, json: unknown) => {
    resolved[kind] ??= {};
    resolved[kind][id] = json;
  };
  for (const id of ids) {
    const user = world.users.get(id);
    const member = guild?.members.get(id);
    const role = guild?.roles.get(id);
    const channel = guild?.channels.get(id) ?? guild?.threads.get(id);
    const attachment = world.attachments.get(id);
    if (attachment !== undefined) add('attachments', id, attachmentJson(attachment, world));
    if (user !== undefined) add('users', id, userJson(user));
    if (guild !== undefined && member !== undefined) {
      const { deaf: _deaf, mute: _mute, ...json } = bareMemberJson(member);
      add('members', id, { ...json, permissions: String(guildPermissions(guild, member, now)) });
    }
    if (role !== undefined) add('roles', id, roleJson(role));
    if (guild !== undefined && channel !== undefined) {
      const permissionsOf = (userId: string) => {
        const one = guild.members.get(userId);
        return String(one === undefined ? 0n : channelPermissions(guild, one, channel, now));
      };
      const { permission_overwrites: _, ...json } = channelJson(channel, world.users) as {
        permission_overwrites?: unknown;
      };
      add('channels', id, { ...json, permissions: permissionsOf(asker.id), app_permissions: permissionsOf(bot.id) });
    }
    if ([user, role, channel, attachment].every(found => found === undefined))
      throw new Error(`there is no user, role or channel with the id ${id}`);
  }
  return resolved;
}
