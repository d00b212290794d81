/** Compares what the community's file asks for with what a server has, and plans what to do about it. */
import { type Adopting, candidatesFor, lookAlikes } from './adoption.ts';
import type { Community, CommunityCategory } from './community.ts';
import { oursOn } from './ours.ts';
import type { RoleUse } from './role-safety.ts';
import type { Server } from './server.ts';
import type { SetupChoices } from './setup-choices.ts';
import { type Deciding, type Decision, decide, isNew } from './setup-decision.ts';
import { obstaclesTo } from './setup-obstacles.ts';
import type { Candidate, Known, SetupPlan } from './setup-plan.ts';
import { warningsOf } from './setup-warnings.ts';
import {
  categoryBinding,
  channelBinding,
  roleBinding,
  type Wanted,
  wantedCategory,
  wantedChannel,
  wantedRoles,
} from './wanted-server.ts';

interface Decided {
  readonly thing: Wanted;
  readonly decision: Decision;
}

export function planSetup(
  community: Community,
  known: ReadonlyMap<string, Known>,
  server: Server,
  choices: SetupChoices,
): SetupPlan {
  const deciding = decidingOn(community, known, server, choices);
  const byHand = givenByHand(community);
  const decided = decideAll(community, deciding);
  const steps = decided.flatMap(({ decision }) => (decision.kind === 'step' ? [decision.step] : []));
  const refused = decided.flatMap(({ decision }) => (decision.kind === 'refused' ? [decision.obstacle] : []));
  return {
    steps,
    kept: decided.flatMap(({ decision }) => (decision.kind === 'kept' ? [decision.kept] : [])),
    missing: decided.flatMap(({ decision }) => (decision.kind === 'missing' ? [decision.missing] : [])),
    offers: offersFor(decided, deciding),
    unlisted: unlistedOf(community, deciding),
    obstacles: [...refused, ...obstaclesTo(steps, deciding)],
    warnings: warningsOf(
      decided.filter(({ thing }) => !byHand.has(thing.binding)),
      deciding,
    ),
  };
}

function decidingOn(
  community: Community,
  known: ReadonlyMap<string, Known>,
  server: Server,
  choices: SetupChoices,
): Deciding {
  const ours = oursOn(server, known);
  const chosen = [...choices.adopt.values()];
  const uses = new Map(community.roles.map(role => [roleBinding(role.key) as string, useOf(role)]));
  const adopting: Adopting = {
    server,
    asker: choices.asker,
    // What is chosen for two things at once is chosen for neither.
    isOurs: id => ours.has(id) || chosen.indexOf(id) !== chosen.lastIndexOf(id),
    useOf: binding => uses.get(binding) ?? 'other',
  };
  return { server, known, choices, ours, adopting };
}

/** Cairn gives them to nobody, so what they may do and where they stand is the organisers' business alone. */
function givenByHand({ roles, studyGroups, mentorPools }: Community): ReadonlySet<string> {
  const joined = new Set([...studyGroups, ...mentorPools].map(({ role }) => role));
  const own = roles.filter(role => useOf(role) === 'other' && !joined.has(role.key));
  return new Set(own.map(({ key }) => roleBinding(key)));
}

function useOf({ paths, certificates }: Community['roles'][number]): RoleUse {
  if (certificates.length > 0) return 'certificate';
  return paths.length > 0 ? 'path' : 'other';
}

/** Roles first, since channels name them; each category just before the channels that go into it. */
function decideAll(community: Community, deciding: Deciding): readonly Decided[] {
  const { server, choices } = deciding;
  const circumstances = { mentionable: choices.mentionable, roleIcons: server.features.includes('ROLE_ICONS') };
  const judge = (thing: Wanted): Decided => ({ thing, decision: decide(thing, deciding) });
  const roles = wantedRoles(community, circumstances).map(judge);
  const there = new Set(roles.filter(isThere).map(({ thing }) => thing.binding));
  const rest = community.categories.flatMap(category => {
    const own = isNeeded(category, deciding) ? [judge(wantedCategory(category))] : [];
    const parent = own.find(isThere)?.thing.binding;
    return [...own, ...category.channels.map(one => judge(wantedChannel(one, parent, role => there.has(role))))];
  });
  return [...roles, ...rest];
}

function isThere({ decision }: Decided): boolean {
  return decision.kind === 'step' || decision.kind === 'kept';
}

/** A category that nothing would go into is not made. */
function isNeeded({ key, channels }: CommunityCategory, deciding: Deciding): boolean {
  const binding = categoryBinding(key);
  const { known, choices } = deciding;
  if (!isNew(binding, deciding) || choices.recreate.has(binding)) return true;
  return channels.some(channel => {
    const own = channelBinding(channel.key);
    const one = known.get(own);
    const parent = one?.state === 'bound' ? one.set?.parent : undefined;
    // One that Cairn put somewhere, and that the file has moved since.
    return isNew(own, deciding) || typeof parent === 'string';
  });
}

function offersFor(decided: readonly Decided[], { adopting }: Deciding): SetupPlan['offers'] {
  const offers = decided.flatMap(({ thing, decision }): (readonly [string, readonly Candidate[]])[] => {
    const isMissing = decision.kind === 'missing' || decision.kind === 'refused';
    const isMade = decision.kind === 'step' && decision.step.kind === 'create';
    if (!isMissing && !isMade) return [];
    // What an interrupted attempt has made is found again without being chosen.
    const own =
      isMade && decision.step.kind === 'create' && decision.step.interrupted ? lookAlikes(thing, adopting) : [];
    const candidates = candidatesFor(thing, adopting).filter(({ id }) => !own.some(one => one.id === id));
    return candidates.length > 0 ? [[thing.binding, candidates]] : [];
  });
  return Object.fromEntries(offers);
}

function unlistedOf({ roles, categories }: Community, { known, server, ours }: Deciding): SetupPlan['unlisted'] {
  const listed = new Set<string>([
    ...roles.map(({ key }) => roleBinding(key)),
    ...categories.flatMap(({ key, channels }) => [
      categoryBinding(key),
      ...channels.map(one => channelBinding(one.key)),
    ]),
  ]);
  const things = new Map([...server.roles, ...server.channels].map(({ id, name }) => [id, name]));
  return [...known.keys()].flatMap(binding => {
    const id = listed.has(binding) ? undefined : ours.idOf(binding);
    return id === undefined ? [] : [{ binding, id, name: things.get(id) ?? '' }];
  });
}
