/** Channels of guilds as they are answered: the specification does not list media channels yet. */
import * as z from 'zod/mini';
import type { Published } from './published.ts';

const types = [0, 2, 4, 5, 13, 14, 15, 16];

export const guildChannel = (spec: Published) =>
  z.extend(spec('GuildChannelResponseSchema'), { type: z.literal(types) });
