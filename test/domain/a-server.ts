/** A server as a value that does what a step says, as Discord would; for tests that plan, carry out and plan again. */
import { type Attributes, isAccess } from '../../src/domain/attributes.ts';
import { permissionBits } from '../../src/domain/permissions.ts';
import type { Overwrite, Server, ServerChannel, ServerRole } from '../../src/domain/server.ts';
import { accessOf, resolved, targetId } from '../../src/domain/server-attributes.ts';
import type { SetupChoices } from '../../src/domain/setup-choices.ts';
import type { Known, SetupStep } from '../../src/domain/setup-plan.ts';

export const everything = Object.values(permissionBits).reduce((all, bit) => all | bit, 0n);
const serverId = '100';
const botId = '200';
const botRoleId = '300';
const ownerId = '400';

export interface World {
  readonly server: Server;
  readonly known: ReadonlyMap<string, Known>;
}

export function aRole(id: string, more: Partial<ServerRole> = {}): ServerRole {
  const plain = { managed: false, inPrompt: false, colour: 0, hoist: false, mentionable: false };
  return { id, name: `Role ${id}`, position: 1, permissions: 0n, ...plain, ...more };
}

export function aChannel(id: string, more: Partial<ServerChannel> = {}): ServerChannel {
  return { id, name: `channel-${id}`, type: 'text', overwrites: [], botPermissions: everything, ...more };
}

/** Cairn's role stands at position 50 and may do all that setting up needs. */
export function aServer(given: Partial<Omit<Server, 'bot'>> & { readonly botPermissions?: bigint } = {}): Server {
  const { roles = [], channels = [], features = [], botPermissions = everything } = given;
  const cairn = aRole(botRoleId, { name: 'Cairn', position: 50, managed: true, belongsTo: 'bot' });
  const everyone = aRole(serverId, { name: '@everyone', position: 0 });
  return {
    id: serverId,
    ownerId,
    features,
    roles: [everyone, cairn, ...roles],
    channels,
    bot: { userId: botId, permissions: botPermissions, highestRoleId: botRoleId },
  };
}

const owner = { isOwner: true, permissions: 0n, highestRoleId: serverId };

export function choosing(more: Partial<SetupChoices> = {}): SetupChoices {
  return { adopt: new Map(), recreate: new Set(), restore: new Set(), mentionable: true, asker: owner, ...more };
}

export function emptyWorld(server: Server = aServer()): World {
  return { server, known: new Map() };
}

/** @param cut how far it comes: before anything is asked of Discord, before its answer is stored, or to the end. */
export function carryOut(world: World, step: SetupStep, cut: 'reserved' | 'made' | 'done' = 'done'): World {
  const { binding } = step.thing;
  const reserved: World =
    step.kind === 'create' ? { ...world, known: new Map([...world.known, [binding, { state: 'reserved' }]]) } : world;
  if (cut === 'reserved') return reserved;
  const { server, id } = step.kind === 'create' ? found(reserved, step) : changed(reserved, step);
  if (cut === 'made') return { ...reserved, server };
  const set = resolved(step.thing.attributes, idIn(world));
  return { server, known: new Map([...reserved.known, [binding, { state: 'bound', discordId: id, set }]]) };
}

const idIn =
  ({ known }: World) =>
  (binding: string) => {
    const one = known.get(binding);
    return one?.state === 'bound' ? one.discordId : undefined;
  };

type Create = Extract<SetupStep, { kind: 'create' }>;
type Change = Exclude<SetupStep, Create>;

/** What an interrupted attempt has made is found by its name, as the sender finds it by its looks and age. */
function found(world: World, step: Create): { server: Server; id: string } {
  const bound = new Set([...world.known.values()].flatMap(one => ('discordId' in one ? [one.discordId] : [])));
  const all = [...world.server.roles, ...world.server.channels];
  const id = step.interrupted && all.find(one => one.name === step.thing.name && !bound.has(one.id))?.id;
  return id ? { server: world.server, id } : made(world, step);
}

function made(world: World, { thing }: Create): { server: Server; id: string } {
  const { server } = world;
  const id = String(1000 + server.roles.length + server.channels.length);
  const bare =
    thing.kind === 'role'
      ? // A new role stands at the bottom and lifts the others.
        {
          ...server,
          roles: [
            ...server.roles.map(one => (one.position < 1 ? one : { ...one, position: one.position + 1 })),
            aRole(id),
          ],
        }
      : { ...server, channels: [...server.channels, aChannel(id, { type: thing.type ?? 'category' })] };
  return { server: withAttributes({ ...world, server: bare }, id, thing.attributes), id };
}

function changed(world: World, { id, changes }: Change): { server: Server; id: string } {
  return { server: withAttributes(world, id, changes), id };
}

/** Also what a person does by hand. */
export function withAttributes(world: World, id: string, given: Attributes): Server {
  const { server } = world;
  const attributes = resolved(given, idIn(world));
  const roles = server.roles.map(role => (role.id === id ? ({ ...role, ...plain(attributes) } as ServerRole) : role));
  const channels = server.channels.map(({ parentId, ...channel }) => {
    const parent = channel.id === id && attributes.parent !== undefined ? attributes.parent : parentId;
    const placed = { ...channel, ...(typeof parent === 'string' ? { parentId: parent } : {}) };
    if (channel.id !== id) return placed;
    const overwrites = overwritesOf(placed, attributes, server);
    const botPermissions = permissionsOf(server.bot.permissions, overwrites);
    return { ...placed, ...plain(attributes), overwrites, botPermissions } as ServerChannel;
  });
  return { ...server, roles, channels };
}

function plain(attributes: Attributes): Record<string, unknown> {
  const { parent: _, ...rest } = attributes;
  return Object.fromEntries(
    Object.entries(rest)
      .filter(([name]) => !name.startsWith('access/'))
      .map(([name, value]) => [name, value ?? undefined]),
  );
}

function overwritesOf(channel: ServerChannel, attributes: Attributes, server: Server): readonly Overwrite[] {
  const overwrites = new Map(channel.overwrites.map(one => [one.id, one]));
  for (const [name, value] of Object.entries(attributes)) {
    if (!isAccess(name)) continue;
    const { target, permission } = accessOf(name);
    const id = targetId(target, server);
    // Discord knows numbers only.
    if (!/^\d+$/.test(id)) throw new Error(`${name} is about something that is not there`);
    const bit = permissionBits[permission];
    const { allow, deny } = overwrites.get(id) ?? { allow: 0n, deny: 0n };
    overwrites.set(id, {
      id,
      allow: value === 'allow' ? allow | bit : allow & ~bit,
      deny: value === 'deny' ? deny | bit : deny & ~bit,
    });
  }
  return [...overwrites.values()];
}

function permissionsOf(base: bigint, overwrites: readonly Overwrite[]): bigint {
  const of = (id: string) => overwrites.find(one => one.id === id) ?? { allow: 0n, deny: 0n };
  const [everyone, own] = [of(serverId), of(botId)];
  const permissions = (((base & ~everyone.deny) | everyone.allow) & ~own.deny) | own.allow;
  return (permissions & permissionBits.ViewChannel) === 0n ? 0n : permissions;
}

/** Somebody deletes it. Discord forgets its overwrites, and a category's channels stay without one. */
export function without({ server, known }: World, id: string): World {
  const channels = server.channels
    .filter(one => one.id !== id)
    .map(({ parentId, ...one }) => ({
      ...one,
      ...(parentId === undefined || parentId === id ? {} : { parentId }),
      overwrites: one.overwrites.filter(overwrite => overwrite.id !== id),
    }));
  return { known, server: { ...server, roles: server.roles.filter(one => one.id !== id), channels } };
}
