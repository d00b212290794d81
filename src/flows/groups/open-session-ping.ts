/** What is said about a session that takes place: its thread, reminders, the call, the check-in. */
import type { Group } from '../../domain/groups/group.ts';
import { lateness, type OpenedPing, type Reminded } from '../../domain/groups/opened-ping.ts';
import { type PingKey, type PingRules, remindedInThread } from '../../domain/groups/ping.ts';
import { isRestFrom } from '../../domain/groups/resting.ts';
import type { Session } from '../../domain/groups/session.ts';
import type { Db } from '../../store/database.ts';
import { comersTo } from '../../store/groups/answers.ts';
import { findPing } from '../../store/groups/ping-ledger.ts';
import type { FlowContext } from '../context.ts';
import { groupAgenda } from './group-agenda.ts';

type Context = Pick<FlowContext, 'db' | 'curriculum' | 'community' | 'timeZone' | 'now'>;

const suppressed = (reason: string): OpenedPing => ({ kind: 'suppressed', reason });

const whyOff = { skipped: 'the session was skipped', holiday: 'it is a holiday', paused: 'the group pauses' } as const;

export async function openSessionPing(
  context: Context,
  guildId: string,
  key: PingKey,
  of: { readonly group: Group; readonly session: Session },
  rules: PingRules,
): Promise<OpenedPing> {
  const { db, now } = context;
  const { group, session } = of;
  if (key.kind === 'event-end') return { kind: key.kind, ...of };
  if (session.off) return suppressed(whyOff[session.off.kind]);
  if (Temporal.Instant.compare(session.endsAt, now()) <= 0) return suppressed('the session is over');
  switch (key.kind) {
    case 'thread': {
      const agenda = await groupAgenda(context, guildId, group.key, session.planned);
      return { kind: key.kind, ...of, ...(agenda.kind === 'agenda' ? { agenda } : {}) };
    }
    case 'event-start':
      return { kind: key.kind, ...of };
    case 'session':
    case 'check-in':
      return { kind: key.kind, ...of, ...(await lateBy(db, guildId, key, session, now())) };
    case 'reminder': {
      const to = await reminded(db, guildId, key, session, rules, now());
      if (!to) return suppressed('nobody is to be reminded any more');
      return { kind: key.kind, ...of, to, ...(await lateBy(db, guildId, key, session, now())) };
    }
    default:
      return suppressed('it is not about a session');
  }
}

/** What a change made due at a time gone by is not late. */
async function lateBy(
  db: Db,
  guildId: string,
  key: PingKey,
  { revision }: Pick<Session, 'revision'>,
  now: Temporal.Instant,
) {
  const entry = revision > 0 ? undefined : await findPing(db, guildId, key);
  return entry ? lateness(entry.dueAt, now, entry.knownAt) : {};
}

async function reminded(
  db: Db,
  guildId: string,
  { audience }: PingKey,
  session: Session,
  rules: PingRules,
  now: Temporal.Instant,
): Promise<Reminded | undefined> {
  const comers = (await comersTo(db, guildId, session.groupKey, session.planned)).get(session.planned) ?? [];
  const together = remindedInThread(session, comers, audience, rules)?.map(one => one.userId);
  if (together) return together.length > 0 ? { where: 'thread', userIds: together, times: 0 } : undefined;
  const [userId = '', putOff = '0'] = audience.split('+');
  const times = Number(putOff);
  const comer = comers.find(
    one => one.userId === userId && one.lead !== undefined && !isRestFrom(one.rests ?? [], session, now),
  );
  if (comer?.where === 'dm') return { where: 'dm', userId, times };
  // Without having put it off they are reminded with the others.
  return comer && times > 0 ? { where: 'thread', userIds: [userId], times } : undefined;
}
