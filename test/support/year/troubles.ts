/** What goes wrong in a stretch of the year. Each trouble begins, and ends when it is told to. */
import type { Guild, LocalDiscord } from '../../../playground/discord/index.ts';
import type { Random } from '../random.ts';

export interface Trouble {
  readonly name: string;
  /** How long Discord is away; absent: requests go through, or some of them. */
  readonly away?: Temporal.DurationLike;
  begin(): void;
  end(): void;
}

const messages = { route: /channel\/messages$/, method: 'POST' };
const lost = { status: 502, afterEffect: true };

export function outagesOf({ faults }: LocalDiscord): readonly Trouble[] {
  const down = (name: string, away: Temporal.DurationLike): Trouble => ({
    name,
    away,
    begin: () => faults.outage(true),
    end: () => faults.outage(false),
  });
  return [
    down('Discord is down for 5 minutes', { minutes: 5 }),
    down('Discord is down for 2 hours', { hours: 2 }),
    down('Discord is down for 2 days', { hours: 48 }),
  ];
}

/** Those that pass. */
export function passingTroubles(discord: LocalDiscord, random: Random): readonly Trouble[] {
  const { faults } = discord;
  const end = () => faults.clear();
  return [
    {
      name: 'a storm of 429',
      begin: () => {
        // Waits in real time: short ones, or the local Discord's clock would be hours ahead when they are over.
        for (const rateLimited of ['user', 'shared', 'global'] as const)
          faults.next({ route: /./, answer: { rateLimited, seconds: 0.2 + random(3) / 10 }, times: 5 });
      },
      end,
    },
    {
      name: 'answers are lost after the send',
      begin: () => faults.next({ ...messages, answer: 'drop-after-effect', times: 3 }),
      end,
    },
    {
      name: 'answers are lost after a thread or an event is made',
      begin: () => {
        for (const route of [/threads$/, /scheduled-events$/])
          faults.next({ route, method: 'POST', answer: 'drop-after-effect', times: 3 });
      },
      end,
    },
    { name: '502 after the send', begin: () => faults.next({ ...messages, answer: lost, times: 3 }), end },
    { name: 'nothing goes wrong', begin: () => {}, end },
  ];
}

/** Those that stay, each once. */
export function lastingTroubles(guild: Guild): readonly Trouble[] {
  const end = () => {};
  return [
    { name: 'the architects’ channel is deleted', begin: () => guild.deleteChannel(guild.channel('architects')), end },
    { name: 'the managers’ role is deleted', begin: () => guild.deleteRole(guild.role('Managers Group')), end },
  ];
}
