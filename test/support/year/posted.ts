/** What the bot has posted, as everybody on the server saw it: also what was deleted later. */
import type { LocalDiscord, ScheduledEvent, ScheduledEventJson } from '../../../playground/discord/index.ts';

export interface Posted {
  /**
   * `<channel id>/<message id>` of every message with components, in the order in which they appeared; without what says in
   * a thread that its session was changed, for which the channel's message stands.
   */
  readonly references: readonly string[];
  /** What stands in it, to tell a person which one it is. */
  wordsOf(reference: string): string;
  /** When it appeared. */
  at(reference: string): Temporal.Instant | undefined;
  /** Threads and scheduled events that were made though the same one was there, and changes said twice in a thread. */
  readonly doubled: readonly string[];
  stop(): void;
}

/** @param isLooked whether what is posted in that channel is looked at. */
export function watchPosts(discord: LocalDiscord, botUserId: string, isLooked: (channelId: string) => boolean): Posted {
  const words = new Map<string, string>();
  const appeared = new Map<string, Temporal.Instant>();
  const doubled: string[] = [];
  const threads = new Map<string, string>();
  const threadIds = new Set<string>();
  const changes = new Set<string>();
  const noteThread = (name: string) => {
    const at = discord.clock.now().toString();
    const before = threads.get(name);
    if (before) doubled.push(`${name}, made at ${before} and ${at}`);
    threads.set(name, at);
  };
  const noteEvent = ({ guild_id, name, scheduled_start_time }: ScheduledEventJson) => {
    const start = Date.parse(scheduled_start_time);
    const isSame = (event: ScheduledEvent) =>
      event.name === name && event.startsAt.epochMilliseconds === start && event.status !== 'canceled';
    const guild = discord.guilds.find(({ id }) => id === guild_id);
    if ((guild?.scheduledEvents.filter(isSame).length ?? 0) > 1) doubled.push(`${name} ${scheduled_start_time}`);
  };
  const stop = discord.subscribe(change => {
    if (change.kind === 'thread-created') {
      threadIds.add(change.thread.id);
      noteThread(`${change.parentId} ${change.thread.name}`);
    }
    if (change.kind === 'scheduled-event-created') noteEvent(change.event);
    if (change.kind !== 'message-created' || change.onlyFor !== undefined) return;
    const { message } = change;
    if (message.author.id !== botUserId || !message.components?.length || !isLooked(message.channel_id)) return;
    const said = [...textsIn(message.components)].join(' ');
    if (threadIds.has(message.channel_id) && /^### (?:🔁|🚫) /u.test(said)) {
      if (changes.has(`${message.channel_id} ${said}`)) doubled.push(`In a thread: ${said}`);
      changes.add(`${message.channel_id} ${said}`);
    } else {
      words.set(`${message.channel_id}/${message.id}`, said.slice(0, 80));
      appeared.set(`${message.channel_id}/${message.id}`, discord.clock.now());
    }
  });
  return {
    get references() {
      return [...words.keys()];
    },
    doubled,
    wordsOf: reference => words.get(reference) ?? '',
    at: reference => appeared.get(reference),
    stop,
  };
}

function* textsIn(part: unknown): Generator<string> {
  if (typeof part !== 'object' || part === null) return;
  if ('content' in part && typeof part.content === 'string') yield part.content;
  for (const inner of Object.values(part)) yield* textsIn(inner);
}
