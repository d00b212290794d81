/** A host skips or moves one session, has it held after all, or takes such a decision back. */
import type { AuditAction } from '../../domain/audit.ts';
import { readNewTime } from '../../domain/groups/asked-time.ts';
import { offSince, type RequestedChange } from '../../domain/groups/changing.ts';
import { type EitherDay, eitherDay, readingsOf } from '../../domain/groups/date-in-figures.ts';
import type { HostedChange, NamedSession, Undo } from '../../domain/groups/hosting.ts';
import { plainTime, sessionName } from '../../domain/groups/naming.ts';
import { dateTimeOf, type Session, wallStart } from '../../domain/groups/session.ts';
import { type Db, inTransaction } from '../../store/database.ts';
import { loadExceptions } from '../../store/groups/exceptions.ts';
import type { FlowContext } from '../context.ts';
import { changeSession } from './change-session.ts';
import { auditDecision, type Deciding, notHost } from './hosting.ts';
import { namedSession, type Wanted } from './named-sessions.ts';

export async function skipSession(
  context: FlowContext,
  deciding: Deciding,
  asked: string,
  reason?: string,
): Promise<HostedChange> {
  return await decide(context, deciding, { asked, wanted: 'held' }, () => ({ kind: 'skip', ...because(reason) }));
}

export async function moveSession(
  context: FlowContext,
  deciding: Deciding,
  asked: string,
  time: { readonly typed: string; readonly reason?: string | undefined },
): Promise<HostedChange> {
  const { typed, reason } = time;
  return await decide(context, deciding, { asked, wanted: 'held' }, ({ session }) => {
    const start = session.startsAt.toZonedDateTimeISO(session.zone).toPlainDateTime();
    const today = context.now().toZonedDateTimeISO(session.zone).toPlainDate();
    const [to, other] = readingsOf(typed).flatMap(text => readNewTime(text, start, today) ?? []);
    if (other !== undefined) return eitherDay(typed) ?? typed;
    return to === undefined ? typed : { kind: 'move', to, ...because(reason) };
  });
}

export async function holdSession(
  context: FlowContext,
  deciding: Deciding,
  asked: string,
  reason?: string,
): Promise<HostedChange> {
  return await decide(context, deciding, { asked, wanted: 'off' }, () => ({ kind: 'hold', ...because(reason) }));
}

/** Only of the change it was offered for: after a later one, or a later holiday or pause, it changes nothing. */
export async function undoChange(
  context: FlowContext,
  deciding: Deciding,
  asked: string,
  { revision, to }: Undo,
): Promise<HostedChange> {
  return await decide(context, deciding, { asked, wanted: 'held' }, async ({ group, session }, tx) => {
    const superseded = (by: Session) => ({ kind: 'superseded', group, session: by }) as const;
    if (session.revision !== revision) return superseded(session);
    const change = askedBy(to);
    if (!change) return superseded(session);
    const exceptions = await loadExceptions(tx, deciding.guildId, group.key);
    const wouldBeAt = change.kind === 'move' ? to : change.kind === 'hold' ? session.planned : undefined;
    const off = offSince(group, exceptions, session, wouldBeAt);
    return off ? superseded(off) : change;
  });
}

function askedBy(to: string): RequestedChange | undefined {
  if (to === 'skip' || to === 'hold') return { kind: to };
  return dateTimeOf(to) ? { kind: 'move', to } : undefined;
}

const actions = { skip: 'session-skipped', move: 'session-moved', hold: 'session-held' } as const satisfies Record<
  RequestedChange['kind'],
  AuditAction
>;

type Asked = RequestedChange | EitherDay | Extract<HostedChange, { kind: 'superseded' }> | string;

/** @param changeOf a text where the new time could not be read. */
async function decide(
  context: FlowContext,
  deciding: Deciding,
  { asked, wanted }: { readonly asked: string; readonly wanted: Wanted },
  changeOf: (named: NamedSession, tx: Db) => Asked | Promise<Asked>,
): Promise<HostedChange> {
  const { db, now, wake } = context;
  const outcome = await inTransaction(db, async (tx): Promise<HostedChange> => {
    const named = await namedSession(context, tx, deciding, asked, wanted);
    if (named.kind !== 'found') return named;
    const refused = await notHost(tx, deciding, named.group);
    if (refused) return refused;
    const change = await changeOf(named, tx);
    if (typeof change === 'string')
      return { kind: 'unreadable-time', typed: change, group: named.group, session: named.session };
    if (change.kind === 'either-day' || change.kind === 'superseded') return change;
    return await carryOut(tx, context, deciding, { named, change, now: now() });
  });
  if (outcome.kind === 'change') wake();
  return outcome;
}

async function carryOut(
  tx: Db,
  context: FlowContext,
  deciding: Deciding,
  { named, change, now }: { named: NamedSession; change: RequestedChange; now: Temporal.Instant },
): Promise<HostedChange> {
  const { guildId, userId, interactionId } = deciding;
  const { planned } = named.session;
  const changed = await changeSession(tx, context, {
    guildId,
    groupKey: named.group.key,
    planned,
    change,
    because: interactionId,
    by: userId,
  });
  if (changed.kind === 'unknown-group' || changed.kind === 'unknown-session')
    return { kind: 'unknown-session', asked: planned, nearest: [] };
  if (changed.kind !== 'change') return changed;
  const { before, session } = changed;
  await auditDecision(
    tx,
    deciding,
    {
      action: actions[change.kind],
      subject: sessionName(named.group, before),
      ...(change.kind === 'move' ? { before: plainTime(before), after: plainTime(session) } : {}),
      ...(change.reason !== undefined && change.kind !== 'move' ? { after: change.reason } : {}),
    },
    now,
  );
  return { ...changed, undo: undoOf(before, session) };
}

function undoOf(before: Session, { revision }: Session): Undo {
  if (before.off) return { revision, to: 'skip' };
  return { revision, to: before.movedFrom ? wallStart(before) : 'hold' };
}

function because(reason: string | undefined): { readonly reason?: string } {
  const text = reason?.trim().slice(0, 300);
  return text ? { reason: text } : {};
}
