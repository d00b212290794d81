/** Commands a member picks from the menu of a member or of a message. */

import { Permission } from '../../permissions.ts';
import { messageJson } from '../../serial/message.ts';
import type { ChannelRecord, ContextTarget, GuildRecord, MemberRecord, MessageRecord } from '../../state/records.ts';
import { channelOf } from '../../state/world.ts';
import type { MemberContextMenus, MenuTarget } from '../../surface/context-menu.ts';
import type { Context } from '../context.ts';
import { mayIn, onScreen, usualChannel } from '../view.ts';
import { type Offer, offeredCommands } from './commands.ts';
import { interact } from './interact.ts';
import { resolve } from './resolved.ts';
import { watch } from './watch.ts';

const types = { user: 2, message: 3 } as const;

type Found =
  | { readonly kind: 'user'; readonly id: string }
  | { readonly kind: 'message'; readonly id: string; readonly message: MessageRecord };

export function memberContextMenus(context: Context, guild: GuildRecord, me: MemberRecord): MemberContextMenus {
  const { world } = context;

  function find(target: MenuTarget): Found {
    const shown = 'kind' in target ? target : undefined;
    const id = shown === undefined ? (target as { readonly id: string }).id : shown.message?.id;
    const message = onScreen(world, me).find(candidate => candidate.id === id);
    if (message !== undefined) return { kind: 'message', id: message.id, message };
    if (id !== undefined && world.users.has(id)) return { kind: 'user', id };
    throw new Error(`${me.user.name} sees no member and no message with the id ${id}`);
  }
  function placeOf(found: Found, where: { readonly id: string } | undefined): ChannelRecord {
    if (found.kind === 'message') return channelOf(world, found.message.channelId);
    return where === undefined ? usualChannel(world, guild, me) : channelOf(world, where.id);
  }
  /** Ephemeral messages have no menu of commands. */
  function offers(found: Found, channel: ChannelRecord): readonly Offer[] {
    if (found.kind === 'message' && found.message.onlyFor !== undefined) return [];
    return offeredCommands(world, me.user, channel).filter(({ command }) => command.json.type === types[found.kind]);
  }
  function resolvedOf(found: Found, inGuild: boolean, bot: Offer['application']['bot']) {
    if (found.kind === 'user') return resolve(world, inGuild ? guild : undefined, [found.id], me.user, bot);
    return { messages: { [found.id]: messageJson(found.message, world) } };
  }

  return {
    menu: ({ on, in: where }) => {
      const found = find(on);
      return offers(found, placeOf(found, where)).map(({ application, command }) => ({
        applicationId: application.id,
        command: command.json,
      }));
    },
    uses: async (name, { on, in: where, application: wanted }) => {
      const found = find(on);
      const channel = placeOf(found, where);
      const { application, command } = theOne(offers(found, channel), name, wanted?.id);
      if (found.kind === 'user' && !mayIn(world, me, channel, Permission.sendMessages))
        throw new Error(`${me.user.name} may not write in #${channel.name}, so commands on members don't work there`);
      const target: ContextTarget = { kind: found.kind, id: found.id };
      const outcome = interact(world, me.user, {
        type: 2,
        application,
        channel,
        name,
        commandName: name,
        target,
        data: {
          id: command.id,
          name,
          type: types[found.kind],
          ...(command.guildId !== undefined && { guild_id: command.guildId }),
          target_id: found.id,
          resolved: resolvedOf(found, channel.guildId !== undefined, application.bot),
        },
      });
      return watch(context, me, outcome);
    },
  };
}

function theOne(offers: readonly Offer[], name: string, applicationId: string | undefined): Offer {
  const [offer, another] = offers.filter(
    ({ application, command }) =>
      command.json.name === name && (applicationId === undefined || application.id === applicationId),
  );
  const names = offers.map(({ command }) => `"${command.json.name}"`).join(', ') || 'nothing';
  if (offer === undefined) throw new Error(`"${name}" is not in this menu. Offered: ${names}`);
  if (another !== undefined)
    throw new Error(`"${name}" is offered by two applications: say which with { application }`);
  return offer;
}
