/** From a role as a test describes it to its fields. */
import type { RoleTags } from '../state/members/role-look-record.ts';
import type { NewRoleFields, RoleFields } from '../state/members/roles.ts';
import type { World } from '../state/world.ts';
import type { NewRole, RoleOrigin } from '../surface/roles.ts';

export function newRoleFields(world: World, role: NewRole): NewRoleFields {
  const { managed, origin } = role;
  return { ...roleFields(role), managed: managed ?? origin !== undefined, tags: origin && tags(world, origin) };
}

export function roleFields(role: Partial<NewRole>): RoleFields {
  const { name, permissions, color, hoist, mentionable, secondaryColor, unicodeEmoji } = role;
  const look = {
    ...(secondaryColor !== undefined && { secondaryColor }),
    ...(unicodeEmoji !== undefined && { unicodeEmoji }),
  };
  return { name, permissions, color, hoist, mentionable, look };
}

function tags(world: World, origin: RoleOrigin): RoleTags {
  switch (origin) {
    case 'booster':
      return { booster: true };
    case 'linked':
      return { linked: true };
    case 'integration':
      return { integrationId: world.ids.next() };
    case 'subscription':
      return { integrationId: world.ids.next(), subscriptionListingId: world.ids.next(), availableForPurchase: true };
  }
}
