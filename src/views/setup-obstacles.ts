/** What stands in the way of a plan, or of what comes after it: each with the exact repair. */
import type { Server } from '../domain/server.ts';
import type { SetupObstacle, SetupWarning } from '../domain/setup-plan.ts';
import { namesIn } from './names-in.ts';
import { refusalWords } from './refusals.ts';
import { type Repair, repairOf } from './repair.ts';
import { clipped, escaped } from './text.ts';

export function repairOfObstacle(obstacle: SetupObstacle, server: Server): Repair {
  const name = (id: string | undefined) =>
    shown([...server.roles, ...server.channels].find(one => one.id === id)?.name);
  switch (obstacle.kind) {
    case 'permission-missing':
    case 'role-too-high':
      return repairOf(obstacle, namesIn(server));
    case 'role-limit':
    case 'channel-limit': {
      const { most, now, more } = obstacle;
      const things = obstacle.kind === 'role-limit' ? 'roles' : 'channels';
      return {
        what: `This server has ${now} ${things}, and ${more} more are too many: Discord allows ${most}.`,
        todo: `Delete ${now + more - most} that nobody needs, or adopt what is there.`,
      };
    }
    case 'category-limit': {
      const { parent, most, now, more } = obstacle;
      return {
        what: `The category ${name(parent)} has ${now} channels, and ${more} more are too many: Discord allows ${most}.`,
        todo: `Move ${now + more - most} of them elsewhere.`,
      };
    }
    case 'refused':
      return {
        what: `${name(obstacle.id)} cannot be used: ${refusalWords[obstacle.why]}.`,
        todo: 'Take it out of your choice above.',
      };
  }
}

export function repairOfWarning(warning: SetupWarning, server: Server): Repair {
  switch (warning.kind) {
    case 'role-too-high':
      return repairOf(warning, namesIn(server));
    case 'role-unsafe':
      return repairOf({ kind: 'role-unsafe', roleId: warning.roleId, why: warning.why }, namesIn(server));
    case 'channel-hidden':
      return repairOf(
        { kind: 'permission-missing', permission: 'ViewChannel', channelId: warning.channelId },
        namesIn(server),
      );
  }
}

/** A permission that lacks everywhere is said once. */
export function repairLines(repairs: readonly Repair[], most = 6): readonly string[] {
  const lines = [...new Set(repairs.map(({ what, todo }) => `**${what}**\n${todo}`))];
  const more = lines.length - most;
  return more > 0 ? [...lines.slice(0, most), `… and ${more} more`] : lines;
}

function shown(name: string | undefined): string {
  return `**${escaped(clipped(name ?? 'something that is gone', 60))}**`;
}
