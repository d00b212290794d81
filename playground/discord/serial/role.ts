/** Roles as the API gives them. */
import type { APIRole, RoleFlags } from 'discord-api-types/v10';
import type { RoleRecord } from '../state/records.ts';

export function roleJson(role: RoleRecord): APIRole {
  return {
    id: role.id,
    name: role.name,
    permissions: String(role.permissions),
    position: role.position,
    color: role.color,
    colors: { primary_color: role.color, secondary_color: null, tertiary_color: null },
    hoist: role.hoist,
    managed: role.managed,
    mentionable: role.mentionable,
    icon: null,
    unicode_emoji: null,
    flags: 0 as RoleFlags,
    ...(role.botId !== undefined && { tags: { bot_id: role.botId } }),
  };
}
