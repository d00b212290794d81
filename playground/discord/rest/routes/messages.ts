/** Messages a bot sends to channels and direct messages. */
import type { RESTPatchAPIChannelMessageJSONBody, RESTPostAPIChannelMessageJSONBody } from 'discord-api-types/v10';
import { invalid, Refusal } from '../../errors.ts';
import { has, Permission } from '../../permissions.ts';
import { bySnowflake } from '../../snowflake.ts';
import { createMessage, deleteMessage, editMessage } from '../../state/messages.ts';
import { messageOfNonce, rememberNonce } from '../../state/nonces.ts';
import type { ChannelRecord, MessageRecord, UserRecord } from '../../state/records.ts';
import type { World } from '../../state/world.ts';
import { checkMessage, createFlags, editFlags, isEmpty, type MessageBody } from '../../validate/message-rules.ts';
import { bot, type InChannel, inChannel } from '../access.ts';
import { messageFor } from '../content-visibility.ts';
import { editedFields, mentionsOf, messageFields } from '../message-body.ts';
import { type Call, done, ok, route } from '../route.ts';

const text = new Set([0, 1, 2, 5, 10, 11, 12, 13]);

export const messageRoutes = [
  route<RESTPostAPIChannelMessageJSONBody>({
    method: 'POST',
    path: '/channels/:channel/messages',
    schema: 'MessageCreateRequestSchema',
    limit: { requests: 5, seconds: 5 },
    check: ({ body }) => checkMessage(body as MessageBody, { flags: createFlags }),
    writesMessage: body => body,
    run: call => {
      const { world, body } = call;
      const access = inChannel(call);
      const me = bot(call).bot;
      maySend(world, access, me);
      if (isEmpty(body as MessageBody)) throw new Refusal('emptyMessage');
      const nonce = body.nonce ?? undefined;
      if (body.enforce_nonce === true && nonce !== undefined) {
        const earlier = messageOfNonce(world, me.id, nonce);
        if (earlier?.deleted === true) throw new Refusal('unknownMessage');
        if (earlier !== undefined) return ok(messageFor(world, bot(call), earlier));
      }
      const replied = repliedTo(access.channel, body.message_reference);
      const message = createMessage(world, access.channel, {
        ...messageFields(body),
        author: me,
        nonce,
        replyTo: replied?.id,
        mentions: mentionsOf(body, {
          guild: access.guild,
          byDefault: 'everything',
          mayPingAll: has(access.permissions, Permission.mentionEveryone),
          repliedUserId: replied?.author.id,
        }),
      });
      if (nonce !== undefined) rememberNonce(world, message, nonce);
      return ok(messageFor(world, bot(call), message));
    },
  }),
  route({
    method: 'GET',
    path: '/channels/:channel/messages',
    limit: { requests: 5, seconds: 5 },
    run: call => {
      const { channel, permissions } = inChannel(call);
      if (!has(permissions, Permission.readMessageHistory)) return ok([]);
      const page = pageOf([...channel.messages.values()], call.query);
      return ok(page.map(message => messageFor(call.world, bot(call), message)));
    },
  }),
  route({
    method: 'GET',
    path: '/channels/:channel/messages/:message',
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
    schema: 'MessageEditRequestPartialSchema',
    limit: { requests: 5, seconds: 5 },
    check: call => {
      const { world, params, body } = call;
      const before = world.channels.get(params.channel ?? '')?.messages.get(params.message ?? '');
      return checkMessage(body as MessageBody, { flags: editFlags, before });
    },
    writesMessage: body => body,
    run: call => {
      const access = inChannel(call);
      const message = messageIn(access.channel, call);
      if (message.author.id !== bot(call).bot.id) throw new Refusal('notTheAuthor');
      const mayPingAll = has(access.permissions, Permission.mentionEveryone);
      const rules = { guild: access.guild, byDefault: 'everything', mayPingAll } as const;
      editMessage(call.world, message, editedFields(message, call.body, rules));
      return ok(messageFor(call.world, bot(call), message));
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

function maySend(world: World, { channel, guild, needs }: InChannel, me: UserRecord): void {
  if (!text.has(channel.type)) throw new Refusal('notATextChannel');
  if (guild !== undefined) {
    needs(Permission.sendMessages);
    return;
  }
  const user = channel.recipientIds.flatMap(id => world.users.get(id) ?? []).find(({ id }) => id !== me.id);
  if (user === undefined || user.bot || user.dmsClosed) throw new Refusal('cannotMessageUser');
  const mutual = [...world.guilds.values()].some(({ members }) => members.has(user.id) && members.has(me.id));
  if (!mutual) throw new Refusal('noMutualGuild');
}

function messageIn(channel: ChannelRecord, { params }: Call<unknown>): MessageRecord {
  const message = channel.messages.get(params.message ?? '');
  if (message === undefined) throw new Refusal('unknownMessage');
  return message;
}

function repliedTo(
  channel: ChannelRecord,
  reference: RESTPostAPIChannelMessageJSONBody['message_reference'],
): MessageRecord | undefined {
  if (reference == null) return undefined;
  const message = channel.messages.get(String(reference.message_id));
  if (message === undefined && reference.fail_if_not_exists !== false)
    throw invalid('message_reference', 'MESSAGE_REFERENCE_UNKNOWN_MESSAGE', 'Unknown message');
  return message;
}

/** Newest first, as Discord lists them. */
function pageOf(messages: readonly MessageRecord[], query: URLSearchParams): readonly MessageRecord[] {
  const limit = Number(query.get('limit') ?? 50);
  if (!(limit >= 1 && limit <= 100))
    throw invalid('limit', 'NUMBER_TYPE_MAX', 'int value should be between 1 and 100.');
  const before = query.get('before');
  const after = query.get('after');
  const around = query.get('around');
  const sorted = [...messages].sort((a, b) => bySnowflake(b.id, a.id));
  if (after !== null) {
    const newer = sorted.filter(({ id }) => bySnowflake(id, after) > 0);
    return newer.slice(-limit);
  }
  if (around !== null) {
    const half = Math.floor(limit / 2);
    const index = sorted.findIndex(({ id }) => bySnowflake(id, around) <= 0);
    return sorted.slice(Math.max(0, index - half), Math.max(0, index - half) + limit);
  }
  return sorted.filter(({ id }) => before === null || bySnowflake(id, before) < 0).slice(0, limit);
}
