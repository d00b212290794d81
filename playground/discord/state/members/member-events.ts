/** Tells that something about a member is different. */
import type { MemberRecord } from '../records.ts';
import type { World } from '../world.ts';

export function tellOfChange(world: World, member: MemberRecord): void {
  world.bus.emit({ kind: 'member-changed', member });
  if (member.user.bot) world.bus.emit({ kind: 'own-member-changed', member });
}
