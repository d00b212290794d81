/** What a server has of the attributes that the community's file speaks of. */
import { type Attribute, type Attributes, isAccess } from './attributes.ts';
import { type Permission, permissionBits } from './permissions.ts';
import type { Server, ServerChannel, ServerRole } from './server.ts';

/** The id of something of ours that is there. */
export type IdOf = (binding: string) => string | undefined;

/**
 * Bindings replaced by the ids they stand for; what is not there yet keeps its binding. This is what a step sets, and what
 * is stored of it: whatever is made again has another id, and what was said of the old one says nothing of it.
 */
export function resolved(attributes: Attributes, idOf: IdOf): Attributes {
  const entries = Object.entries(attributes).map(([name, value]): [string, Attribute] => {
    if (name === 'parent') return [name, typeof value === 'string' ? (idOf(value) ?? value) : value];
    if (!isAccess(name)) return [name, value];
    const { target, permission } = accessOf(name);
    return [`access/${idOf(target) ?? target}/${permission}`, value];
  });
  return Object.fromEntries(entries);
}

/** The parts of an access attribute's name. */
export function accessOf(name: string): { readonly target: string; readonly permission: Permission } {
  const [, target = '', permission = ''] = name.split('/');
  return { target, permission: permission as Permission };
}

/** Whose overwrite a target is: a role's id or, for Cairn, its user's. */
export function targetId(target: string, { id, bot }: Server): string {
  if (target === 'everyone') return id;
  return target === 'cairn' ? bot.userId : target;
}

export function attributesOfRole({ name, colour, hoist, mentionable, emoji }: ServerRole): Attributes {
  return { name, colour, hoist, mentionable, emoji: emoji ?? null };
}

/** @param asked names of the attributes to look up; of access there is more than could be listed. */
export function attributesOfChannel(channel: ServerChannel, asked: readonly string[], server: Server): Attributes {
  const { name, topic, parentId } = channel;
  const access = asked.filter(isAccess).map(attribute => [attribute, accessIn(channel, attribute, server)]);
  return { name, topic: topic ?? null, parent: parentId ?? null, ...Object.fromEntries(access) };
}

function accessIn({ overwrites }: ServerChannel, attribute: string, server: Server): Attribute {
  const { target, permission } = accessOf(attribute);
  const id = targetId(target, server);
  const bit = permissionBits[permission];
  const overwrite = overwrites.find(one => one.id === id);
  if (!overwrite || bit === undefined) return null;
  if ((overwrite.allow & bit) !== 0n) return 'allow';
  return (overwrite.deny & bit) === 0n ? null : 'deny';
}
