/** A bot that may make events, on a clock that stands still, and bodies to make them from. */
import { GatewayIntentBits, Routes } from 'discord.js';
import { createClock } from '../../../playground/discord/index.ts';
import type { ScheduledEventJson } from '../../../playground/discord/surface/scheduled-events.ts';
import { type Community, community, rejection } from './community.ts';

export const view = 1n << 10n;
export const connect = 1n << 20n;
export const createEvents = 1n << 44n;
export const manageEvents = 1n << 33n;
/** Tuesday. */
export const noon = Temporal.Instant.from('2026-03-03T12:00Z');
export const inHours = (hours: number) => noon.add({ minutes: hours * 60 });
export const intents = [GatewayIntentBits.Guilds, GatewayIntentBits.GuildScheduledEvents];

export interface Organised extends Community {
  /** Makes an event by REST, as the bot. */
  readonly schedules: (body?: object) => Promise<ScheduledEventJson>;
  readonly changes: (event: { readonly id: string }, body: object) => Promise<ScheduledEventJson>;
  readonly fetches: (event: { readonly id: string }) => Promise<ScheduledEventJson>;
}

export async function organised(permissions = view | connect | createEvents): Promise<Organised> {
  const all = await community({ clock: createClock({ standing: noon }) }, permissions);
  const { rest, guild } = all;
  const one = ({ id }: { readonly id: string }) => Routes.guildScheduledEvent(guild.id, id);
  return {
    ...all,
    schedules: (body = {}) =>
      rest.post(Routes.guildScheduledEvents(guild.id), {
        body: { ...atThePub, ...body },
      }) as Promise<ScheduledEventJson>,
    changes: (event, body) => rest.patch(one(event), { body }) as Promise<ScheduledEventJson>,
    fetches: event => rest.get(one(event)) as Promise<ScheduledEventJson>,
  };
}

export const atThePub = {
  name: 'Reading group',
  privacy_level: 2,
  entity_type: 3,
  entity_metadata: { location: 'The pub' },
  scheduled_start_time: inHours(1).toString(),
  scheduled_end_time: inHours(2).toString(),
};

/** What makes `atThePub` an event in a voice channel. */
export const inVoice = (channel: { readonly id: string }) => ({
  entity_type: 2,
  channel_id: channel.id,
  entity_metadata: null,
});

/** Path and code of every wrong field; fails if the request was not refused with 50035. */
export async function wrongFields(promise: Promise<unknown>): Promise<readonly string[]> {
  const error = await rejection(promise);
  const { rawError } = error as { rawError?: { code: number; errors?: Tree } };
  if (rawError?.code !== 50035 || rawError.errors === undefined) throw error;
  return codesIn(rawError.errors, '');
}

interface Tree {
  readonly [key: string]: Tree | readonly { readonly code: string }[];
}

function codesIn(tree: Tree, path: string): string[] {
  return Object.entries(tree).flatMap(([key, value]) =>
    Array.isArray(value)
      ? value.map(({ code }: { code: string }) => `${path} ${code}`)
      : codesIn(value as Tree, path === '' ? key : `${path}.${key}`),
  );
}
