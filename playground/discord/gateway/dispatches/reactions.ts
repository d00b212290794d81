/** Reactions, behind intents of their own. Those to ephemeral messages exist for nobody. */

import { Intent } from '../../intents.ts';
import { memberJson } from '../../serial/user.ts';
import type { MessageRecord } from '../../state/records.ts';
import { guildHolding, type World } from '../../state/world.ts';
import type { Dispatch, DispatchesOf } from './dispatch.ts';
import { placeJson, toReaders } from './readers.ts';

const intents = { guild: Intent.guildMessageReactions, direct: Intent.directMessageReactions };
/** Not a super reaction. */
const ordinary = { burst: false, type: 0 };

export const reactionDispatches: DispatchesOf<'reaction-added' | 'reaction-removed' | 'reactions-cleared'> = {
  'reaction-added': (world, { message, emoji, userId }) => {
    const member = guildHolding(world, message)?.members.get(userId);
    return of(world, 'MESSAGE_REACTION_ADD', message, {
      user_id: userId,
      emoji: emojiJson(emoji),
      message_author_id: message.author.id,
      ...ordinary,
      ...(member !== undefined && { member: memberJson(member) }),
    });
  },
  'reaction-removed': (world, { message, emoji, userId }) =>
    of(world, 'MESSAGE_REACTION_REMOVE', message, { user_id: userId, emoji: emojiJson(emoji), ...ordinary }),
  'reactions-cleared': (world, { message, emoji }) =>
    emoji === undefined
      ? of(world, 'MESSAGE_REACTION_REMOVE_ALL', message, {})
      : of(world, 'MESSAGE_REACTION_REMOVE_EMOJI', message, { emoji: emojiJson(emoji) }),
};

const emojiJson = (name: string) => ({ id: null, name });

const of = (world: World, event: string, message: MessageRecord, data: object): Dispatch =>
  toReaders(world, event, message, intents, () => ({ ...placeJson(message), message_id: message.id, ...data }));
