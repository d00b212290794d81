/** A bot that may open threads, and short ways to open them and to write there. */
import { Routes } from 'discord.js';
import { createClock } from '../../../playground/discord/index.ts';
import { type Community, usualPermissions } from './community.ts';

export const inThreads = 1n << 38n;
const publicOnes = 1n << 35n;
const privateOnes = 1n << 36n;
export const manage = 1n << 34n;
export const nobody = { allowed_mentions: { parse: [] } };
export const withThreads = usualPermissions | inThreads | publicOnes | privateOnes;
export const standing = () => ({ clock: createClock({ standing: Temporal.Instant.from('2026-03-01T10:00Z') }) });

export const openThread = async ({ rest, general }: Community, body: object) =>
  (await rest.post(Routes.threads(general.id), { body })) as { id: string; type: number };
export const write = ({ rest }: Community, id: string, content = 'hello') =>
  rest.post(Routes.channelMessages(id), { body: { ...nobody, content } });
