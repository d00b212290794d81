/** From who sees and writes in a channel to the overwrites that say so. */
import { type Attributes, isAccess } from './attributes.ts';
import { permissionBits } from './permissions.ts';
import type { Overwrite, Server } from './server.ts';
import { accessOf, targetId } from './server-attributes.ts';

export interface ChangedOverwrite extends Overwrite {
  /** Of Cairn itself; the others are of roles. */
  readonly isMember: boolean;
}

/**
 * Only those that change, in an order in which Cairn never shuts itself out: first whom something is allowed, Cairn before
 * all others, and then what is taken away.
 */
export function overwritesAfter(
  now: readonly Overwrite[],
  access: Attributes,
  server: Server,
): readonly ChangedOverwrite[] {
  const changed = new Map<string, ChangedOverwrite>();
  for (const [name, value] of Object.entries(access)) {
    if (!isAccess(name)) continue;
    const { target, permission } = accessOf(name);
    const id = targetId(target, server);
    const bit = permissionBits[permission];
    const { allow, deny } = changed.get(id) ?? now.find(one => one.id === id) ?? { allow: 0n, deny: 0n };
    changed.set(id, {
      id,
      allow: value === 'allow' ? allow | bit : allow & ~bit,
      deny: value === 'deny' ? deny | bit : deny & ~bit,
      isMember: id === server.bot.userId,
    });
  }
  const gives = ({ id, allow }: ChangedOverwrite) => (allow & ~(now.find(one => one.id === id)?.allow ?? 0n)) !== 0n;
  const rank = (one: ChangedOverwrite) => {
    if (gives(one)) return one.isMember ? 0 : 1;
    return one.isMember ? 3 : 2;
  };
  return [...changed.values()].toSorted((left, right) => rank(left) - rank(right));
}
