/** Events of the coverage table: messages. */
import { type Area, supported } from '../entry.ts';

export const messagesDispatches: Area = {
  name: 'Messages',
  entries: [
    supported(
      'MESSAGE_CREATE',
      'gateway',
      'messages of channels it can see, without their content unless the portal allows it',
    ),
    supported('MESSAGE_UPDATE', 'message-changes', 'she edits and deletes them, and the bot hears it'),
    supported('MESSAGE_DELETE', 'message-changes', 'she edits and deletes them, and the bot hears it'),
    supported('MESSAGE_DELETE_BULK', 'message-changes', 'tells a bot once, and members one by one'),
    supported('MESSAGE_REACTION_ADD', 'reactions', 'reach a bot with the intent, one by one'),
    supported('MESSAGE_REACTION_REMOVE', 'reactions', 'reach a bot with the intent, one by one'),
    supported('MESSAGE_REACTION_REMOVE_ALL', 'reactions', 'reach a bot with the intent, one by one'),
    supported('MESSAGE_REACTION_REMOVE_EMOJI', 'reactions', 'reach a bot with the intent, one by one'),
  ],
};
