/** The message that another one answers. */
import { invalid, Refusal } from '../../errors.ts';
import { has, Permission } from '../../permissions.ts';
import { isSystemMessage } from '../../state/messages/message-types.ts';
import type { MessageRecord } from '../../state/records.ts';
import type { InChannel } from '../access.ts';

interface Reference {
  readonly message_id?: string | undefined;
  readonly channel_id?: string | null | undefined;
  readonly guild_id?: string | null | undefined;
  readonly fail_if_not_exists?: boolean | null | undefined;
}

export function repliedTo(
  { channel, permissions }: InChannel,
  reference: Reference | null | undefined,
): MessageRecord | undefined {
  if (reference == null) return undefined;
  if (!has(permissions, Permission.readMessageHistory)) throw new Refusal('cannotReply');
  if (reference.channel_id != null && reference.channel_id !== channel.id)
    throw invalid(
      'message_reference',
      'MESSAGE_REFERENCE_CHANNEL_ID_MISMATCH',
      'Cannot reply to a message in a different channel',
    );
  const message = channel.messages.get(String(reference.message_id));
  if (message === undefined && reference.fail_if_not_exists !== false)
    throw invalid('message_reference', 'MESSAGE_REFERENCE_UNKNOWN_MESSAGE', 'Unknown message');
  if (message !== undefined && isSystemMessage(message))
    throw invalid('message_reference', 'REPLIES_CANNOT_REPLY_TO_SYSTEM_MESSAGE', 'Cannot reply to a system message');
  return message;
}
