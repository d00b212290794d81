/** The roles of certificates and of proposed groups: each is made at the first need. All others come with the setup. */

import { PermissionFlagsBits } from 'discord.js';
import type { CommunityRole } from '../../domain/community.ts';
import type { OrganiserProblem } from '../../domain/problem.ts';
import type { ServerRole } from '../../domain/server.ts';
import { serverLimits } from '../../domain/server-limits.ts';
import { roleBinding } from '../../domain/wanted-server.ts';
import { consentName } from '../../flows/plan-setup.ts';
import { findSetting } from '../../store/settings.ts';
import { clipped } from '../../views/text.ts';
import { certificateColour } from './colour.ts';
import { allows, botFacts, roleFacts } from './facts.ts';
import { type Found, findOrMake, isNew } from './found-or-made.ts';
import { createRole, deleteRole, getRoles } from './requests.ts';
import type { Sending } from './sending.ts';

export async function roleOf(sending: Sending, role: CommunityRole): Promise<Found<ServerRole>> {
  const { guild } = sending;
  const name = clipped(role.name, 100);
  const colour = colourOf(sending, role);
  return await findOrMake<ServerRole>(sending, {
    binding: roleBinding(role.key),
    known: id => {
      const known = guild.roles.cache.get(id);
      return known && roleFacts(known);
    },
    all: async () => (await getRoles(sending)).map(roleFacts),
    // The colour is what a namesake would hardly have.
    looksMade: made => made.name === name && made.permissions === 0n && !made.managed && made.colour === colour,
    obstacle: () => obstacleToCreate(sending),
    make: async () =>
      roleFacts(await createRole(sending, await bodyOf(sending, role, name), `The role of ${whose(role)}, made once`)),
    unmake: made => deleteRole(sending, made.id, 'Another process made the same role'),
    forbidden: { kind: 'permission-missing', permission: 'ManageRoles' },
    deleted: { kind: 'role-deleted', roleKey: role.key },
  });
}

const whose = ({ isOfProposal }: CommunityRole) => (isOfProposal ? 'a study group' : 'a certificate');

async function bodyOf(sending: Sending, role: CommunityRole, name: string) {
  const colors = { primary_color: colourOf(sending, role), secondary_color: null, tertiary_color: null };
  const icon =
    role.emoji !== undefined && sending.guild.features.includes('ROLE_ICONS') ? { unicode_emoji: role.emoji } : {};
  // Everybody may ping it only once the organisers have said so, at the setup.
  const consent = (await findSetting(sending.db, sending.guild.id, consentName))?.value === true;
  const mentionable = role.isOfProposal === true && role.mentionable && consent;
  return { name, permissions: '0', colors, hoist: role.hoist, mentionable, ...icon };
}

/** As the file has it; where the file has no such role, one that follows from the certificate. A group changes nobody's name. */
function colourOf({ community }: Sending, { key, colour, isOfProposal }: CommunityRole): number {
  if (isOfProposal) return 0;
  return community.roles.some(role => role.key === key) ? (colour ?? 0) : certificateColour(key);
}

function obstacleToCreate({ guild }: Sending): OrganiserProblem | undefined {
  const bot = botFacts(guild);
  if (bot && !allows(bot.permissions, PermissionFlagsBits.ManageRoles)) {
    return { kind: 'permission-missing', permission: 'ManageRoles' };
  }
  return guild.roles.cache.size >= serverLimits.roles ? { kind: 'role-limit' } : undefined;
}

/** Somebody else's role of the same name: never given, since it could carry permissions. */
export function namesake(
  { guild, now }: Sending,
  own: Pick<ServerRole, 'id' | 'name'>,
  since: Temporal.Instant,
): OrganiserProblem | undefined {
  if (!isNew(since, now())) return undefined;
  const other = guild.roles.cache.find(({ id, name }) => id !== own.id && name === own.name);
  return other && { kind: 'role-name-taken', name: own.name, roleId: other.id, ownRoleId: own.id };
}
