/** The role of a certificate. */

import type { APIRole } from 'discord.js';
import { PermissionFlagsBits } from 'discord-api-types/v10';
import { certificateRole } from '../../domain/binding.ts';
import type { Certificate } from '../../domain/curriculum.ts';
import type { OrganiserProblem } from '../../domain/problem.ts';
import { clipped } from '../../views/text.ts';
import { certificateColour } from './colour.ts';
import { botFacts, roleFacts } from './facts.ts';
import { type Found, findOrMake, isNew } from './found-or-made.ts';
import { allows, type RoleFacts } from './hierarchy.ts';
import { createRole, deleteRole, getRoles } from './requests.ts';
import type { Sending } from './sending.ts';

/** Discord's limit for a server. */
const mostRoles = 250;

interface ColouredRole extends RoleFacts {
  readonly colour: number;
}

export async function roleOf(sending: Sending, certificate: Certificate): Promise<Found<RoleFacts>> {
  const { guild } = sending;
  const name = clipped(certificate.title, 100);
  const colour = certificateColour(certificate.id);
  return await findOrMake<ColouredRole>(sending, {
    binding: certificateRole(certificate.id),
    known: id => {
      const role = guild.roles.cache.get(id);
      return role && { ...roleFacts(role), colour: role.colors.primaryColor };
    },
    all: async () => (await getRoles(sending)).map(coloured),
    // The colour, derived from the certificate, is what a namesake would hardly have.
    looksMade: role => role.name === name && role.permissions === 0n && !role.managed && role.colour === colour,
    obstacle: () => obstacleToCreate(sending),
    make: async () => {
      const colors = { primary_color: colour, secondary_color: null, tertiary_color: null };
      const body = { name, permissions: '0', colors, hoist: false, mentionable: false };
      return coloured(await createRole(sending, body, 'The role of a certificate, made once'));
    },
    unmake: role => deleteRole(sending, role.id, 'Another process made the same role'),
    forbidden: { kind: 'permission-missing', permission: 'ManageRoles' },
    deleted: { kind: 'role-deleted', certificateId: certificate.id },
  });
}

function coloured(role: APIRole): ColouredRole {
  return { ...roleFacts(role), colour: role.colors?.primary_color ?? role.color };
}

function obstacleToCreate({ guild }: Sending): OrganiserProblem | undefined {
  const bot = botFacts(guild);
  if (bot && !allows(bot.permissions, PermissionFlagsBits.ManageRoles)) {
    return { kind: 'permission-missing', permission: 'ManageRoles' };
  }
  return guild.roles.cache.size >= mostRoles ? { kind: 'role-limit' } : undefined;
}

/** Somebody else's role of the same name: never given, since it could carry permissions. */
export function namesake(
  { guild, now }: Sending,
  own: RoleFacts,
  since: Temporal.Instant,
): OrganiserProblem | undefined {
  if (!isNew(since, now())) return undefined;
  const other = guild.roles.cache.find(({ id, name }) => id !== own.id && name === own.name);
  return other && { kind: 'role-name-taken', name: own.name, roleId: other.id, ownRoleId: own.id };
}
