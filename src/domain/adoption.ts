/** What on a server has the name of something we want, and whether it could be used for it. */
import { holds } from './permissions.ts';
import { type Asker, type RoleUse, whyNotGiven } from './role-safety.ts';
import type { Server, ServerChannel, ServerRole } from './server.ts';
import type { Candidate, Refusal } from './setup-plan.ts';
import type { Wanted } from './wanted-server.ts';

export interface Adopting {
  readonly server: Server;
  readonly asker: Asker;
  /** Whether an id is ours already, under whatever name. */
  isOurs(id: string): boolean;
  useOf(binding: string): RoleUse;
}

export function candidatesFor(thing: Wanted, adopting: Adopting): readonly Candidate[] {
  const folded = thing.name.toLowerCase();
  return ofKind(thing, adopting.server)
    .filter(({ id, name }) => name.trim().toLowerCase() === folded && !adopting.isOurs(id))
    .map(({ id, name }) => {
      const refused = whyRefused(thing, id, adopting);
      return { id, name, ...(refused ? { refused } : {}) };
    });
}

/** The same, if it carries nothing of its own: what an interrupted attempt may have made. */
export function lookAlikes(thing: Wanted, { server, isOurs }: Pick<Adopting, 'server' | 'isOurs'>) {
  return ofKind(thing, server).filter(
    one => one.name === thing.name && !isOurs(one.id) && (!('managed' in one) || isPlain(one)),
  );
}

export function whyRefused(thing: Wanted, id: string, { server, asker, isOurs, useOf }: Adopting): Refusal | undefined {
  if (isOurs(id)) return 'ours-already';
  const role = server.roles.find(one => one.id === id);
  const channel = server.channels.find(one => one.id === id);
  if (!role && !channel) return 'gone';
  if (thing.kind === 'role') return role ? whyNotGiven(role, server, useOf(thing.binding), asker) : 'other-kind';
  if (!ofKind(thing, server).some(one => one.id === id)) return 'other-kind';
  return asker.isOwner || holds(asker.permissions, 'ManageChannels') ? undefined : 'asker-lacks-manage-channels';
}

function isPlain({ permissions, managed }: ServerRole): boolean {
  return permissions === 0n && !managed;
}

function ofKind({ kind, type }: Wanted, server: Server): readonly (ServerRole | ServerChannel)[] {
  if (kind === 'role') return server.roles;
  return server.channels.filter(channel => channel.type === (kind === 'category' ? 'category' : type));
}
