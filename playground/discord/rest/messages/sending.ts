/** Whether a bot may write here, and what of its message Discord keeps. */
import { NotModelled, Refusal } from '../../errors.ts';
import { has, Permission, toWriteIn } from '../../permissions.ts';
import { channelTypes, forumTypes } from '../../state/channels/channel-types.ts';
import type { UserRecord } from '../../state/records.ts';
import type { World } from '../../state/world.ts';
import type { InChannel } from '../access.ts';
import { mayWake } from '../channels/thread-access.ts';
import type { SentFile } from '../files/multipart.ts';

export function maySend(world: World, access: InChannel, me: UserRecord): void {
  const { channel, guild, needs } = access;
  if (forumTypes.has(channel.type)) throw new Refusal('messageInForum');
  if (channel.type === channelTypes.category) throw new Refusal('notATextChannel');
  if (guild !== undefined) {
    needs(toWriteIn(channel));
    mayWake(access);
    return;
  }
  const user = channel.recipientIds.flatMap(id => world.users.get(id) ?? []).find(({ id }) => id !== me.id);
  if (user === undefined || user.bot || user.dmsClosed) throw new Refusal('cannotMessageUser');
  const mutual = [...world.guilds.values()].some(({ members }) => members.has(user.id) && members.has(me.id));
  if (!mutual) throw new Refusal('noMutualGuild');
}

interface Sent {
  readonly content?: string | null | undefined;
  readonly embeds?: readonly object[] | null | undefined;
  readonly components?: readonly object[] | null | undefined;
  readonly tts?: boolean | null | undefined;
  readonly poll?: object | null | undefined;
  readonly sticker_ids?: readonly unknown[] | null | undefined;
  readonly message_reference?: { readonly type?: number | null | undefined } | null | undefined;
}

/** Kind of a reference that is no reply. */
const forward = 1;

/** Parts of messages that aren't here: said so loudly. */
export function refuseUnmodelled(body: Sent): void {
  if (body.message_reference?.type === forward) throw new NotModelled('forwarded messages');
  if (body.poll != null) throw new NotModelled('polls');
  if ((body.sticker_ids?.length ?? 0) > 0) throw new NotModelled('stickers');
}

/** What only a permission allows. */
export function maySendSuch({ needs }: InChannel, body: Sent, files: readonly SentFile[]): void {
  refuseUnmodelled(body);
  if (files.length > 0) needs(Permission.attachFiles);
  if (body.tts === true) needs(Permission.sendTtsMessages);
}

/** Without Embed Links Discord drops the embeds, and refuses a message that has nothing else. */
export function permittedEmbeds<Body extends Sent>(access: InChannel, body: Body, files: readonly SentFile[]): Body {
  if (!body.embeds?.length || has(access.permissions, Permission.embedLinks)) return body;
  if (!body.content && !body.components?.length && files.length === 0) throw new Refusal('missingPermissions');
  return { ...body, embeds: [] };
}
