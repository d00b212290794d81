/** What a group's meeting covers, from where its members stand. */
import { agendaOf } from '../../domain/groups/agenda.ts';
import type { AgendaOutcome } from '../../domain/groups/agenda-outcome.ts';
import { sessionPlannedAt } from '../../domain/groups/session.ts';
import { stuckDays, stuckItems } from '../../domain/groups/stuck.ts';
import { nextHeld } from '../../domain/groups/upcoming.ts';
import { loadExceptions } from '../../store/groups/exceptions.ts';
import { idleMembers, standingsOfGroup } from '../../store/groups/standings.ts';
import type { FlowContext } from '../context.ts';
import { findGroup } from './find-group.ts';

type Context = Pick<FlowContext, 'db' | 'curriculum' | 'community' | 'timeZone' | 'now'>;

const mostStuck = 3;

/** @param asked a group's key, or its title. @param planned names one of its sessions; absent: the next. */
export async function groupAgenda(
  context: Context,
  guildId: string,
  asked: string,
  planned?: string,
): Promise<AgendaOutcome> {
  const { db, curriculum, now } = context;
  const found = await findGroup(context, db, guildId, asked);
  if (found.kind !== 'found') return found;
  const { group } = found;
  const exceptions = await loadExceptions(db, guildId, group.key);
  const session =
    planned === undefined ? nextHeld(group, exceptions, now()) : sessionPlannedAt(group, planned, exceptions);
  const of = { kind: 'agenda', group, ...(session ? { session } : {}) } as const;
  const paths = group.paths.flatMap(id => curriculum.paths.get(id) ?? []);
  if (paths.length === 0) return { ...of, stuck: await whereStuck(context, guildId, mostStuck) };
  const weekBefore = (session?.startsAt ?? now())
    .toZonedDateTimeISO(session?.zone ?? 'UTC')
    .subtract({ days: 7 })
    .toInstant();
  const agenda = agendaOf(paths, curriculum, await standingsOfGroup(db, guildId, group.key, weekBefore));
  return { ...of, stuck: [], ...(agenda ? { agenda } : {}) };
}

export async function whereStuck(
  { db, curriculum, now }: Pick<FlowContext, 'db' | 'curriculum' | 'now'>,
  guildId: string,
  limit: number,
) {
  const from = now().subtract({ hours: stuckDays.most * 24 });
  const until = now().subtract({ hours: stuckDays.least * 24 });
  return stuckItems(curriculum, await idleMembers(db, guildId, { from, until }), limit);
}
