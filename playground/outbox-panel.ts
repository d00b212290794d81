/** The bot's outbox as a table of the page: what is still to be done on Discord, and what became of it. */
import type { Guild } from './discord/index.ts';
import type { Panel } from './page/console/console.ts';

/** As the app lists them. */
interface Entry {
  readonly effect: {
    readonly kind: string;
    readonly member?: { readonly userId: string };
    readonly certificateId?: string;
    readonly problem?: { readonly kind: string };
  };
  readonly state: string;
  readonly attempts: number;
  readonly askedAt: Temporal.Instant;
  readonly dueAt?: Temporal.Instant;
  readonly reason?: string;
}

export function outboxPanel(guild: Guild, list: () => Promise<readonly Entry[]>): Panel {
  return {
    title: 'Outbox',
    says: 'What Cairn still has to do on Discord, such as giving roles, and what became of it. Nothing is lost when Discord is down.',
    async read() {
      const entries = await list();
      return {
        columns: ['What', 'For', 'State', 'Tries', 'Asked for', 'Next try', 'Why'],
        rows: entries.map(({ effect, state, attempts, askedAt, dueAt, reason }) => [
          [effect.kind, effect.certificateId ?? effect.problem?.kind].filter(Boolean).join(': '),
          nameOf(guild, effect.member?.userId),
          state,
          String(attempts),
          clockTime(askedAt),
          dueAt ? clockTime(dueAt) : '',
          reason ?? '',
        ]),
      };
    },
  };
}

function nameOf(guild: Guild, userId: string | undefined): string {
  if (userId === undefined) return 'organisers';
  return guild.members.find(({ id }) => id === userId)?.displayName ?? userId;
}

const clockTime = (instant: Temporal.Instant) =>
  instant.toZonedDateTimeISO(Temporal.Now.timeZoneId()).toPlainTime().toString({ smallestUnit: 'second' });
