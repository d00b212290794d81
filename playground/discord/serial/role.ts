/** Roles as the API gives them. */
import type { APIRole, APIRoleTags, RoleFlags } from 'discord-api-types/v10';
import type { RoleRecord } from '../state/records.ts';

export function roleJson(role: RoleRecord): APIRole {
  const { look } = role;
  const tags = tagsJson(role);
  return {
    id: role.id,
    name: role.name,
    permissions: String(role.permissions),
    position: role.position,
    color: role.color,
    colors: { primary_color: role.color, secondary_color: look.secondaryColor, tertiary_color: look.tertiaryColor },
    hoist: role.hoist,
    managed: role.managed,
    mentionable: role.mentionable,
    icon: look.icon,
    unicode_emoji: look.unicodeEmoji,
    flags: role.flags as RoleFlags,
    ...(Object.keys(tags).length > 0 && { tags }),
  };
}

/** What is true of a role stands there as null, what is not stands nowhere. */
function tagsJson({ botId, tags }: RoleRecord): APIRoleTags {
  return {
    ...(botId !== undefined && { bot_id: botId }),
    ...(tags.integrationId !== undefined && { integration_id: tags.integrationId }),
    ...(tags.booster && { premium_subscriber: null }),
    ...(tags.subscriptionListingId !== undefined && { subscription_listing_id: tags.subscriptionListingId }),
    ...(tags.availableForPurchase && { available_for_purchase: null }),
    ...(tags.linked && { guild_connections: null }),
  };
}
