/** Sees how often what must happen once did happen, and what the organisers and the log had to hear. */
import { PermissionFlagsBits } from 'discord-api-types/v10';
import { createLog } from '../../src/log.ts';
import { loadLearner } from '../../src/store/learner.ts';
import { openStore } from '../../src/store/open.ts';
import type { PatientLearner } from './patient-learner.ts';
import { aWorld, type World, type WorldOptions } from './world.ts';

export interface Witness {
  readonly world: World;
  /** Who got the role, once for each time. */
  readonly grants: readonly string[];
  /** Errors in the log: mistakes of the bot, since nothing else is one here. */
  readonly complaints: readonly string[];
  /** What stands in the organisers' channel. */
  told(): readonly string[];
  /** Who is announced in the bot's channels, once for each message. */
  announced(): readonly string[];
  /** What the database holds of them. */
  onRecord(learners: readonly PatientLearner[]): Promise<readonly ReadonlySet<string>[]>;
}

const { ViewChannel, SendMessages, ReadMessageHistory } = PermissionFlagsBits;

export async function witnessed(roleName: string, options: WorldOptions): Promise<Witness> {
  const complaints: string[] = [];
  const log = createLog({ level: 'error', destination: { write: line => void complaints.push(line) } });
  const world = await aWorld({ ...options, log });
  const { discord, guild, application, file } = world;
  const allow = ViewChannel | SendMessages | ReadMessageHistory;
  const organisers = guild.createChannel({
    name: 'organisers',
    overwrites: [
      { for: guild.everyone, deny: ViewChannel },
      { for: { id: application.botUserId }, allow },
    ],
  });
  guild.publicUpdatesChannelId = organisers.id;

  const grants: string[] = [];
  const holders = new Set<string>();
  discord.subscribe(change => {
    if (change.kind !== 'member-changed') return;
    const member = guild.member(change.userId);
    if (!member.has(roleName)) holders.delete(member.name);
    else if (!holders.has(member.name)) {
      holders.add(member.name);
      grants.push(member.name);
    }
  });

  return {
    world,
    grants,
    complaints,
    told: () => guild.owner.reads(organisers).map(({ text }) => text),
    announced: () =>
      guild.channels
        .filter(({ name }) => name === 'certificates')
        .flatMap(channel => guild.owner.reads(channel))
        .flatMap(({ pings }) => pings.map(id => guild.member(id).name)),
    async onRecord(learners) {
      const { db, close } = await openStore(`file:${file}`);
      const records = learners.map(({ member }) => loadLearner(db, { guildId: guild.id, userId: member.id }));
      const done = (await Promise.all(records)).map(({ ticks }) => new Set(ticks.keys()));
      await close();
      return done;
    },
  };
}
