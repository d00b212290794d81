/** What the bot has posted, as everybody on the server saw it: also what was deleted later. */
import type { LocalDiscord } from '../../../playground/discord/index.ts';

export interface Posted {
  /** `<channel id>/<message id>` of every message with components, in the order in which they appeared. */
  readonly references: readonly string[];
  /** What stands in it, to tell a person which one it is. */
  wordsOf(reference: string): string;
  stop(): void;
}

/** @param elsewhere channels that are not looked at. */
export function watchPosts(discord: LocalDiscord, botUserId: string, elsewhere: readonly string[]): Posted {
  const words = new Map<string, string>();
  const stop = discord.subscribe(change => {
    if (change.kind !== 'message-created' || change.onlyFor !== undefined) return;
    const { message } = change;
    if (message.author.id !== botUserId || !message.components?.length || elsewhere.includes(message.channel_id))
      return;
    words.set(`${message.channel_id}/${message.id}`, [...textsIn(message.components)].join(' ').slice(0, 80));
  });
  return {
    get references() {
      return [...words.keys()];
    },
    wordsOf: reference => words.get(reference) ?? '',
    stop,
  };
}

function* textsIn(part: unknown): Generator<string> {
  if (typeof part !== 'object' || part === null) return;
  if ('content' in part && typeof part.content === 'string') yield part.content;
  for (const inner of Object.values(part)) yield* textsIn(inner);
}
