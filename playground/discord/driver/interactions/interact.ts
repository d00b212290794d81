/** Sends one interaction of a member to its bot, and waits for what the member then sees. */
import { createInteraction, originOf, send } from '../../state/interactions/interactions.ts';
import type {
  ApplicationRecord,
  ChannelRecord,
  ContextTarget,
  InteractionRecord,
  MessageRecord,
  Outcome,
  UserRecord,
} from '../../state/records.ts';
import { guildHolding, type World } from '../../state/world.ts';
import { interactionPayload } from './payload.ts';

export interface Act {
  /** 2 command, 3 component, 4 autocomplete, 5 modal. */
  readonly type: number;
  readonly application: ApplicationRecord;
  readonly channel: ChannelRecord;
  /** "/path choose", or a custom_id. */
  readonly name: string;
  readonly commandName?: string;
  readonly source?: MessageRecord | undefined;
  /** Of a modal: the interaction that opened it. */
  readonly opener?: InteractionRecord | undefined;
  /** Of a context-menu command. */
  readonly target?: ContextTarget;
  readonly data: unknown;
}

export function interact(world: World, user: UserRecord, act: Act): Promise<Outcome> {
  const guild = guildHolding(world, act.channel);
  if (guild !== undefined && !guild.members.has(user.id))
    throw new Error(`${user.name} is not in ${guild.name} any more`);
  const interaction = createInteraction(world, {
    type: act.type,
    applicationId: act.application.id,
    userId: user.id,
    guildId: act.channel.guildId,
    channelId: act.channel.id,
    name: act.name,
    commandName: act.commandName,
    source: act.source,
    opener: act.opener && originOf(act.opener),
    target: act.target,
  });
  return send(world, interaction, interactionPayload(world, interaction, user, act.application, act.channel, act.data));
}
