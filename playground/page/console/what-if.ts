/** Trouble to try: each is a switch, or a thing that happens once, with a sentence of what happens. */
import type { Fault, Faults, Guild, LocalDiscord, Member } from '../../discord/index.ts';

export interface Trouble {
  readonly id: string;
  readonly title: string;
  readonly says: string;
  /** `once`: happens when it is asked for; `next`: lies in wait for one request; `switch`: stays until switched off. */
  readonly kind: 'switch' | 'next' | 'once';
  isOn(me: Member): boolean;
  set(on: boolean, me: Member): void;
}

export function createTroubles(discord: LocalDiscord, guild: Guild): readonly Trouble[] {
  const { faults, gateway } = discord;
  return [
    {
      id: 'outage',
      title: 'Discord is down',
      says: 'Every request is answered with 503 and the connection is gone. Nobody gets an answer; what was due waits.',
      kind: 'switch',
      isOn: () => faults.down,
      set: on => faults.outage(on),
    },
    {
      id: 'slow',
      title: 'Slow answers',
      says: `Discord does what it is asked at once, but its answers take ${slowness / 1000} seconds.`,
      kind: 'switch',
      ...lying(faults, { route: /./, answer: { delay: slowness }, times: Infinity }),
    },
    {
      id: 'lost-answer',
      title: 'The next answer gets lost',
      says: 'The next message the bot sends arrives, but the bot never hears so. A careful bot does not send it twice.',
      kind: 'next',
      ...lying(faults, { route: /./, method: 'POST', answer: 'drop-after-effect' }),
    },
    {
      id: 'rate-limit',
      title: 'Too many requests',
      says: `The next thing the bot does besides answering, such as giving a role, must wait ${patience} seconds.`,
      kind: 'next',
      ...lying(faults, { route: /^\/(?!interactions|webhooks)/, answer: { rateLimited: 'user', seconds: patience } }),
    },
    roleTooLow(guild),
    closedDms,
    {
      id: 'drop-connection',
      title: 'Drop the connection',
      says: "The bot's line to Discord is cut off, as when a router restarts. It comes back by itself and misses nothing.",
      kind: 'once',
      isOn: () => false,
      set: () => gateway.dropConnections(),
    },
  ];
}

const patience = 5;
/** Less than the 3 seconds a bot has for its answer. */
const slowness = 2000;

/** A fault that lies in wait: it is on until a request has met it, or it was called off. */
function lying(faults: Faults, fault: Fault): Pick<Trouble, 'isOn' | 'set'> {
  const isOn = () => faults.waiting.includes(fault);
  return {
    isOn,
    set(on) {
      if (on === isOn()) return;
      if (on) return faults.next(fault);
      const { down } = faults;
      const others = faults.waiting.filter(other => other !== fault);
      faults.clear();
      for (const other of others) faults.next(other);
      if (down) faults.outage(true);
    },
  };
}

/** Roles below this one are the bot's to give; at the bottom there are none. */
function roleTooLow(guild: Guild): Trouble {
  const usual = 2; // Just above what a bot makes itself.
  let before = usual;
  const ofBot = () => guild.roles.find(({ managed }) => managed);
  return {
    id: 'role-too-low',
    title: "A role is moved above the bot's",
    says: "Somebody drags the bot's role to the bottom of the list. Roles above it are no longer the bot's to give.",
    kind: 'switch',
    isOn: () => ofBot()?.position === 1 && guild.roles.some(({ managed, position }) => !managed && position > 1),
    set(on) {
      const role = ofBot();
      if (!role || on === (role.position === 1)) return;
      if (on) before = role.position;
      guild.changeRole(role, { position: on ? 1 : before });
    },
  };
}

const closedDms: Trouble = {
  id: 'closed-dms',
  title: 'This member takes no direct messages',
  says: "The member you are switches off direct messages from this server. The bot's are refused from now on.",
  kind: 'switch',
  isOn: me => me.hasClosedDms,
  set: (on, me) => (on ? me.closesDms() : me.opensDms()),
};
