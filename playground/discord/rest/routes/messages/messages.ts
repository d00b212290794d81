/** Messages a bot sends to channels and direct messages. */
import type { RESTPatchAPIChannelMessageJSONBody, RESTPostAPIChannelMessageJSONBody } from 'discord-api-types/v10';
import { Refusal } from '../../../errors.ts';
import { has, Permission } from '../../../permissions.ts';
import { isSystemMessage, MessageFlag } from '../../../state/messages/message-types.ts';
import { createMessage, deleteMessage, editMessage } from '../../../state/messages/messages.ts';
import { messageOfNonce, rememberNonce } from '../../../state/messages/nonces.ts';
import { countOldEdit } from '../../../state/messages/old-edits.ts';
import type { MessageRecord } from '../../../state/records.ts';
import { checkMedia } from '../../../validate/media-rules.ts';
import { checkMessage, createFlags, editFlags, isEmpty, type MessageBody } from '../../../validate/message-rules.ts';
import { bot, type InChannel, inChannel, messageIn } from '../../access.ts';
import { mayEditIn } from '../../channels/thread-access.ts';
import { editedAttachments, newAttachments } from '../../files/uploads.ts';
import { messageFor } from '../../messages/content-visibility.ts';
import { editedFields, isBlank, mentionsOf, messageFields, type Rules } from '../../messages/message-body.ts';
import { repliedTo } from '../../messages/replies.ts';
import { maySend, maySendSuch, permittedEmbeds } from '../../messages/sending.ts';
import { messagePage } from '../../pages.ts';
import { type Call, done, ok, route } from '../../route.ts';

export const messageRoutes = [
  route<RESTPostAPIChannelMessageJSONBody>({
    method: 'POST',
    path: '/channels/:channel/messages',
    answers: 'MessageResponseSchema',
    schema: 'MessageCreateRequestSchema',
    files: true,
    limit: { requests: 5, seconds: 5 },
    check: ({ body }) => checkMessage(body as MessageBody, { flags: createFlags }),
    writesMessage: body => body,
    run: call => {
      const { world, files } = call;
      const access = inChannel(call);
      const me = bot(call).bot;
      maySend(world, access, me);
      maySendSuch(access, call.body, files);
      if (isEmpty(call.body as MessageBody) && files.length === 0) throw new Refusal('emptyMessage');
      const body = permittedEmbeds(access, call.body, files);
      const nonce = body.nonce ?? undefined;
      if (body.enforce_nonce === true && nonce !== undefined) {
        const earlier = messageOfNonce(world, me.id, nonce);
        if (earlier?.deleted === true) throw new Refusal('unknownMessage');
        if (earlier !== undefined) return ok({ ...messageFor(world, bot(call), earlier), nonce });
      }
      const replied = repliedTo(access, body.message_reference);
      const { id: placeId } = access.channel;
      const attachments = newAttachments(world, files, body.attachments, { placeId, ephemeral: false });
      checkMedia(body.components ?? [], attachments);
      const message = createMessage(world, access.channel, {
        ...messageFields(body, attachments),
        author: me,
        nonce,
        tts: body.tts === true,
        reference: replied && { channelId: replied.channelId, messageId: replied.id },
        mentions: mentionsOf(body, { ...mentionRules(access), repliedUserId: replied?.author.id }),
      });
      if (nonce !== undefined) rememberNonce(world, message, nonce);
      return ok({ ...messageFor(world, bot(call), message), ...(nonce !== undefined && { nonce }) });
    },
  }),
  route({
    method: 'GET',
    path: '/channels/:channel/messages',
    answers: ['MessageResponseSchema'],
    limit: { requests: 5, seconds: 5 },
    run: call => {
      const { channel, permissions } = inChannel(call);
      if (!has(permissions, Permission.readMessageHistory)) return ok([]);
      const page = messagePage([...channel.messages.values()], call.query);
      return ok(page.map(message => messageFor(call.world, bot(call), message)));
    },
  }),
  route({
    method: 'GET',
    path: '/channels/:channel/messages/:message',
    answers: 'MessageResponseSchema',
    limit: { requests: 5, seconds: 5 },
    run: call => {
      const access = inChannel(call);
      access.needs(Permission.readMessageHistory);
      return ok(messageFor(call.world, bot(call), messageIn(access.channel, call)));
    },
  }),
  route<RESTPatchAPIChannelMessageJSONBody>({
    method: 'PATCH',
    path: '/channels/:channel/messages/:message',
    answers: 'MessageResponseSchema',
    schema: 'MessageEditRequestPartialSchema',
    files: true,
    limit: { requests: 5, seconds: 5 },
    check: call => {
      const { world, params, body } = call;
      const before = world.channels.get(params.channel ?? '')?.messages.get(params.message ?? '');
      return checkMessage(body as MessageBody, { flags: editFlags, before });
    },
    writesMessage: body => body,
    run: call => {
      const { world } = call;
      const access = inChannel(call);
      const message = messageIn(access.channel, call);
      mayEditIn(access);
      if (message.author.id === bot(call).bot.id) editOwn(call, access, message);
      else suppressEmbedsOf(call, access, message);
      return ok(messageFor(world, bot(call), message));
    },
  }),
  route({
    method: 'DELETE',
    path: '/channels/:channel/messages/:message',
    limit: { requests: 5, seconds: 1 },
    run: call => {
      const access = inChannel(call);
      const message = messageIn(access.channel, call);
      if (message.author.id !== bot(call).bot.id) {
        if (access.guild === undefined) throw new Refusal('notInDirectMessages');
        access.needs(Permission.manageMessages);
      }
      deleteMessage(call.world, message);
      return done;
    },
  }),
];

/** What is absent from the body stays. */
function editOwn(call: Call<RESTPatchAPIChannelMessageJSONBody>, access: InChannel, message: MessageRecord): void {
  const { world, files } = call;
  if (isSystemMessage(message)) throw new Refusal('systemMessage');
  maySendSuch(access, call.body, files);
  const body = has(access.permissions, Permission.embedLinks) ? call.body : { ...call.body, embeds: undefined };
  countOldEdit(world, message);
  const attachments = editedAttachments(world, message, files, body.attachments);
  const replied = message.reference && access.channel.messages.get(message.reference.messageId ?? '');
  const rules = { ...mentionRules(access), repliedUserId: replied?.author.id };
  const fields = editedFields(message, body, rules, attachments);
  checkMedia(fields.components ?? [], attachments ?? message.attachments);
  if (isBlank(message, fields)) throw new Refusal('emptyMessage');
  editMessage(world, message, fields);
}

/** The one thing about others' messages that Manage Messages may edit. */
function suppressEmbedsOf(
  { world, body }: Call<RESTPatchAPIChannelMessageJSONBody>,
  { guild, needs }: InChannel,
  message: MessageRecord,
): void {
  const others = Object.entries(body).filter(([key, value]) => value !== undefined && !changesNothing.has(key));
  if (guild === undefined || body.flags == null || others.length > 0) throw new Refusal('notTheAuthor');
  needs(Permission.manageMessages);
  const kept = message.flags & ~MessageFlag.suppressEmbeds;
  editMessage(world, message, { flags: kept | (body.flags & MessageFlag.suppressEmbeds) }, 'quietly');
}

const changesNothing = new Set(['flags', 'allowed_mentions', 'tts', 'nonce', 'enforce_nonce']);

const mentionRules = ({ guild, permissions }: InChannel): Rules => ({
  guild,
  byDefault: 'everything',
  mayPingAll: has(permissions, Permission.mentionEveryone),
});
