/** The planner over a server that was set up, with the groups of the real file and a clock that the test moves. */
import { loadData } from '../../../src/curriculum/load.ts';
import type { Community } from '../../../src/domain/community.ts';
import { communityKey, groupsOfFile } from '../../../src/domain/groups/group.ts';
import { communityPings, type Ping, type PingKey, pingsOf, usualRules } from '../../../src/domain/groups/ping.ts';
import { noExceptions } from '../../../src/domain/groups/session.ts';
import { openAllSchedules, openSchedules } from '../../../src/flows/groups/open-schedules.ts';
import { planPings } from '../../../src/flows/groups/plan-pings.ts';
import { adopt } from '../../../src/store/bindings.ts';
import { type Db, inTransaction } from '../../../src/store/database.ts';
import type { PingRow } from '../../../src/store/groups/schema.ts';
import { noteUptime } from '../../../src/store/uptimes.ts';
import type { TestEngine } from '../../support/databases.ts';

export const guildId = '1100';
export const { community: ofFile } = await loadData('data');

export const at = (text: string) => Temporal.Instant.from(text);

export interface ACalendar {
  readonly db: Db;
  readonly context: {
    readonly db: Db;
    readonly community: Community;
    readonly timeZone: string;
    readonly now: () => Temporal.Instant;
    readonly wake: () => void;
  };
  now(): Temporal.Instant;
  /** Moves the clock, by so much or to then; nobody looks. */
  pass(step: Temporal.DurationLike | Temporal.Instant): void;
  /** The bot starts again, with another file or another setting where they were changed. */
  startAgain(changed?: { readonly community?: Community; readonly timeZone?: string }): Promise<void>;
  /** Somebody looks at the calendar. @returns when to look next. */
  look(): Promise<Temporal.Instant | undefined>;
  /** Looks whenever something is due, later by so many milliseconds, until then. */
  run(until: Temporal.Instant, lateBy?: () => number): Promise<void>;
  /** Earliest due first. */
  ledger(groupKey: string): Promise<readonly PingRow[]>;
  readonly groupKeys: readonly string[];
}

/** The server is set up: each channel of the file has its binding. */
export async function aCalendar(
  { emptyStore }: Pick<TestEngine, 'emptyStore'>,
  start: Temporal.Instant,
  { timeZone = 'Europe/Berlin', community = ofFile, isSetUp = true } = {},
): Promise<ACalendar> {
  const { db } = await emptyStore();
  let current = start;
  const now = () => current;
  const context = { db, community, timeZone, now, wake: () => {} };
  const groupKeys = [...groupsOfFile(community, timeZone).map(({ key }) => key), communityKey];
  if (isSetUp) {
    await setUp(db, community, start);
    await openSchedules(context, guildId);
  }
  const look = async () => {
    await inTransaction(db, tx => noteUptime(tx, current));
    return await planPings(context);
  };
  return {
    db,
    context,
    now,
    groupKeys,
    pass(step) {
      current = step instanceof Temporal.Instant ? step : current.add(step);
    },
    async startAgain(changed = {}) {
      Object.assign(context, changed);
      await openAllSchedules(context, '2027a');
    },
    look,
    async run(until, lateBy = () => 0) {
      let next = await look();
      while (next && Temporal.Instant.compare(next, until) <= 0) {
        current = next.add({ milliseconds: lateBy() });
        next = await look();
      }
      if (Temporal.Instant.compare(current, until) < 0) current = until;
      await look();
    },
    ledger: async groupKey =>
      await db.selectFrom('pings').selectAll().where('group_key', '=', groupKey).orderBy('due_at').execute(),
  };
}

export async function setUp(db: Db, { categories }: Community, now: Temporal.Instant): Promise<void> {
  const channels = categories.flatMap(category => category.channels);
  for (const [index, { key }] of channels.entries())
    await adopt(db, guildId, `channel:${key}`, String(5000 + index), {}, now);
}

/** What becomes due in (from, until] on a server where nothing was changed and nobody said they come. */
export function expected(
  groupKey: string,
  from: Temporal.Instant,
  until: Temporal.Instant,
  { timeZone = 'Europe/Berlin', community = ofFile } = {},
): readonly Ping[] {
  if (groupKey === communityKey) return communityPings(usualRules, timeZone, from, until);
  const group = groupsOfFile(community, timeZone).find(({ key }) => key === groupKey);
  if (!group) throw new Error(`There is no group ${groupKey}.`);
  const plan = { group, exceptions: noExceptions, rules: usualRules, comers: () => [], hasVoice: !!group.voice };
  return pingsOf(plan, from, until);
}

export const named = ({ occurrence, kind, audience }: Pick<PingKey, 'occurrence' | 'kind' | 'audience'>) =>
  `${occurrence} ${kind} ${audience}`;
