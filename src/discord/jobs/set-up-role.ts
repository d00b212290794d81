/** A role as the plan wants it: made without any permission, or changed in what the plan names. */
import type { RESTPatchAPIGuildRoleJSONBody } from 'discord.js';
import type { Attributes } from '../../domain/attributes.ts';
import type { ServerRole } from '../../domain/server.ts';
import type { Wanted } from '../../domain/wanted-server.ts';
import { roleFacts } from '../effects/facts.ts';
import type { Own } from '../effects/found-or-made.ts';
import { changeRole, createRole, deleteRole, getRoles } from '../effects/requests.ts';
import type { Sending } from '../effects/sending.ts';
import { reason } from './reason.ts';
import type { Stepping } from './stepping.ts';

export function ownRole(sending: Sending, { binding, name }: Wanted, set: Attributes): Own<ServerRole> {
  const { guild } = sending;
  return {
    binding,
    known: id => {
      const role = guild.roles.cache.get(id);
      return role && roleFacts(role);
    },
    all: async () => (await getRoles(sending)).map(roleFacts),
    looksMade: role => role.name === name && role.permissions === 0n && !role.managed,
    obstacle: () => undefined,
    make: async () => roleFacts(await createRole(sending, { ...bodyOf(set), name, permissions: '0' }, reason)),
    unmake: ({ id }) => deleteRole(sending, id, 'Another process made the same role'),
    forbidden: { kind: 'permission-missing', permission: 'ManageRoles' },
    deleted: { kind: 'role-deleted', roleKey: binding.slice(binding.indexOf(':') + 1) },
  };
}

export async function applyToRole({ sending }: Stepping, id: string, changes: Attributes): Promise<void> {
  if (Object.keys(changes).length > 0) await changeRole(sending, id, bodyOf(changes), reason);
}

function bodyOf({ name, colour, hoist, mentionable, emoji }: Attributes): RESTPatchAPIGuildRoleJSONBody {
  return {
    ...(name === undefined ? {} : { name: String(name) }),
    ...(colour === undefined
      ? {}
      : { colors: { primary_color: Number(colour ?? 0), secondary_color: null, tertiary_color: null } }),
    ...(hoist === undefined ? {} : { hoist: hoist === true }),
    ...(mentionable === undefined ? {} : { mentionable: mentionable === true }),
    ...(emoji === undefined ? {} : { unicode_emoji: emoji === null ? null : String(emoji) }),
  };
}
