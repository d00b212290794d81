/** The line to Discord: connected, with commands published and interactions answered, until it is closed. */
import { type Client, Events, GatewayDispatchEvents, Status } from 'discord.js';
import type { GatewayReadyDispatchData } from 'discord-api-types/v10';
import { createClient } from './client.ts';
import { connect } from './connect.ts';
import type { DiscordClock } from './discord-clock.ts';
import type { Interaction } from './interaction.ts';
import { countInvalidRequests, type InvalidRequests } from './invalid-requests.ts';
import { IntentsRefused, type LineError } from './line-error.ts';
import { listenForMembers } from './member-sync.ts';
import { publishPatiently } from './publish-patiently.ts';
import { openReception, type ReceptionOptions } from './reception.ts';
import { systemTime, type Time } from './time.ts';

export interface LineOptions
  extends Pick<ReceptionOptions, 'apiUrl' | 'commands' | 'flows' | 'curriculum' | 'community' | 'log'> {
  readonly token: string;
  readonly now: () => Temporal.Instant;
  /** Trouble that only a person can end; until `openLine` has resolved it rejects instead. */
  readonly onFatal: (error: LineError) => void;
  /** Each time that anything may have been missed: after the first connection, and after each lost session. */
  readonly onReady?: () => void;
  /** Ask for the GUILD_MEMBERS intent. */
  readonly memberSync?: boolean;
  /** Gives up connecting. */
  readonly signal?: AbortSignal;
  /** Default: the system's. */
  readonly after?: Time['after'];
  /** Milliseconds without a sign of Discord that end one attempt to answer a member. */
  readonly answerTimeout?: number;
}

export interface Line {
  readonly client: Client;
  readonly invalid: InvalidRequests;
  readonly clock: DiscordClock;
  /** The servers are known, or long enough waited for. */
  readonly whenReady: Promise<void>;
  /** Whether Discord reaches the bot at this moment. */
  isConnected(): boolean;
  /** Members who ask from now on are told to wait; what runs has eight seconds. Disconnects after `others`, too. */
  close(others?: Promise<void>): Promise<void>;
}

const drainFor = 8_000;

/** Resolves when connected, with the commands published. Members are answered from the first moment. */
export async function openLine(options: LineOptions): Promise<Line> {
  try {
    return await openWith(options, options.memberSync ?? false);
  } catch (error) {
    // What the intent brings comes later without it: at members' next interaction, or with the next sweep.
    if (!(error instanceof IntentsRefused) || options.signal?.aborted) throw error;
    options.log.warn(
      'Discord refuses the members intent: connecting without it. MEMBER_SYNC takes "Server Members Intent"',
    );
    return await openWith(options, false);
  }
}

async function openWith(options: LineOptions, membersIntent: boolean): Promise<Line> {
  const { token, commands, flows, log, onReady, now } = options;
  const system = systemTime(now);
  const time = options.after ? { ...system, after: options.after } : system;
  const stop = new AbortController();
  const closing = options.signal ? AbortSignal.any([stop.signal, options.signal]) : stop.signal;
  const opening = Promise.withResolvers<never>();
  let onFatal: (error: LineError) => void = opening.reject;

  const invalid = countInvalidRequests(() => now().epochMilliseconds);
  const client = createClient({
    ...options,
    memberSync: membersIntent,
    invalid,
    onDate: date => reception.onDate(date),
    onFatal: error => {
      if (!closing.aborted) onFatal(error);
    },
  });
  const reception = openReception({ ...options, client, time, invalid, answerTimeout: options.answerTimeout ?? 1_200 });
  const close = async (others?: Promise<void>) => {
    await Promise.all([reception.close(drainFor), others]);
    stop.abort();
    // It takes its own goodbye for a lost connection.
    client.removeAllListeners(Events.ShardReconnecting);
    await client.destroy();
  };

  // Raw, as they come: discord.js keeps its own interactions back until all servers are there.
  client.ws.on(GatewayDispatchEvents.InteractionCreate, (data: Interaction) => reception.receive(data));
  if (membersIntent) listenForMembers({ client, flows, now, log });
  const published = new Promise<void>(resolve => {
    client.ws.once(GatewayDispatchEvents.Ready, ({ application }: GatewayReadyDispatchData) => {
      const publishing = { rest: client.rest, applicationId: application.id, commands: [...commands.values()], log };
      resolve(publishPatiently(publishing, time, closing));
    });
  });
  const whenReady = new Promise<void>(resolve => {
    client.on(Events.ShardReady, () => {
      resolve();
      onReady?.();
    });
  });

  try {
    await Promise.race([opening.promise, connect({ client, token, time, log, closing }).then(() => published)]);
  } catch (error) {
    await close();
    throw error;
  }
  onFatal = options.onFatal;
  const { shards } = client.ws;
  const isConnected = () => shards.size > 0 && shards.every(({ status }) => status === Status.Ready);
  return { client, invalid, clock: reception.clock, whenReady, isConnected, close };
}
