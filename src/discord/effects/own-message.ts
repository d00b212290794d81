/** Posting a message that must be visible exactly once, whatever became of earlier attempts. */
import { createHash } from 'node:crypto';
import { type APIMessage, MessageFlags, type RESTPostAPIChannelMessageJSONBody } from 'discord.js';
import type { Attempt } from '../../domain/delivery.ts';
import type { Message } from '../../views/message.ts';
import { createdAt } from '../discord-clock.ts';
import { attachmentsOf } from '../packing.ts';
import { hasCode } from './refusal.ts';
import { createMessage, getMessages } from './requests.ts';
import type { Sending } from './sending.ts';

export interface Once {
  readonly channelId: string;
  readonly message: Message;
  /** The effect's, with something added where one effect says several things. */
  readonly key: string;
  readonly attempt: Attempt;
}

/** @returns the message's id; undefined if it was there and somebody has deleted it since. */
export async function postOnce(sending: Sending, once: Once): Promise<string | undefined> {
  const { channelId, message, key, attempt } = once;
  // Discord remembers a nonce for a few minutes only. After that the channel itself is the record.
  const isSought = attempt.number > 1 && attempt.missing !== key;
  const earlier = isSought ? await findOwn(sending, channelId, [key], attempt.askedAt) : undefined;
  if (earlier) return earlier.id;
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
    components: marked(components, markOf(key)),
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

/**
 * Stands at the end of the first custom_id, and tells the message from every other. It follows from the key alone: what the
 * message says may be another thing by the time it is looked for.
 */
function markOf(key: string): string {
  return `/${nonceOf(key).slice(0, 10)}`;
}

function marked(components: Message['components'], mark: string): Message['components'][number][] {
  const copy = structuredClone([...components]);
  const { value: first } = interactiveIn(copy).next();
  if (!first) throw new Error('A message without a component to press cannot be told from others');
  first.custom_id += mark;
  return copy;
}

function* interactiveIn(part: unknown): Generator<{ custom_id: string }, undefined> {
  if (typeof part !== 'object' || part === null) return;
  if (isInteractive(part)) yield part;
  for (const inner of Object.values(part)) yield* interactiveIn(inner);
}

const isInteractive = (part: object): part is { custom_id: string } =>
  'custom_id' in part && typeof part.custom_id === 'string';

/** A thousand messages; in a channel busier than that since the effect was asked for, the nonce has to do. */
const mostPages = 10;
/** How well we know Discord's clock, by which its ids are made. */
const precision = 60_000;

/** Cairn's own message for one of these keys, if it has been there since. */
async function findOwn(
  sending: Sending,
  channelId: string,
  keys: readonly string[],
  askedAt: Temporal.Instant,
): Promise<APIMessage | undefined> {
  const marks = keys.map(markOf);
  const start = askedAt.epochMilliseconds + sending.clock.ahead() - precision;
  let before: string | undefined;
  for (let page = 0; page < mostPages; page += 1) {
    const messages = await getMessages(sending, channelId, before);
    const own = messages.find(
      ({ author, components }) => author.id === sending.client.user?.id && isMarked(components, marks),
    );
    if (own) return own;
    before = messages.at(-1)?.id;
    if (!before || messages.length < 100 || createdAt(before) < start) return undefined;
  }
  return undefined;
}

/** What cannot be read there was not said there. */
export async function findOwnIn(
  sending: Sending,
  channelId: string,
  keys: readonly string[],
  askedAt: Temporal.Instant,
): Promise<APIMessage | undefined> {
  try {
    return await findOwn(sending, channelId, keys, askedAt);
  } catch (error) {
    if (hasCode(error, 10003, 50001, 50013)) return undefined;
    throw error;
  }
}

function isMarked(components: unknown, marks: readonly string[]): boolean {
  return interactiveIn(components).some(({ custom_id }) => marks.some(mark => custom_id.endsWith(mark)));
}
