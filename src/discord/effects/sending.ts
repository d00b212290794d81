/** What carrying out an effect works with. */
import type { Client, Guild } from 'discord.js';
import type { Community } from '../../domain/community.ts';
import type { Curriculum } from '../../domain/curriculum.ts';
import { notConnected, type SendResult } from '../../domain/delivery.ts';
import type { Flows } from '../../flows/index.ts';
import type { Log } from '../../log.ts';
import type { Db } from '../../store/database.ts';
import type { DiscordClock } from '../discord-clock.ts';
import type { DirectMessages } from '../groups/direct-messages.ts';
import type { InvalidRequests } from '../invalid-requests.ts';
import type { Refusals } from './refusals.ts';

export interface SenderContext {
  readonly client: Client;
  readonly db: Db;
  readonly curriculum: Curriculum;
  readonly community: Community;
  readonly flows: Pick<
    Flows,
    | 'openCertificate'
    | 'organisersChannel'
    | 'forgetEvent'
    | 'groupCover'
    | 'mirrorState'
    | 'openPing'
    | 'channelOfGroup'
    | 'openSchedules'
    | 'openProposal'
    | 'readInterests'
    | 'understandHandEdit'
    | 'hearOfReturn'
  >;
  readonly now: () => Temporal.Instant;
  readonly clock: Pick<DiscordClock, 'ahead'>;
  readonly log: Log;
  readonly invalid: Pick<InvalidRequests, 'areMany'>;
}

/** One attempt. */
export interface Sending extends SenderContext {
  readonly guild: Guild;
  readonly refusals: Refusals;
  readonly directMessages: DirectMessages;
  /** An earlier attempt did not get through. */
  readonly again: boolean;
  /** Ends the attempt's requests: later ones would run beside the next attempt. */
  readonly signal: AbortSignal;
}

/** The server as the gateway last described it, or why nothing can be done there now. */
export function reachGuild(client: Client, guildId: string): Guild | SendResult {
  if (!client.isReady()) return { kind: 'transient', reason: notConnected };
  const guild = client.guilds.cache.get(guildId);
  // Whoever removed the bot may add it again: what was earned waits, and no request is made.
  if (!guild) return { kind: 'deferred', reason: 'the bot is not on the server' };
  if (!guild.available) return { kind: 'deferred', reason: 'the server is unavailable' };
  return guild;
}
