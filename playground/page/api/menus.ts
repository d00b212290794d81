/** Commands of apps in the menus of members and messages. */
import { menuRequest, useRequest } from '../requests.ts';
import type { Desk } from './desk.ts';
import { offered } from './offered.ts';
import { outcome } from './outcome.ts';

export function menus({ does, at, guild, holding, discord }: Desk): void {
  does('menu', menuRequest, (me, { channel, user, message }) => {
    const place = at(me, channel);
    const on = message === undefined ? { id: user ?? '' } : holding(me, channel, message);
    return { commands: offered(discord, guild, me.menu({ on, in: place })) };
  });
  does('use', useRequest, async (me, { channel, user, message, application, command }) => {
    const place = at(me, channel);
    const on = message === undefined ? { id: user ?? '' } : holding(me, channel, message);
    return outcome(await me.uses(command, { on, in: place, application: { id: application } }));
  });
}
