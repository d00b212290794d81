/** How an organiser has a server set up, and what it wrote. */
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import type { Shown } from '../../playground/discord/index.ts';
import type { World } from './world.ts';

const isSetUp = 'The server is set up';

/** Runs it and presses Apply. @returns what stands there at the end. */
export async function setsUp(world: World, plan?: Shown, awaited = isSetUp): Promise<Shown> {
  const { discord, guild } = world;
  const shown = plan ?? (await guild.owner.runs('/admin setup'));
  const apply = shown.buttons.find(({ label }) => label.startsWith('Apply'));
  if (!apply) throw new Error(`There is nothing to apply: ${shown.text}`);
  await guild.owner.clicks(apply.label, shown);
  return await discord.until(() =>
    guild.owner.sees().find(({ text, message }) => message?.id === shown.message?.id && text.includes(awaited)),
  );
}

/** What changed the server: roles, channels, overwrites; not what is said, nor what the calendar brings meanwhile. */
export function theWrites({ discord }: Pick<World, 'discord'>): readonly string[] {
  return discord.requests
    .filter(
      ({ method, route }) =>
        method !== 'GET' &&
        /^\/(guilds|channels)\//.test(route) &&
        !/messages|typing|threads|scheduled-events/.test(route),
    )
    .map(({ method, route, path, status }) => `${method} ${route.includes(':overwrite') ? path : route} ${status}`);
}

/** @param more sections of its file. @returns its path: a data folder with the real curriculum and a community of two roles and two channels; gone when the tests are over. */
export async function aSmallCommunity(colour = '#0fa626', more = ''): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'cairn-data-'));
  afterAll(() => rm(folder, { recursive: true }));
  await cp('data', folder, { recursive: true });
  await writeFile(join(folder, 'community.yaml'), smallCommunity(colour) + more);
  return folder;
}

const smallCommunity = (colour: string) => `
name: A small one
roles:
  learner:
    name: Learner
    colour: "${colour}"
    paths: [new-graduate]
  group:
    name: Group
    mentionable: true
categories:
  first:
    name: First
    channels:
      talk:
        name: talk
        topic: For learners
        sees: [learner]
      news:
        name: news
        writes: nobody
`;
