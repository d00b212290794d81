/** The discord.js client as Cairn needs it: few intents, small caches, no retries of its own, fatal trouble reported. */
import {
  Client,
  Events,
  GatewayIntentBits,
  type GuildMember,
  Options,
  Partials,
  RESTEvents,
  type User,
} from 'discord.js';
import type { Log } from '../log.ts';
import { closeError, tokenError } from './fatal.ts';
import type { InvalidRequests } from './invalid-requests.ts';
import type { LineError } from './line-error.ts';

export interface ClientSettings {
  readonly apiUrl: string;
  readonly memberSync?: boolean;
  readonly log: Log;
  /** The `Date` of each answer. */
  readonly onDate: (date: string | null) => void;
  /** What Discord refuses is counted here. */
  readonly invalid: InvalidRequests;
  /** Nothing works any more until a person changes something. */
  readonly onFatal: (error: LineError) => void;
}

/** Longer waits are the business of whoever asked: the outbox, or nobody. */
const longestRateLimitWait = 5_000;

export function createClient({ apiUrl, memberSync, log, onDate, invalid, onFatal }: ClientSettings): Client {
  const client = new Client({
    intents: [
      GatewayIntentBits.Guilds,
      GatewayIntentBits.GuildScheduledEvents,
      ...(memberSync ? [GatewayIntentBits.GuildMembers] : []),
    ],
    partials: [Partials.User, Partials.GuildMember, Partials.GuildScheduledEvent],
    allowedMentions: { parse: [] },
    enforceNonce: true,
    failIfNotExists: false,
    // One server that stays away must not hold up the others.
    waitGuildTimeout: 1_000,
    makeCache: Options.cacheWithLimits(caches),
    rest: {
      api: apiUrl,
      timeout: 5_000,
      // discord.js repeats a POST that may have taken effect. What is to be repeated is decided by the outbox.
      retries: 0,
      invalidRequestWarningInterval: 50,
      rejectOnRateLimit: ({ timeToReset, retryAfter }) => Math.max(timeToReset, retryAfter) > longestRateLimitWait,
    },
  });

  client.rest.on(RESTEvents.Response, ({ data }, response) => {
    onDate(response.headers.get('date'));
    invalid.note(response.status, response.headers.get('x-ratelimit-scope'));
    if (response.status === 401 && data.auth) onFatal(tokenError());
  });
  client.rest.on(RESTEvents.InvalidRequestWarning, ({ count }) => {
    log.warn({ count }, 'Discord refuses many requests; at 10,000 in ten minutes it bars this address');
  });
  client.rest.on(RESTEvents.RateLimited, ({ route, scope, timeToReset }) => {
    const wait = { route, scope, wait: timeToReset };
    // Keeping to so many requests a second, as in setting a server up, is nothing to worry about.
    if (timeToReset <= 1000) log.info(wait, 'Waiting a moment to stay within Discord’s limits');
    else log.warn(wait, 'Discord asks to wait');
  });
  client.on(Events.Error, error => log.error({ err: error }, 'The connection to Discord reports an error'));
  client.on(Events.ShardError, error => log.warn({ err: error }, 'The connection to Discord was disturbed'));
  client.on(Events.ShardDisconnect, ({ code }) => onFatal(closeError(code)));
  client.on(Events.ShardReconnecting, () => log.info('Connecting to Discord again'));
  client.on(Events.ShardResume, (_, replayed) => log.info({ replayed }, 'Connected to Discord again'));
  return client;
}

const isSelf = ({ id, client }: GuildMember | User) => id === client.user?.id;
const selfAndSome = { maxSize: 200, keepOverLimit: isSelf };

/** Guilds, channels, roles and overwrites must stay whole: discord.js depends on them. Nothing else has to. */
const caches = {
  ...Options.DefaultMakeCacheSettings,
  ApplicationCommandManager: 0,
  ApplicationEmojiManager: 0,
  AutoModerationRuleManager: 0,
  BaseGuildEmojiManager: 0,
  DMMessageManager: 0,
  EntitlementManager: 0,
  GuildBanManager: 0,
  GuildEmojiManager: 0,
  GuildInviteManager: 0,
  GuildMemberManager: selfAndSome,
  GuildMessageManager: 0,
  GuildStickerManager: 0,
  MessageManager: 0,
  PresenceManager: 0,
  ReactionManager: 0,
  ReactionUserManager: 0,
  StageInstanceManager: 0,
  ThreadMemberManager: 0,
  UserManager: selfAndSome,
  VoiceStateManager: 0,
};
