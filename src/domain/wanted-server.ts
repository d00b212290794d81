/** The community's file as what it asks of a server: each role, category and channel with its attributes. */
import type { Attribute, Attributes } from './attributes.ts';
import type { Audience, Community, CommunityCategory, CommunityChannel, CommunityRole } from './community.ts';
import type { Permission } from './permissions.ts';

/** Something of ours on a server. */
export interface Wanted {
  readonly kind: 'role' | 'category' | 'channel';
  /** What its id is stored under: "role:new-graduate". */
  readonly binding: string;
  readonly name: string;
  /** Of a channel. */
  readonly type?: 'text' | 'voice';
  readonly attributes: Attributes;
}

/** Whom an overwrite is for: everyone, Cairn itself, or a role by its binding. */
export type Target = 'everyone' | 'cairn' | `role:${string}`;

export const roleBinding = (key: string) => `role:${key}` as const;
export const categoryBinding = (key: string) => `category:${key}`;
export const channelBinding = (key: string) => `channel:${key}`;
const accessAttribute = (target: Target, permission: Permission) => `access/${target}/${permission}`;

/** Whoever may not write may not open threads to write in, either. */
const writing = [
  'SendMessages',
  'SendMessagesInThreads',
  'CreatePublicThreads',
  'CreatePrivateThreads',
] as const satisfies readonly Permission[];

/** What depends on the server and on the organisers. */
export interface Circumstances {
  /** Consent that everybody may ping the roles the file calls mentionable. */
  readonly mentionable: boolean;
  readonly roleIcons: boolean;
}

export function wantedRoles({ roles }: Community, circumstances: Circumstances): readonly Wanted[] {
  return roles.map(role => ({
    kind: 'role',
    binding: roleBinding(role.key),
    name: role.name,
    attributes: roleAttributes(role, circumstances),
  }));
}

function roleAttributes(role: CommunityRole, { mentionable, roleIcons }: Circumstances): Attributes {
  return {
    name: role.name,
    colour: role.colour ?? 0,
    hoist: role.hoist,
    mentionable: role.mentionable && mentionable,
    ...(roleIcons ? { emoji: role.emoji ?? null } : {}),
  };
}

export function wantedCategory({ key, name }: CommunityCategory): Wanted {
  return { kind: 'category', binding: categoryBinding(key), name, attributes: { name } };
}

/**
 * @param isThere whether a role is on the server, or will be: nothing can be said about others.
 * @param parent the category's binding; undefined where there is no such category to put it into.
 */
export function wantedChannel(
  channel: CommunityChannel,
  parent: string | undefined,
  isThere: (binding: string) => boolean,
): Wanted {
  const { key, name, kind, topic } = channel;
  return {
    kind: 'channel',
    binding: channelBinding(key),
    name,
    type: kind,
    attributes: {
      name,
      ...(kind === 'text' ? { topic: topic ?? null } : {}),
      ...(parent === undefined ? {} : { parent }),
      ...accessAttributes(channel, isThere),
    },
  };
}

function accessAttributes({ kind, sees, writes }: CommunityChannel, isThere: (binding: string) => boolean): Attributes {
  const access: Record<string, Attribute> = {};
  const open = (audience: Audience, permissions: readonly Permission[]) => {
    if (audience === 'everyone') return;
    const roles = audience === 'nobody' ? [] : audience.map(roleBinding).filter(isThere);
    for (const permission of permissions) {
      access[accessAttribute('everyone', permission)] = 'deny';
      // Else Cairn would be among those it keeps out.
      for (const target of ['cairn', ...roles] as const) access[accessAttribute(target, permission)] = 'allow';
    }
  };
  open(sees, ['ViewChannel']);
  // Whoever sees it writes: there is nothing to add.
  if (kind === 'text' && !isSame(sees, writes)) open(writes, writing);
  return access;
}

function isSame(left: Audience, right: Audience): boolean {
  return typeof left === 'string' || typeof right === 'string'
    ? left === right
    : left.length === right.length && left.every(role => right.includes(role));
}
