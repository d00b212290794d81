/** Posting a message that must be visible exactly once, whatever became of earlier attempts. */
import { createHash } from 'node:crypto';
import { MessageFlags, type RESTPostAPIChannelMessageJSONBody } from 'discord.js';
import type { Attempt } from '../../domain/delivery.ts';
import type { Message } from '../../views/message.ts';
import { createdAt } from '../discord-clock.ts';
import { attachmentsOf } from '../packing.ts';
import { hasCode, TooLate } from './refusal.ts';
import { createMessage, getMessages } from './requests.ts';
import type { Sending } from './sending.ts';

export interface Once {
  readonly channelId: string;
  readonly message: Message;
  /** The custom_id of a component that no other message has. */
  readonly tag: string;
  /** The effect's key. */
  readonly key: string;
  readonly attempt: Attempt;
}

/** @returns the message's id; undefined if it was there and somebody has deleted it since. */
export async function postOnce(sending: Sending, once: Once): Promise<string | undefined> {
  const { channelId, message, tag, key, attempt } = once;
  // Discord remembers a nonce for a few minutes only. After that the channel itself is the record.
  const earlier = attempt.number > 1 ? await findOwn(sending, channelId, tag, attempt.askedAt) : undefined;
  if (earlier !== undefined) return earlier;
  if (attempt.isTooLate) throw new TooLate();
  try {
    return (await createMessage(sending, channelId, bodyOf(message, key), message.files)).id;
  } catch (error) {
    // With a nonce: the message of an earlier attempt, deleted meanwhile.
    if (hasCode(error, 10008)) return undefined;
    throw error;
  }
}

function bodyOf(message: Message, key: string): RESTPostAPIChannelMessageJSONBody {
  const { components, pings = [], rolePings = [], isSilent, files = [] } = message;
  return {
    components: [...components],
    flags: MessageFlags.IsComponentsV2 | (isSilent ? MessageFlags.SuppressNotifications : 0),
    allowed_mentions: { parse: [], users: [...pings], ...(rolePings.length > 0 && { roles: [...rolePings] }) },
    ...(files.length > 0 && { attachments: attachmentsOf(files) }),
    nonce: nonceOf(key),
    enforce_nonce: true,
  };
}

/** The same for the same effect, after a restart too; Discord takes at most 25 characters. */
export function nonceOf(key: string): string {
  return createHash('sha256').update(key).digest('base64url').slice(0, 22);
}

/** A thousand messages; in a channel busier than that since the effect was asked for, the nonce has to do. */
const mostPages = 10;
/** How well we know Discord's clock, by which its ids are made. */
const precision = 60_000;

/** The id of Cairn's own message with this tag, if it has been there since. */
export async function findOwn(
  sending: Sending,
  channelId: string,
  tag: string,
  askedAt: Temporal.Instant,
): Promise<string | undefined> {
  const start = askedAt.epochMilliseconds + sending.clock.ahead() - precision;
  let before: string | undefined;
  for (let page = 0; page < mostPages; page += 1) {
    const messages = await getMessages(sending, channelId, before);
    const own = messages.find(
      ({ author, components }) => author.id === sending.client.user?.id && hasTag(components, tag),
    );
    if (own) return own.id;
    before = messages.at(-1)?.id;
    if (!before || messages.length < 100 || createdAt(before) < start) return undefined;
  }
  return undefined;
}

function hasTag(part: unknown, tag: string): boolean {
  if (typeof part !== 'object' || part === null) return false;
  if ('custom_id' in part && part.custom_id === tag) return true;
  return Object.values(part).some(inner => hasTag(inner, tag));
}
