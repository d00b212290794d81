/** A line to the local Discord with commands of the test's own, and timers that the test holds in its hands. */
import type { GatewayInteractionCreateDispatchData } from 'discord-api-types/v10';
import {
  type Application,
  type Guild,
  type LocalDiscord,
  type Member,
  startDiscord,
} from '../../playground/discord/index.ts';
import type { Command } from '../../src/discord/command.ts';
import { type Line, type LineOptions, openLine } from '../../src/discord/line.ts';
import type { LineError } from '../../src/discord/line-error.ts';
import { buildIndex } from '../../src/domain/search.ts';
import { bindFlows } from '../../src/flows/index.ts';
import { createLog } from '../../src/log.ts';
import { openStore, type Store } from '../../src/store/open.ts';
import { aCommunity } from '../support/a-community.ts';
import { aCurriculum } from '../support/builders.ts';
import { printShop } from '../support/print-shop.ts';

export interface OpenedLine {
  readonly discord: LocalDiscord;
  readonly guild: Guild;
  readonly application: Application;
  readonly ada: Member;
  readonly store: Store;
  readonly line: Line;
  readonly timers: Timers;
  /** The log, line by line, as JSON. */
  readonly log: readonly string[];
  /** The first line, written or yet to be written, that contains this. */
  logged(text: string): Promise<string>;
  /** Trouble that only a person can end. */
  readonly fatal: Promise<LineError>;
  /** How often everything may have been missed so far. */
  readonly readies: () => number;
  nextReady(): Promise<void>;
  /** Bodies of the callbacks so far. */
  callbacks(): readonly Callback[];
}

export interface Callback {
  readonly type: number;
  readonly data?: {
    readonly flags?: number;
    readonly choices?: readonly object[];
    readonly components?: readonly object[];
  };
}

export interface Timers {
  readonly after: NonNullable<LineOptions['after']>;
  /** Runs what waits for a second or more; shorter pauses are none here. */
  elapse(): void;
}

function heldTimers(): Timers {
  const held = new Set<() => void>();
  return {
    after(millis, run) {
      if (millis < 1_000) {
        const soon = setImmediate(run);
        return () => clearImmediate(soon);
      }
      held.add(run);
      return () => held.delete(run);
    },
    elapse() {
      const due = [...held];
      held.clear();
      for (const run of due) run();
    },
  };
}

function aLog() {
  const log: string[] = [];
  const waiting = new Map<string, (line: string) => void>();
  return {
    log,
    write(line: string) {
      log.push(line);
      for (const [text, resolve] of waiting) if (line.includes(text)) resolve(line);
    },
    logged(text: string) {
      const { promise, resolve } = Promise.withResolvers<string>();
      waiting.set(text, resolve);
      const line = log.find(written => written.includes(text));
      if (line !== undefined) resolve(line);
      return promise;
    },
  };
}

interface Given {
  readonly commands: readonly Command[];
  /** Before the bot connects. */
  readonly before?: (discord: LocalDiscord, guild: Guild, application: Application) => void;
  readonly options?: Partial<LineOptions>;
  readonly ignoreViolations?: boolean;
}

/** Opens a line, lets the test use it, and closes everything; fails if anything was sent that Discord refuses. */
export async function withLine(given: Given, tell: (opened: OpenedLine) => Promise<void>): Promise<void> {
  const discord = await startDiscord({ gateway: { identifyEvery: 0 } });
  const guild = discord.createGuild({ name: 'Learners', owner: 'olive' });
  guild.createChannel({ name: 'general' });
  const application = discord.createApplication({ name: 'Cairn' });
  discord.invite(application, guild, 0n);
  const ada = guild.join({ name: 'ada', displayName: 'Ada' });
  given.before?.(discord, guild, application);

  const store = await openStore('file::memory:');
  const curriculum = aCurriculum({});
  const now = () => discord.clock.now();
  const { log, logged, write } = aLog();
  const fatal = Promise.withResolvers<LineError>();
  const timers = heldTimers();
  let readies = 0;
  let onReady = () => {};
  const nextReady = () =>
    new Promise<void>(resolve => {
      onReady = resolve;
    });
  const line = await openLine({
    apiUrl: discord.url,
    token: application.token,
    commands: new Map(given.commands.map(command => [command.name, command])),
    curriculum,
    community: aCommunity(),
    flows: bindFlows({
      db: store.db,
      curriculum,
      community: aCommunity(),
      items: buildIndex([]),
      paths: buildIndex([]),
      timeZone: 'UTC',
      ...printShop,
      now,
      wake: () => {},
    }),
    log: createLog({ level: 'debug', destination: { write } }),
    now,
    after: timers.after,
    onFatal: fatal.resolve,
    onReady: () => {
      readies += 1;
      onReady();
    },
    ...given.options,
  });
  const callbacks = () =>
    discord.requests.filter(({ route }) => route.endsWith('/callback')).map(({ body }) => body as Callback);
  try {
    await tell({
      discord,
      guild,
      application,
      ada,
      store,
      line,
      timers,
      log,
      logged,
      fatal: fatal.promise,
      readies: () => readies,
      nextReady,
      callbacks,
    });
  } finally {
    await line.close();
    await store.close();
    await discord.close({ ignoreViolations: given.ignoreViolations ?? false });
  }
}

/** An interaction like the last one, with its own id, made so long ago. */
export function again(discord: LocalDiscord, agoMillis = 0): GatewayInteractionCreateDispatchData {
  const last = discord.lastInteraction;
  if (!last) throw new Error('Nobody has asked anything yet.');
  const millis = discord.clock.now().epochMilliseconds - agoMillis;
  const id = ((BigInt(millis) - 1_420_070_400_000n) << 22n) + 1n;
  return { ...last, id: String(id) };
}
