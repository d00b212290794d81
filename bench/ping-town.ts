/** 500 servers of four study groups each, all of which meet at the same minute, on a local Discord with Discord's own rate limits. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { PermissionFlagsBits } from 'discord-api-types/v10';
import {
  type Application,
  createClock,
  type Guild,
  type LocalDiscord,
  startDiscord,
} from '../playground/discord/index.ts';
import { invitePermissions } from '../src/discord/invite.ts';
import { adopt } from '../src/store/bindings.ts';
import { inTransaction } from '../src/store/database.ts';
import { openStore } from '../src/store/open.ts';
import { saveSetting } from '../src/store/settings.ts';

export const servers = 500;
export const groupsEach = 4;
/** A Monday; the groups meet at 19:00, and are pinged 15 minutes before. */
export const opening = Temporal.Instant.from('2027-01-11T18:30:00Z');
export const pingsDue = Temporal.Instant.from('2027-01-11T18:45:00Z');

export interface PingTown {
  readonly discord: LocalDiscord;
  readonly application: Application;
  readonly guilds: readonly Guild[];
  readonly database: string;
  /** For DATA_DIR. */
  readonly data: string;
}

const groups = Array.from({ length: groupsEach }, (_, index) => `group-${index + 1}`);

export async function buildPingTown(scratch: string, project: string): Promise<PingTown> {
  const clock = createClock();
  clock.setOffset(Temporal.Now.instant().until(opening).round('millisecond'));
  const discord = await startDiscord({
    clock,
    strict: { schema: false, limits: false, allowedMentions: false, answers: false, dispatches: false },
    gateway: { identifyEvery: 0, guildsPerShard: 2_500 },
    keep: { messages: 20, requests: 100, interactions: 1_000, dispatches: 100 },
  });
  const application = discord.createApplication({ name: 'Cairn' });
  const database = join(scratch, 'pings.sqlite');
  await using store = await openStore(`file:${database}`);
  const guilds: Guild[] = [];
  for (let index = 0; index < servers; index += 1) {
    const guild = discord.createGuild({ name: `Server ${index}`, owner: `owner${index}` });
    discord.invite(application, guild, invitePermissions | PermissionFlagsBits.MentionEveryone);
    await inTransaction(store.db, async tx => {
      const bind = (name: string, id: string) => adopt(tx, guild.id, name, id, {}, opening);
      for (const group of groups) {
        await bind(`channel:${group}`, guild.createChannel({ name: group }).id);
        await bind(`role:${group}`, guild.createRole({ name: group }).id);
      }
      // Only what is said is measured here.
      await saveSetting(tx, guild.id, 'ping-rules', { events: { on: false } }, opening);
    });
    guilds.push(guild);
  }
  return { discord, application, guilds, database, data: await dataOf(scratch, project) };
}

/** The real curriculum, and a community of four groups. */
async function dataOf(scratch: string, project: string): Promise<string> {
  const folder = join(scratch, 'ping-data');
  mkdirSync(folder);
  await cp(join(project, 'data'), folder, { recursive: true });
  writeFileSync(join(folder, 'community.yaml'), community);
  return folder;
}

const each = (entry: (key: string) => string) => groups.map(entry).join('\n');

const community = `
name: A town of groups
roles:
${each(key => `  ${key}: { name: ${key} }`)}
categories:
  all:
    name: All
    channels:
${each(key => `      ${key}: { name: ${key} }`)}
study_groups:
${each(
  key => `  ${key}:
    title: ${key}
    paths: [new-graduate]
    channel: ${key}
    role: ${key}
    meets: [{ days: [Monday], at: "19:00", minutes: 60 }]`,
)}
`;
