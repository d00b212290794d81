/** What a bot asks for when it starts a session, and why it may be refused. */

import { refusedIntents } from '../intents.ts';
import { applicationWithToken } from '../state/applications.ts';
import type { ApplicationRecord } from '../state/records.ts';
import type { World } from '../state/world.ts';
import type { GatewayRules } from '../surface/gateway.ts';
import type { Close } from './rules.ts';

export interface Identify {
  readonly intents: number;
  readonly shard: readonly [index: number, count: number];
  /** Guilds with more members than this count as large. */
  readonly largeThreshold: number;
  readonly compress: boolean;
  readonly presence: unknown;
}

export interface Accepted {
  readonly application: ApplicationRecord;
  readonly identify: Identify;
}

export function readIdentify(
  world: World,
  rules: GatewayRules,
  fields: Readonly<Record<string, unknown>>,
): Accepted | Close {
  const application = applicationWithToken(world, String(fields.token));
  if (application === undefined) return [4004, 'Authentication failed.'];
  const shard = readShard(fields.shard);
  if (shard === undefined) return [4010, 'Invalid shard.'];
  const refused = refusedIntents(fields.intents, application.privilegedIntents);
  if (refused !== undefined) return [refused, refused === 4013 ? 'Invalid intent(s).' : 'Disallowed intent(s).'];
  if (guildsOnShard(world, application, shard) >= rules.guildsPerShard) return [4011, 'Sharding required.'];
  return {
    application,
    identify: {
      shard,
      intents: fields.intents as number,
      largeThreshold: threshold(fields.large_threshold),
      compress: fields.compress === true,
      presence: fields.presence,
    },
  };
}

function readShard(shard: unknown): readonly [number, number] | undefined {
  if (shard === undefined || shard === null) return [0, 1];
  if (!Array.isArray(shard) || shard.length !== 2) return undefined;
  const [index, count] = shard as readonly unknown[];
  if (!Number.isInteger(index) || !Number.isInteger(count)) return undefined;
  const [at, of] = [index as number, count as number];
  return at >= 0 && at < of ? [at, of] : undefined;
}

const threshold = (given: unknown) => (typeof given === 'number' ? Math.min(Math.max(given, 50), 250) : 50);

export const onShard = (guildId: string, [index, count]: readonly [number, number]) =>
  count === 1 || Number((BigInt(guildId) >> 22n) % BigInt(count)) === index;

function guildsOnShard(world: World, { bot }: ApplicationRecord, shard: readonly [number, number]): number {
  let guilds = 0;
  for (const { id, members } of world.guilds.values()) if (members.has(bot.id) && onShard(id, shard)) guilds += 1;
  return guilds;
}
