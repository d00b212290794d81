/** The gateway as its owner holds it: its rules, who is connected, and the switches that disturb it. */

/** Discord's own by default. */
export interface GatewayRules {
  /** What HELLO says, in milliseconds of real time. A bot that misses one and a half of them is closed with 4009. */
  readonly heartbeatInterval: number;
  /** At so many guilds one session is refused with 4011: sharding is required. */
  readonly guildsPerShard: number;
  /** IDENTIFYs within 24 hours of the local Discord's clock; one more ends all sessions and resets the token. */
  readonly sessionStarts: number;
  /** `max_concurrency`: shards whose index differs modulo this may identify at the same moment. */
  readonly concurrency: number;
  /** Milliseconds of real time between IDENTIFYs of one such group; 0 leaves it to the bot. */
  readonly identifyEvery: number;
  /** How long a session without a connection can be resumed, in milliseconds of the local Discord's clock. */
  readonly resumableFor: number;
  /** Milliseconds of real time between two requests for all members of one guild. */
  readonly allMembersEvery: number;
}

/** Shares between 0 and 1 of all dispatches except READY, RESUMED and the guilds that follow them. */
export interface Disturbance {
  /** The same seed disturbs the same dispatches. */
  readonly seed: number;
  /** Sent twice, each with a number of its own. */
  readonly duplicate?: number;
  /** Sent after the one that follows it. */
  readonly reorder?: number;
  /** Sent late, by `delayMillis` of real time (default 50). What follows overtakes it. */
  readonly delay?: number;
  readonly delayMillis?: number;
}

export interface GatewaySession {
  readonly applicationId: string;
  readonly shard: readonly [index: number, count: number];
  readonly intents: number;
  readonly connected: boolean;
  /** As the bot last set it with IDENTIFY or op 3. Nobody else is told of it. */
  readonly presence: unknown;
}

export interface GatewayControl {
  /** Sessions with an open connection. */
  readonly connected: number;
  /** IDENTIFYs and RESUMEs seen so far. */
  readonly identifies: number;
  readonly resumes: number;
  readonly sessions: readonly GatewaySession[];
  /** Closes every connection; without a code the socket is cut off. Sessions can be resumed. */
  dropConnections(code?: number): void;
  /** Makes zombies of today's connections: they stay open, but nothing is heard or said there any more. */
  freeze(): void;
  /** Sends op 7 to every connection. */
  askToReconnect(): void;
  /** Sends op 9 to every connection; `false` forgets the sessions. */
  invalidateSessions(resumable: boolean): void;
  /** From now on this guild's GUILD_CREATE is not sent: it stays unavailable. */
  withholdGuild(guildId: string): void;
  /** The guild is unavailable from now on: GUILD_DELETE says so, and nothing that happens in it is told. */
  makeUnavailable(guildId: string): void;
  /** Ends either: GUILD_CREATE to everybody connected. */
  releaseGuild(guildId: string): void;
  /** Refuses new connections until called with `false`. */
  refuseConnections(refuse: boolean): void;
  /** From now on, until called without anything. */
  disturb(how?: Disturbance): void;
}
