/** What a bot's answers do to an interaction and to what its member sees. */
import type { APIModalInteractionResponseCallbackData } from 'discord-api-types/v10';
import { Refusal } from '../../errors.ts';
import { type Mentions, noMentions } from '../messages/mentions.ts';
import { MessageFlag } from '../messages/message-types.ts';
import { createMessage, editMessage, type MessageFields } from '../messages/messages.ts';
import type { InteractionRecord, MessageRecord } from '../records.ts';
import { channelOf, type World } from '../world.ts';
import { originOf, settle } from './interactions.ts';

export type FirstAnswer =
  | {
      readonly kind: 'message';
      readonly fields: MessageFields;
      readonly mentions: Mentions;
      readonly ephemeral: boolean;
    }
  | { readonly kind: 'deferred-message'; readonly ephemeral: boolean }
  | { readonly kind: 'deferred-update' }
  | { readonly kind: 'update'; readonly fields: MessageFields & { readonly mentions: Mentions } }
  | { readonly kind: 'modal'; readonly modal: APIModalInteractionResponseCallbackData }
  | {
      readonly kind: 'choices';
      readonly choices: readonly { readonly name: string; readonly value: string | number }[];
    };

/** Returns the message the answer made or changed. */
export function answer(world: World, interaction: InteractionRecord, given: FirstAnswer): MessageRecord | undefined {
  switch (given.kind) {
    case 'message': {
      const message = post(world, interaction, given);
      interaction.original = message;
      answered(world, interaction, 'message');
      settle(interaction, { kind: 'message', message });
      return message;
    }
    case 'deferred-message': {
      const fields = { flags: MessageFlag.loading };
      interaction.original = post(world, interaction, { fields, mentions: noMentions, ephemeral: given.ephemeral });
      interaction.state = 'deferred';
      world.bus.emit({ kind: 'interaction-deferred', interaction });
      return interaction.original;
    }
    case 'deferred-update':
      interaction.original = interaction.source;
      interaction.state = 'deferred';
      world.bus.emit({ kind: 'interaction-deferred', interaction });
      return interaction.source;
    case 'update': {
      const message = interaction.source;
      interaction.original = message;
      if (message !== undefined) editMessage(world, message, given.fields);
      answered(world, interaction, 'update');
      if (message !== undefined) settle(interaction, { kind: 'update', message });
      return message;
    }
    case 'modal':
      answered(world, interaction, 'modal');
      settle(interaction, { kind: 'modal', modal: given.modal, interaction });
      return undefined;
    case 'choices':
      answered(world, interaction, 'choices');
      settle(interaction, { kind: 'choices', choices: given.choices });
      return undefined;
  }
}

function answered(
  world: World,
  interaction: InteractionRecord,
  kind: 'message' | 'update' | 'modal' | 'choices',
): void {
  interaction.state = 'answered';
  world.bus.emit({ kind: 'interaction-answered', interaction, with: kind });
}

/** Edits a message through the token; the first edit of a deferral is what the member was waiting for. */
export function editWithToken(
  world: World,
  interaction: InteractionRecord,
  message: MessageRecord,
  fields: MessageFields & { readonly mentions: Mentions },
): void {
  const wasLoading = (message.flags & MessageFlag.loading) !== 0;
  const before = message.editedAt;
  editMessage(world, message, fields);
  // A placeholder that becomes the answer is not "edited".
  if (wasLoading) message.editedAt = before;
  if (interaction.state !== 'deferred' || message !== interaction.original) return;
  const kind = wasLoading ? 'message' : 'update';
  answered(world, interaction, kind);
  settle(interaction, { kind, message });
}

export interface FollowUp {
  readonly fields: MessageFields;
  readonly mentions: Mentions;
  readonly ephemeral: boolean;
}

/** Straight after a deferral a follow-up takes the placeholder's place, as Discord does it. */
export function followUp(world: World, interaction: InteractionRecord, given: FollowUp): MessageRecord {
  const placeholder = interaction.original;
  if (placeholder !== undefined && !placeholder.deleted && (placeholder.flags & MessageFlag.loading) !== 0) {
    const lasting = placeholder.flags & MessageFlag.ephemeral;
    const flags = (((given.fields.flags ?? 0) & ~MessageFlag.ephemeral) | lasting) & ~MessageFlag.loading;
    editWithToken(world, interaction, placeholder, { ...given.fields, flags, mentions: given.mentions });
    return placeholder;
  }
  const message = post(world, interaction, given);
  interaction.followUps ??= new Map();
  interaction.followUps.set(message.id, message);
  if (interaction.state === 'deferred') {
    answered(world, interaction, 'message');
    settle(interaction, { kind: 'message', message });
  }
  return message;
}

function post(world: World, interaction: InteractionRecord, { fields, mentions, ephemeral }: FollowUp): MessageRecord {
  const application = world.applications.get(interaction.applicationId);
  if (application === undefined) throw new Refusal('unknownApplication');
  const origin = originOf(interaction);
  const flags = (fields.flags ?? 0) | (ephemeral ? MessageFlag.ephemeral : 0);
  return createMessage(world, channelOf(world, interaction.channelId), {
    ...fields,
    flags,
    mentions,
    author: application.bot,
    applicationId: interaction.applicationId,
    origin,
    onlyFor: ephemeral ? interaction.userId : undefined,
  });
}
