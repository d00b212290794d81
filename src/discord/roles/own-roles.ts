/** Which roles of the server are ours, and those of earned certificates and proposed groups made where they are missing. */
import type { Community } from '../../domain/community.ts';
import type { SendResult } from '../../domain/delivery.ts';
import { isMadeAtNeed } from '../../domain/followed-roles.ts';
import type { OrganiserProblem } from '../../domain/problem.ts';
import { roleBinding } from '../../domain/wanted-server.ts';
import { knownOn } from '../../store/bindings.ts';
import { namesake, roleOf } from '../effects/roles.ts';
import type { Sending } from '../effects/sending.ts';

export interface OwnRoles {
  readonly idOf: (key: string) => string | undefined;
  /** Why a wanted role is not there. */
  readonly lacking: readonly SendResult[];
  readonly noticed?: OrganiserProblem;
}

export async function ownRoles(sending: Sending, { roles }: Community, wanted: ReadonlySet<string>): Promise<OwnRoles> {
  const known = await knownOn(sending.db, sending.guild.id);
  const ids = new Map<string, string>();
  const lacking: SendResult[] = [];
  let noticed: OrganiserProblem | undefined;
  for (const role of roles) {
    if (isMadeAtNeed(role) && wanted.has(role.key)) {
      const found = await roleOf(sending, role);
      if (found.kind === 'ready') {
        ids.set(role.key, found.thing.id);
        noticed ??= namesake(sending, found.thing, found.since);
      } else lacking.push(found);
      // Discord asks to wait, or is unwell: what comes after would only be asked too early.
      if (found.kind === 'transient') break;
      continue;
    }
    const binding = known.get(roleBinding(role.key));
    // One that was deleted is told by whoever notes it; the setup makes it again, and then everybody gets it.
    if (binding?.state === 'bound') ids.set(role.key, binding.discordId);
  }
  return { idOf: key => ids.get(key), lacking, ...(noticed ? { noticed } : {}) };
}
