/** The first answer to an interaction: once, within three seconds, of a type that fits. */
import { type Issues, invalid, NotModelled, Refusal } from '../../../errors.ts';
import { messageJson } from '../../../serial/message.ts';
import { answer, type FirstAnswer } from '../../../state/interactions/answers.ts';
import { fail, firstAnswerWithin, isTooLate } from '../../../state/interactions/interactions.ts';
import { MessageFlag } from '../../../state/messages/message-types.ts';
import type { InteractionRecord } from '../../../state/records.ts';
import type { World } from '../../../state/world.ts';
import { type ChoicesBody, checkChoices, checkModal, type ModalBody } from '../../../validate/answer-rules.ts';
import { issue } from '../../../validate/issues.ts';
import { answerFlags, checkMessage, editFlags, isEmpty, type MessageBody } from '../../../validate/message-rules.ts';
import { answerAttachments, editedAnswer } from '../../files/interaction-files.ts';
import { interactionMentions } from '../../messages/interaction-mentions.ts';
import { mentionsOf, messageFields } from '../../messages/message-body.ts';
import { type Call, done, type MessageLike, ok, route } from '../../route.ts';

interface Body {
  readonly type: number;
  readonly data?: MessageBody & MessageLike & Partial<ModalBody> & ChoicesBody;
}

const Callback = { message: 4, deferredMessage: 5, deferredUpdate: 6, update: 7, choices: 8, modal: 9 } as const;
const Kind = { command: 2, component: 3, autocomplete: 4, modal: 5 } as const;

const schemas: Readonly<Record<number, string>> = {
  1: 'PongInteractionCallbackRequestSchema',
  4: 'CreateMessageInteractionCallbackRequestSchema',
  5: 'CreateMessageInteractionCallbackRequestSchema',
  6: 'UpdateMessageInteractionCallbackRequestSchema',
  7: 'UpdateMessageInteractionCallbackRequestSchema',
  8: 'ApplicationCommandAutocompleteCallbackRequestSchema',
  9: 'ModalInteractionCallbackRequestSchema',
};

/** Prompts to buy, and activities. */
const notModelled = new Set([10, 12]);

function schemaOf(type: number): string | undefined {
  if (notModelled.has(type)) throw new NotModelled(`callbacks of type ${type}`);
  return schemas[type];
}

export const callbackRoutes = [
  route<Body>({
    method: 'POST',
    path: '/interactions/:interaction/:token/callback',
    answers: 'InteractionCallbackResponseSchema',
    auth: 'token',
    schema: body => schemaOf((body as Body | undefined)?.type ?? 0),
    files: true,
    check: ({ world, body, params }) => issuesOf(body, world.interactions.get(params.token ?? '')),
    refused: expectAnother,
    writesMessage: ({ type, data }) =>
      type === Callback.message || type === Callback.update ? (data ?? {}) : undefined,
    run: call => {
      const { type } = call.body;
      const interaction = pendingInteraction(call);
      const message = answer(call.world, interaction, firstAnswer(call, interaction));
      if (call.query.get('with_response') !== 'true') return done;
      return ok({
        interaction: {
          id: interaction.id,
          type: interaction.type,
          ...(message !== undefined && {
            response_message_id: message.id,
            response_message_loading: (message.flags & MessageFlag.loading) !== 0,
            response_message_ephemeral: message.onlyFor !== undefined,
          }),
        },
        // What nobody has seen yet, or what is no message, is no resource.
        ...(message !== undefined &&
          (type === Callback.message || type === Callback.update) && {
            resource: { type, message: messageJson(message, call.world) },
          }),
      });
    },
  }),
];

function pendingInteraction({ world, params }: Call<unknown>): InteractionRecord {
  const interaction = world.interactions.get(params.token ?? '');
  if (interaction === undefined || interaction.id !== params.interaction) throw new Refusal('unknownInteraction');
  if (isTooLate(world, interaction)) fail(world, interaction, 'no answer within 3 seconds');
  if (interaction.state === 'failed') throw new Refusal('unknownInteraction');
  if (interaction.state !== 'pending') throw new Refusal('alreadyAcknowledged');
  return interaction;
}

/** The bot may still answer properly, but a clock that stands still would never let the member see that it did not. */
function expectAnother(world: World, { token }: Call['params']): void {
  const interaction = world.interactions.get(token ?? '');
  if (interaction?.state !== 'pending') return;
  setTimeout(() => {
    if (interaction.state === 'pending') fail(world, interaction, 'the answer was refused');
  }, firstAnswerWithin).unref();
}

function issuesOf({ type, data }: Body, interaction: InteractionRecord | undefined): Issues | undefined {
  const below = (issues: Issues | undefined) => (issues === undefined ? undefined : { data: issues });
  if (interaction !== undefined && !fits(type, interaction))
    return {
      type: issue(
        'INTERACTION_CALLBACK_TYPE_INVALID',
        `Type ${type} does not answer interactions of type ${interaction.type}`,
      ),
    };
  if (type === Callback.deferredMessage && ((data?.flags ?? 0) & ~MessageFlag.ephemeral) !== 0)
    return below({ flags: issue('MESSAGE_FLAGS_INVALID', 'A deferral can only carry EPHEMERAL (64)') });
  if (type === Callback.message) return below(checkMessage(data ?? {}, { flags: answerFlags }));
  if (type === Callback.update)
    return below(checkMessage(data ?? {}, { flags: editFlags, before: interaction?.source }));
  if (type === Callback.modal) return below(checkModal(data as ModalBody));
  if (type === Callback.choices) return below(checkChoices(data ?? {}));
  return undefined;
}

function fits(type: number, { type: kind, source }: InteractionRecord): boolean {
  if (type === Callback.choices || kind === Kind.autocomplete)
    return type === Callback.choices && kind === Kind.autocomplete;
  if (type === Callback.update || type === Callback.deferredUpdate) return source !== undefined;
  if (type === Callback.modal) return kind !== Kind.modal;
  return type === Callback.message || type === Callback.deferredMessage;
}

function firstAnswer({ world, body, files }: Call<Body>, interaction: InteractionRecord): FirstAnswer {
  const { type, data = {} } = body;
  const message = data as Parameters<typeof messageFields>[0];
  const rules = interactionMentions(world, interaction);
  const ephemeral = ((data.flags ?? 0) & MessageFlag.ephemeral) !== 0;
  switch (type) {
    case Callback.message:
      if (isEmpty(data) && files.length === 0) throw new Refusal('emptyMessage');
      return {
        kind: 'message',
        fields: messageFields(message, answerAttachments(world, interaction, files, data, ephemeral)),
        mentions: mentionsOf(message, rules),
        ephemeral,
      };
    case Callback.deferredMessage:
      return { kind: 'deferred-message', ephemeral };
    case Callback.deferredUpdate:
      return { kind: 'deferred-update' };
    case Callback.update:
      if (interaction.source === undefined)
        throw invalid('type', 'INTERACTION_CALLBACK_TYPE_INVALID', 'There is no message to update');
      return { kind: 'update', fields: editedAnswer(world, interaction.source, files, message, rules, 'data') };
    case Callback.choices:
      return { kind: 'choices', choices: data.choices ?? [] };
    case Callback.modal:
      return { kind: 'modal', modal: data as unknown as Extract<FirstAnswer, { kind: 'modal' }>['modal'] };
    default:
      throw new NotModelled(`callbacks of type ${type}`);
  }
}
