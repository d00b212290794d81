/** Notices when a bot comes to see channels with threads in them: Discord then sends it these threads. */
import { channelPermissions, has, Permission } from '../../permissions.ts';
import type { GuildRecord } from '../records.ts';
import { guildHolding, type World } from '../world.ts';
import { activeThreads } from './threads.ts';

type Seen = ReadonlyMap<string, ReadonlySet<string>>;

export function watchAccess(world: World): () => void {
  /** Channels that bots see, by guild and bot; only for guilds with threads. */
  const known = new Map<string, Seen>();

  function seenBy(guild: GuildRecord, botId: string): ReadonlySet<string> {
    const me = guild.members.get(botId);
    if (me === undefined) return new Set();
    const now = world.clock.millis();
    const seen = [...guild.channels.values()].filter(channel =>
      has(channelPermissions(guild, me, channel, now), Permission.viewChannel),
    );
    return new Set(seen.map(({ id }) => id));
  }

  const look = (guild: GuildRecord): Seen =>
    new Map(
      [...world.applications.values()]
        .filter(({ bot }) => guild.members.has(bot.id))
        .map(({ bot }) => [bot.id, seenBy(guild, bot.id)]),
    );

  function lookAgain(guildId: string | undefined): void {
    const guild = guildHolding(world, { guildId });
    if (guild === undefined || guild.threads.size === 0) return;
    const before = known.get(guild.id);
    const after = look(guild);
    known.set(guild.id, after);
    if (before === undefined) return;
    const busy = new Set(activeThreads(guild).map(({ parentId }) => parentId));
    for (const [botId, seen] of after) {
      const had = before.get(botId);
      // A bot that has just come has got everything with the guild.
      const gained = had === undefined ? [] : [...seen].filter(id => !had.has(id));
      if (gained.some(id => busy.has(id)))
        world.bus.emit({ kind: 'threads-revealed', guild, botId, channelIds: gained });
    }
  }

  function start(): void {
    known.clear();
    for (const { id } of world.guilds.values()) lookAgain(id);
  }

  start();
  return world.bus.listen(event => {
    switch (event.kind) {
      case 'world-restored':
        return start();
      case 'thread-created':
        return known.has(event.thread.guildId ?? '') ? undefined : lookAgain(event.thread.guildId);
      case 'channel-created':
      case 'channel-changed':
        return lookAgain(event.channel.guildId);
      case 'role-changed':
      case 'role-deleted':
        return lookAgain(event.role.guildId);
      case 'member-joined':
      case 'member-changed':
        return event.member.user.bot ? lookAgain(event.member.guildId) : undefined;
      default:
        return undefined;
    }
  });
}
