/** What a plan's steps need and do not have: permissions, a place in the hierarchy, room on the server. */
import { lookAlikes } from './adoption.ts';
import { type Attributes, isAccess } from './attributes.ts';
import { holds, type Permission } from './permissions.ts';
import { isAbove } from './server.ts';
import { accessOf } from './server-attributes.ts';
import { serverLimits } from './server-limits.ts';
import type { Deciding } from './setup-decision.ts';
import type { SetupObstacle, SetupStep } from './setup-plan.ts';

export function obstaclesTo(steps: readonly SetupStep[], deciding: Deciding): readonly SetupObstacle[] {
  const writing = steps.filter(step => step.kind === 'create' || Object.keys(step.changes).length > 0);
  const found = [
    ...writing.flatMap(step => missingPermissions(step, deciding)),
    ...writing.flatMap(step => tooHigh(step, deciding)),
    ...limits(steps, deciding),
  ];
  // Many steps lack the same permission.
  return [...new Map(found.map(obstacle => [JSON.stringify(obstacle), obstacle])).values()];
}

/** In a channel that is there, what counts is what Cairn may do in it. */
function missingPermissions(step: SetupStep, { server }: Deciding): readonly SetupObstacle[] {
  const { bot, channels } = server;
  const channel = step.kind === 'create' ? undefined : channels.find(({ id }) => id === step.id);
  return neededFor(step)
    .filter(permission => !holds(channel?.botPermissions ?? bot.permissions, permission))
    .map(permission => ({
      kind: 'permission-missing',
      permission,
      ...(channel && holds(bot.permissions, permission) ? { channelId: channel.id } : {}),
    }));
}

/** Nobody may allow or deny in a channel what they may not do themselves. */
function neededFor(step: SetupStep): readonly Permission[] {
  if (step.thing.kind === 'role') return ['ManageRoles'];
  const access = permissionsIn(step.kind === 'create' ? step.thing.attributes : step.changes);
  if (step.kind === 'create') return ['ManageChannels', ...access];
  return ['ViewChannel', 'ManageChannels', ...(access.length > 0 ? (['ManageRoles'] as const) : []), ...access];
}

function permissionsIn(attributes: Attributes): readonly Permission[] {
  const names = Object.keys(attributes).filter(isAccess);
  return [...new Set(names.map(name => accessOf(name).permission))];
}

function tooHigh(step: SetupStep, { server: { roles, bot } }: Deciding): readonly SetupObstacle[] {
  const role = step.kind === 'create' ? undefined : roles.find(({ id }) => id === step.id);
  const own = roles.find(({ id }) => id === bot.highestRoleId);
  if (!role || isAbove(own, role)) return [];
  return [{ kind: 'role-too-high', roleId: role.id, botRoleId: bot.highestRoleId }];
}

function limits(steps: readonly SetupStep[], { server, adopting }: Deciding): readonly SetupObstacle[] {
  const { roles, channels } = server;
  // What an interrupted attempt has made is there already.
  const made = steps.filter(
    step => step.kind === 'create' && !(step.interrupted && lookAlikes(step.thing, adopting).length > 0),
  );
  const newRoles = made.filter(({ thing }) => thing.kind === 'role').length;
  const found: SetupObstacle[] = [];
  const check = (kind: 'role-limit' | 'channel-limit', now: number, more: number, limit: number) => {
    if (more > 0 && now + more > limit) found.push({ kind, most: limit, now, more });
  };
  check('role-limit', roles.length, newRoles, serverLimits.roles);
  check('channel-limit', channels.length, made.length - newRoles, serverLimits.channels);
  const moving = [...made, ...steps.filter(({ kind }) => kind !== 'create')];
  // A category that is only now adopted is known to its channels by its binding.
  const adopted = new Map(
    steps.flatMap(step => (step.kind === 'adopt' ? [[step.thing.binding, step.id] as const] : [])),
  );
  const into = Map.groupBy(moving, step => {
    const { parent } = step.kind === 'create' ? step.thing.attributes : step.changes;
    return typeof parent === 'string' ? (adopted.get(parent) ?? parent) : undefined;
  });
  for (const { id: parent } of channels.filter(({ type }) => type === 'category')) {
    const now = channels.filter(({ parentId }) => parentId === parent).length;
    const more = into.get(parent)?.length ?? 0;
    if (more > 0 && now + more > serverLimits.inCategory)
      found.push({ kind: 'category-limit', parent, most: serverLimits.inCategory, now, more });
  }
  return found;
}
