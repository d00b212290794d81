/** From the body of a role's creation or change to its fields, and what the guild must have for them. */
import type { RESTPatchAPIGuildRoleJSONBody, RESTPostAPIGuildRoleJSONBody } from 'discord-api-types/v10';
import { invalid, Refusal } from '../../errors.ts';
import type { RoleLook } from '../../state/members/role-look-record.ts';
import type { RoleFields } from '../../state/members/roles.ts';
import type { GuildRecord } from '../../state/records.ts';
import { imageHash } from '../files/image-hash.ts';

type RoleBody = RESTPostAPIGuildRoleJSONBody | RESTPatchAPIGuildRoleJSONBody;

export function roleFields(guild: GuildRecord, body: RoleBody | undefined): RoleFields {
  const { name, permissions, color, colors, hoist, mentionable } = body ?? {};
  return {
    name: name ?? undefined,
    permissions: permissions == null ? undefined : BigInt(permissions),
    color: colors?.primary_color ?? color ?? undefined,
    hoist: hoist ?? undefined,
    mentionable: mentionable ?? undefined,
    look: { ...gradient(guild, colors), ...emblem(guild, body ?? {}) },
  };
}

/** Discord's holographic style: the only three colours that go together. */
const holographic = { primary: 11_127_295, secondary: 16_759_788, tertiary: 16_761_760 } as const;

function gradient({ settings }: GuildRecord, colors: RoleBody['colors']): Partial<RoleLook> {
  if (colors == null) return {};
  const { primary_color: primary, secondary_color: secondary = null, tertiary_color: tertiary = null } = colors;
  if ((secondary ?? tertiary) !== null && !settings.features.includes('ENHANCED_ROLE_COLORS'))
    throw new Refusal('needsBoosts');
  const isHolographic =
    primary === holographic.primary && secondary === holographic.secondary && tertiary === holographic.tertiary;
  if (tertiary !== null && !isHolographic)
    throw invalid('colors.tertiary_color', 'BASE_TYPE_CHOICES', 'Only the holographic style has three colors.');
  return { secondaryColor: secondary, tertiaryColor: tertiary };
}

/** An image and an emoji replace each other. */
function emblem({ settings }: GuildRecord, { icon, unicode_emoji: emoji }: RoleBody): Partial<RoleLook> {
  if ((icon ?? emoji) != null && !settings.features.includes('ROLE_ICONS')) throw new Refusal('needsBoosts');
  if (icon != null) return { icon: imageHash(icon), unicodeEmoji: null };
  if (emoji != null) return { icon: null, unicodeEmoji: emoji };
  return { ...(icon === null && { icon: null }), ...(emoji === null && { unicodeEmoji: null }) };
}
