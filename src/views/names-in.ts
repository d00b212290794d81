/** The names of a server's roles and channels by id, for words to organisers. */
import type { Server } from '../domain/server.ts';
import type { Names } from './repair.ts';

export function namesIn({ roles, channels, bot }: Server): Names {
  const role = (id: string) => roles.find(one => one.id === id)?.name;
  return {
    // What permissions are switched on for, and what is dragged up.
    bot: role(bot.highestRoleId) ?? 'Cairn',
    role,
    channel: id => channels.find(one => one.id === id)?.name,
    certificate: () => undefined,
    group: () => undefined,
    ownRole: () => undefined,
  };
}
