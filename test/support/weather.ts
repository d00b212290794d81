/** Bad weather between the bot and Discord, by a seed: faults all the time, and now and then a front that passes through. */
import { PermissionFlagsBits } from 'discord-api-types/v10';
import { randomFrom } from './random.ts';
import type { Server } from './server.ts';

export interface Weather {
  /** What came, for whoever has to repeat it. */
  readonly fronts: readonly string[];
  /** Time goes by: after some acts the next front comes. */
  passes(): void;
  /** Everything works again; only Discord's clock stays as wrong as it was. */
  clears(): void;
}

export interface Forecast {
  readonly seed: number;
  /** How far Discord's clock is ahead of the bot's, in seconds. */
  readonly skew: number;
}

const actsBetween = 6;
const lost = { status: 502, afterEffect: true };
const givingRole = { route: /members\/:member\/roles/, method: 'PUT' };
/** Of all requests. */
const rate = 0.2;

export function weatherOver({ discord, guild, application }: Server, { seed, skew }: Forecast): Weather {
  const { faults, gateway } = discord;
  const random = randomFrom(seed);
  const fronts: string[] = [];
  let acts = 0;
  let ends = () => {};

  const role = guild.role(application.name);
  /** Each begins one front, and returns how it ends if it does not by itself. */
  const coming = shuffled<readonly [name: string, begin: () => (() => void) | undefined]>(
    [
      ['sockets drop', () => void gateway.dropConnections()],
      ['Discord closes with 4000', () => void gateway.dropConnections(4000)],
      ['zombies', () => void gateway.freeze()],
      ['asked to reconnect', () => void gateway.askToReconnect()],
      ['session gone', () => void gateway.invalidateSessions(false)],
      ['session to be resumed', () => void gateway.invalidateSessions(true)],
      ['waits for all', () => void faults.next({ route: /./, answer: { rateLimited: 'global', seconds: 1.2 } })],
      ['a long wait for roles', () => void faults.next({ ...givingRole, answer: { rateLimited: 'user', seconds: 6 } })],
      ['Discord is down', down],
      ['the server is unavailable', unavailable],
      ['an organiser takes a permission', forbidden],
    ],
    random,
  );

  function down() {
    faults.outage(true);
    const up = () => faults.outage(false);
    void discord.nextChange(({ kind }) => kind === 'interaction-failed').then(up);
    return up;
  }

  function unavailable() {
    gateway.makeUnavailable(guild.id);
    return () => gateway.releaseGuild(guild.id);
  }

  function forbidden() {
    const { permissions } = role;
    guild.changeRole(role, { permissions: permissions & ~PermissionFlagsBits.ManageRoles });
    return () => void guild.changeRole(role, { permissions });
  }

  faults.random({ seed, rate });
  // What is made once, or said once, is what a lost answer tempts one to do twice.
  for (const made of [/guild\/roles$/, /guild\/channels$/, /channel\/messages$/])
    faults.next({ route: made, method: 'POST', answer: random(2) ? 'drop-after-effect' : lost });
  gateway.disturb({ seed, duplicate: 0.2, reorder: 0.1, delay: 0.05 });
  return {
    fronts,
    passes() {
      acts += 1;
      if (acts % actsBetween !== 0) return;
      ends();
      const [name, begin] = coming.shift() ?? ['nothing new', () => undefined];
      fronts.push(name);
      ends = begin() ?? (() => {});
    },
    clears() {
      ends();
      faults.clear();
      faults.skew({ seconds: skew });
      gateway.disturb();
    },
  };
}

function shuffled<T>(things: readonly T[], random: (below: number) => number): T[] {
  const left = [...things];
  return things.flatMap(() => left.splice(random(left.length), 1));
}
