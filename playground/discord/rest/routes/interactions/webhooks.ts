/** An interaction's token after the first answer: its original message and follow-ups, for fifteen minutes. */
import { Refusal } from '../../../errors.ts';
import { messageJson } from '../../../serial/message.ts';
import { editWithToken, followUp } from '../../../state/interactions/answers.ts';
import { messageOfToken, tokenExpired } from '../../../state/interactions/interactions.ts';
import { MessageFlag } from '../../../state/messages/message-types.ts';
import { deleteMessage } from '../../../state/messages/messages.ts';
import type { InteractionRecord, MessageRecord } from '../../../state/records.ts';
import { answerFlags, checkMessage, editFlags, isEmpty, type MessageBody } from '../../../validate/message-rules.ts';
import { answerAttachments, editedAnswer } from '../../files/interaction-files.ts';
import { interactionMentions } from '../../messages/interaction-mentions.ts';
import { mentionsOf, messageFields } from '../../messages/message-body.ts';
import { type Call, done, type MessageLike, ok, type Route, route } from '../../route.ts';

type Body = MessageBody & MessageLike;
type Fields = Parameters<typeof messageFields>[0];

const common = { auth: 'token', limit: { requests: 5, seconds: 2 } } satisfies Partial<Route>;
const one = { ...common, path: '/webhooks/:application/:token/messages/:message' };

export const webhookRoutes = [
  route<Body>({
    ...common,
    method: 'POST',
    path: '/webhooks/:application/:token',
    answers: 'MessageResponseSchema',
    schema: 'IncomingWebhookInteractionRequestSchema',
    files: true,
    check: ({ body }) => checkMessage(body, { flags: answerFlags }),
    writesMessage: body => body,
    run: call => {
      const { world, body, files } = call;
      const interaction = answeredInteraction(call);
      if (isEmpty(body) && files.length === 0) throw new Refusal('emptyMessage');
      const fields = body as Fields;
      const ephemeral = ((body.flags ?? 0) & MessageFlag.ephemeral) !== 0;
      const message = followUp(world, interaction, {
        fields: messageFields(fields, answerAttachments(world, interaction, files, body, ephemeral)),
        mentions: mentionsOf(fields, interactionMentions(world, interaction)),
        ephemeral,
      });
      return ok(messageJson(message, world));
    },
  }),
  route({
    ...one,
    method: 'GET',
    answers: 'MessageResponseSchema',
    run: call => ok(messageJson(target(call).message, call.world)),
  }),
  route<Body>({
    ...one,
    method: 'PATCH',
    answers: 'MessageResponseSchema',
    schema: 'IncomingWebhookUpdateRequestPartialSchema',
    files: true,
    check: ({ world, params, body }) => {
      const interaction = world.interactions.get(params.token ?? '');
      const before = interaction && messageOfToken(interaction, params.message ?? '');
      return checkMessage(body, { flags: editFlags, before });
    },
    writesMessage: body => body,
    run: call => {
      const { interaction, message } = target(call);
      const { world, files, body } = call;
      const rules = interactionMentions(world, interaction);
      editWithToken(world, interaction, message, editedAnswer(world, message, files, body as Fields, rules));
      return ok(messageJson(message, call.world));
    },
  }),
  route({
    ...one,
    method: 'DELETE',
    run: call => {
      deleteMessage(call.world, target(call).message);
      return done;
    },
  }),
];

/** Before the first answer there is no webhook; after fifteen minutes its token is void. */
function answeredInteraction({ world, params }: Call<unknown>): InteractionRecord {
  if (!world.applications.has(params.application ?? '')) throw new Refusal('unknownWebhook');
  const interaction = world.interactions.get(params.token ?? '');
  if (interaction === undefined || interaction.applicationId !== params.application)
    throw new Refusal('expiredWebhookToken');
  if (tokenExpired(world, interaction)) throw new Refusal('expiredWebhookToken');
  if (interaction.state === 'pending' || interaction.state === 'failed') throw new Refusal('unknownWebhook');
  return interaction;
}

function target(call: Call<unknown>): { interaction: InteractionRecord; message: MessageRecord } {
  const interaction = answeredInteraction(call);
  const message = messageOfToken(interaction, call.params.message ?? '');
  if (message === undefined) throw new Refusal('unknownMessage');
  return { interaction, message };
}
