/** Which interaction a message came from, as the API says it. */
import type { APIMessage, APIMessageInteractionMetadata } from 'discord-api-types/v10';
import type { MessageOrigin, MessageRecord, UserRecord } from '../state/records.ts';
import { userJson } from './user.ts';

export function originJson(message: MessageRecord, users: ReadonlyMap<string, UserRecord>): Partial<APIMessage> {
  const origin = message.origin;
  const user = origin && users.get(origin.userId);
  if (origin === undefined || user === undefined || message.applicationId === undefined) return {};
  return {
    webhook_id: message.applicationId,
    interaction_metadata: metadataJson(origin, message.guildId, users) as APIMessageInteractionMetadata,
    ...(origin.commandName !== undefined && {
      interaction: { id: origin.interactionId, type: 2, name: origin.commandName, user: userJson(user) },
    }),
  };
}

const modal = 5;

function metadataJson(
  origin: MessageOrigin,
  guildId: string | undefined,
  users: ReadonlyMap<string, UserRecord>,
): unknown {
  const user = users.get(origin.userId);
  return {
    id: origin.interactionId,
    type: origin.type,
    ...(user !== undefined && { user: userJson(user) }),
    authorizing_integration_owners: { 0: guildId ?? '0' },
    ...(origin.type !== modal &&
      origin.interactedMessageId !== undefined && { interacted_message_id: origin.interactedMessageId }),
    ...(origin.opener !== undefined && {
      triggering_interaction_metadata: metadataJson(origin.opener, guildId, users),
    }),
    ...targetJson(origin, users),
  };
}

function targetJson({ target }: MessageOrigin, users: ReadonlyMap<string, UserRecord>): object {
  if (target?.kind === 'message') return { target_message_id: target.id };
  const user = target && users.get(target.id);
  return user === undefined ? {} : { target_user: userJson(user) };
}
