/** The local Discord as its owner holds it: a test, a benchmark or the playground. */
import type { GatewayInteractionCreateDispatchData } from 'discord-api-types/v10';
import type { MovableClock } from '../clock.ts';
import type { Change } from './changes.ts';
import type { Channel } from './channels.ts';
import type { Faults } from './faults.ts';
import type { GatewayControl, GatewayRules } from './gateway.ts';
import type { Guild } from './members.ts';
import type { DispatchEntry, RequestEntry, Violation } from './requests.ts';
import type { Application, User } from './users.ts';

export interface Strictness {
  /** Bodies against Discord's published schema. Unknown keys are ignored, as on Discord, and listed as violations. */
  readonly schema: boolean;
  /** Bodies against the documented limits. */
  readonly limits: boolean;
  /** Every message sent or edited names its allowed_mentions. */
  readonly allowedMentions: boolean;
  /** A request sent before a 429's retry_after has passed is a violation; they are counted in any case. */
  readonly earlyRetries: boolean;
  /** The local Discord's own answers against the published schema. */
  readonly answers: boolean;
  /** The events it sends, against the published schemas and Discord's documentation. */
  readonly dispatches: boolean;
}

export interface DiscordOptions {
  /** Default 0: any free port. */
  readonly port?: number;
  /** Default: the system's time, movable. */
  readonly clock?: MovableClock;
  /** Where the state is kept between runs; read if it exists. */
  readonly file?: string;
  /** All on by default, except `earlyRetries`. */
  readonly strict?: Partial<Strictness>;
  /** Default: Discord's figures. `false` sends headers but never 429, and lets bots identify as often as they like. */
  readonly rateLimits?: false | { readonly globalPerSecond?: number; readonly invalidPerTenMinutes?: number };
  /** What differs from Discord's own rules. */
  readonly gateway?: Partial<GatewayRules>;
  readonly keep?: {
    /** Messages per channel; default 500. */
    readonly messages?: number;
    /** Entries of `requests`, and as many of `dispatches`; default 2,000. */
    readonly requests?: number;
    /** Interactions whose tokens stay valid; default 20,000. */
    readonly interactions?: number;
    /** Dispatches a session can replay; default 2,000. */
    readonly dispatches?: number;
  };
}

/** The whole state; only `restore` and the file need to know what is inside. */
export interface Snapshot {
  readonly version: 3;
  readonly bytes: Uint8Array;
}

export interface LocalDiscord {
  /** For `new Client({ rest: { api: url } })`. */
  readonly url: string;
  /** For `followClock(clockUrl)` in another process. */
  readonly clockUrl: string;
  readonly clock: MovableClock;
  readonly violations: readonly Violation[];
  /** Throws a list of all violations, if there are any. */
  assertNoViolations(): void;
  readonly requests: readonly RequestEntry[];
  /** The latest events sent to bots. */
  readonly dispatches: readonly DispatchEntry[];
  /** Every request from now on, when it has been answered. Returns how to stop. */
  onRequest(listener: (entry: RequestEntry) => void): () => void;
  /** Every event from now on, just before it is sent. Returns how to stop. */
  onDispatch(listener: (entry: DispatchEntry) => void): () => void;
  /** Requests that came before a 429's retry_after had passed. */
  readonly earlyRequests: number;
  /** Answers of 401, 403 and 429 (but not of shared limits), which Discord counts against an address. */
  readonly invalidRequests: number;
  /** After 10,000 of them in ten minutes: until when nothing is let through, in epoch milliseconds of the clock. */
  readonly bannedUntil: number | undefined;
  readonly faults: Faults;
  readonly gateway: GatewayControl;

  readonly guilds: readonly Guild[];
  /** By id or name; throws if there is none. */
  guild(idOrName: string): Guild;
  readonly applications: readonly Application[];
  application(idOrName: string): Application;
  createUser(user: { readonly name: string; readonly displayName?: string; readonly locale?: string }): User;
  createGuild(guild: { readonly name: string; readonly owner: string | User; readonly locale?: string }): Guild;
  createApplication(application: {
    readonly name: string;
    readonly token?: string;
    /** Privileged intents switched on in the "portal": presences, members, message content. Default none. */
    readonly privilegedIntents?: number;
    /** Whether its owner logs in with two factors, for guilds that ask that of moderators. Default true. */
    readonly ownerHasTwoFactor?: boolean;
  }): Application;
  /** Adds the bot with its managed role; connected bots see GUILD_CREATE. */
  invite(application: Application, guild: Guild, permissions: bigint): void;
  /** Removes the bot and its role, as "Kick" does. */
  expel(application: Application, guild: Guild): void;
  channel(id: string): Channel;

  /** Every visible change, in order. Returns how to stop. */
  subscribe(listener: (change: Change) => void): () => void;
  /** The next request answered from now on that matches. */
  nextRequest(predicate: (request: RequestEntry) => boolean): Promise<RequestEntry>;
  /** The next change from now on that matches. */
  nextChange(predicate: (change: Change) => boolean): Promise<Change>;
  /** Resolves with the first truthy value, asked now and after every change and request. */
  until<T>(question: () => T): Promise<NonNullable<T>>;
  /** Resolves when no interaction is unanswered and no request is being worked on. */
  idle(): Promise<void>;

  /** Sends this INTERACTION_CREATE as it is, for duplicates and malformed ones. */
  deliver(interaction: GatewayInteractionCreateDispatchData): void;
  /** The payload of the latest INTERACTION_CREATE sent, to deliver it a second time. */
  readonly lastInteraction: GatewayInteractionCreateDispatchData | undefined;

  snapshot(): Snapshot;
  restore(snapshot: Snapshot): void;
  /** Saves, closes every connection and stops; throws if there were violations, unless told otherwise. */
  close(options?: { readonly ignoreViolations?: boolean }): Promise<void>;
}
