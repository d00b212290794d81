/** What becomes of one thing that the community's file asks for. */
import { type Adopting, whyRefused } from './adoption.ts';
import { type Attributes, compare, differences, isAccess } from './attributes.ts';
import type { Ours } from './ours.ts';
import type { Server } from './server.ts';
import { attributesOfChannel, attributesOfRole, resolved } from './server-attributes.ts';
import type { SetupChoices } from './setup-choices.ts';
import type { KeptThing, Known, MissingThing, SetupObstacle, SetupStep } from './setup-plan.ts';
import type { Wanted } from './wanted-server.ts';

export type Decision =
  | { readonly kind: 'step'; readonly step: SetupStep }
  | { readonly kind: 'kept'; readonly kept: KeptThing }
  | { readonly kind: 'missing'; readonly missing: MissingThing }
  | { readonly kind: 'refused'; readonly obstacle: SetupObstacle };

export interface Deciding {
  readonly server: Server;
  readonly known: ReadonlyMap<string, Known>;
  readonly choices: SetupChoices;
  readonly ours: Ours;
  readonly adopting: Adopting;
}

/** Whether it will be made, by what is stored and chosen alone. */
export function isNew(binding: string, { known, choices, ours }: Deciding): boolean {
  if (choices.adopt.has(binding) || ours.idOf(binding) !== undefined) return false;
  const one = known.get(binding);
  return one === undefined || one.state === 'reserved' || choices.recreate.has(binding);
}

export function decide(wanted: Wanted, deciding: Deciding): Decision {
  const { known, choices, ours } = deciding;
  const thing = { ...wanted, attributes: resolved(wanted.attributes, ours.idOf) };
  const { binding } = thing;
  const id = ours.idOf(binding);
  if (id !== undefined) return tend(thing, id, deciding);
  const chosen = choices.adopt.get(binding);
  if (chosen !== undefined) return adopt(thing, chosen, deciding);
  const one = known.get(binding);
  if (isNew(binding, deciding))
    return { kind: 'step', step: { kind: 'create', thing, interrupted: one?.state === 'reserved' } };
  const lost = one && 'discordId' in one ? one.discordId : '';
  return { kind: 'missing', missing: { binding, name: thing.name, id: lost } };
}

function tend(thing: Wanted, id: string, { server, known, choices }: Deciding): Decision {
  const one = known.get(thing.binding);
  const set = one && 'set' in one ? withoutLostParent(one.set, server) : undefined;
  const { name, attributes } = lookAt(thing, id, set, server);
  const { changes, byHand } = choices.restore.has(thing.binding)
    ? { changes: differences(thing.attributes, set, attributes), byHand: [] }
    : compare(thing.attributes, set, attributes);
  if (Object.keys(changes).length > 0) return { kind: 'step', step: { kind: 'change', thing, id, name, changes } };
  return { kind: 'kept', kept: { binding: thing.binding, id, name, byHand } };
}

/** Where a category was deleted, its channels stand in none: nobody has moved them. */
function withoutLostParent(set: Attributes | undefined, { channels }: Server): Attributes | undefined {
  const isThere = channels.some(({ id }) => id === set?.parent);
  return set && !isThere ? { ...set, parent: null } : set;
}

/** It keeps its name and looks. Who sees it and writes in it is what it is there for. */
function adopt(thing: Wanted, id: string, { server, adopting }: Deciding): Decision {
  const { binding } = thing;
  const why = whyRefused(thing, id, adopting);
  if (why) return { kind: 'refused', obstacle: { kind: 'refused', binding, id, why } };
  const { name, attributes } = lookAt(thing, id, undefined, server);
  const access = Object.fromEntries(Object.entries(thing.attributes).filter(([attribute]) => isAccess(attribute)));
  const changes = differences(access, undefined, attributes);
  return { kind: 'step', step: { kind: 'adopt', thing, id, name, changes } };
}

function lookAt(thing: Wanted, id: string, set: Attributes | undefined, server: Server) {
  const role = server.roles.find(one => one.id === id);
  if (role) return { name: role.name, attributes: attributesOfRole(role) };
  const channel = server.channels.find(one => one.id === id);
  const asked = Object.keys({ ...thing.attributes, ...set });
  return { name: channel?.name ?? '', attributes: channel ? attributesOfChannel(channel, asked, server) : {} };
}
