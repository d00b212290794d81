/** Who said they come to a session, and how they want to be reminded. */
import type { Comer } from '../../domain/groups/ping.ts';
import { usualLead } from '../../domain/groups/ping.ts';
import type { Db } from '../database.ts';
import { type Given, prepare } from '../prepare.ts';

const coming = prepare((db, given: Given<{ guildId: string; groupKey: string }>) =>
  db
    .selectFrom('session_answers as answer')
    .leftJoin('member_settings as settings', join =>
      join.onRef('settings.guild_id', '=', 'answer.guild_id').onRef('settings.user_id', '=', 'answer.user_id'),
    )
    .select([
      'answer.planned',
      'answer.user_id',
      'settings.reminder_lead',
      'settings.reminder_where',
      'settings.dm_closed_at',
    ])
    .where('answer.guild_id', '=', given.guildId)
    .where('answer.group_key', '=', given.groupKey)
    .where('answer.is_coming', '=', 1)
    .orderBy('answer.answered_at'),
);

/** By `planned`. */
export async function comersTo(
  db: Db,
  guildId: string,
  groupKey: string,
): Promise<ReadonlyMap<string, readonly Comer[]>> {
  const rows = await coming.rows(db, { guildId, groupKey });
  const comers = rows.map(row => {
    const { user_id: userId, reminder_lead, reminder_where: where, dm_closed_at } = row;
    const lead = where === 'off' ? undefined : (reminder_lead ?? usualLead);
    return {
      planned: row.planned,
      comer: { userId, lead, where: where === 'dm' && dm_closed_at === null ? 'dm' : 'thread' } as const,
    };
  });
  return new Map(
    [...Map.groupBy(comers, ({ planned }) => planned)].map(([planned, found]) => [
      planned,
      found.map(({ comer }) => comer),
    ]),
  );
}
