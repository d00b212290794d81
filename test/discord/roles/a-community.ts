/** A server with a community's path roles bound on it, members on its paths, and attempts to set their roles right. */
import type { Guild, LocalDiscord, Member, Role } from '../../../playground/discord/index.ts';
import type { SendResult } from '../../../src/domain/delivery.ts';
import { adopt } from '../../../src/store/bindings.ts';
import { enrol, leave } from '../../../src/store/enrolments.ts';
import { notedRoles } from '../../../src/store/role-notes.ts';
import { aCommunity, aCommunityRole } from '../../support/a-community.ts';
import { aCurriculum, aPath } from '../../support/builders.ts';
import { aServer, type Server, type ServerOptions } from '../effects/a-server.ts';

const community = aCommunity({
  roles: [
    aCommunityRole('rookie', { name: 'New Graduate', paths: ['new-graduate', 'six-weeks'] }),
    aCommunityRole('topics', { name: 'Topic Explorer', paths: ['consistency', 'cost'] }),
    aCommunityRole('expert', { name: 'Expert', colour: 0x123456, hoist: true, certificates: ['c'] }),
  ],
});

const curriculum = aCurriculum({
  paths: [
    aPath('new-graduate', [['a', 'b']]),
    aPath('six-weeks', [['a']], { variantOf: 'new-graduate' }),
    aPath('consistency', [['b']], { kind: 'topic' }),
    aPath('cost', [['c']], { kind: 'topic' }),
  ],
  certificates: [{ id: 'c', title: 'Certificate C', pathId: 'new-graduate', itemIds: ['z'] }],
});

export interface RoleServer extends Server {
  readonly roles: Readonly<Record<'rookie' | 'topics', Role>>;
  isOn(member: Pick<Member, 'id'>, path: string, by?: string): Promise<unknown>;
  leaves(member: Pick<Member, 'id'>, path: string, by?: string): Promise<unknown>;
  sync(member: Pick<Member, 'id'>, number?: number): Promise<SendResult>;
  noted(member: Pick<Member, 'id'>): Promise<readonly string[]>;
}

/** As a setup leaves it. */
export async function aRoleServer(options: ServerOptions = {}): Promise<RoleServer> {
  const made: Partial<Record<'rookie' | 'topics', Role>> = {};
  const prepare = (guild: Guild, discord: LocalDiscord) => {
    made.rookie = guild.createRole({ name: 'New Graduate', permissions: 0n });
    made.topics = guild.createRole({ name: 'Topic Explorer', permissions: 0n });
    options.prepare?.(guild, discord);
  };
  const server = await aServer({ community, curriculum, ...options, prepare });
  const { db, guild, now, attempt } = server;
  const roles = made as RoleServer['roles'];
  for (const [key, { id }] of Object.entries(roles)) await adopt(db, guild.id, `role:${key}`, id, {}, now());
  const memberOf = ({ id }: { readonly id: string }) => ({ guildId: guild.id, userId: id });
  return {
    ...server,
    roles,
    isOn: (member, pathId, by = '10') => enrol(db, memberOf(member), { pathId, since: now() }, by),
    leaves: (member, pathId, by = '11') => leave(db, memberOf(member), pathId, now(), by),
    sync: (member, number = 1) => attempt({ kind: 'sync-roles', member: memberOf(member), because: '1' }, number),
    noted: async member => [...(await notedRoles(db, memberOf(member)))].toSorted(),
  };
}
