/** What was still to be remembered: who has left, what meetings were computed from, what a change replaced, which choice of a member's came last. */
import { columnsOf } from './columns.ts';
import type { Migration } from './migration.ts';

export const memory: Migration = {
  version: 4,
  name: 'memory',
  up: engine => {
    const { text, keptByKey, id, instant, maybeInstant } = columnsOf(engine);
    return [
      `create table departures (
        ${id('guild_id')}, ${id('user_id')}, ${instant('left_at')},
        primary key (guild_id, user_id)
      ) ${keptByKey}`,
      `insert into departures (guild_id, user_id, left_at)
        select guild_id, substr(name, 6), changed_at from settings where name like 'left/%'`,
      `delete from settings where name like 'left/%'`,
      `alter table schedules add column ${maybeInstant('recomputed_at')}`,
      `alter table session_changes add column was_at ${text} check (length(was_at) = 16)`,
      `alter table member_settings add column zone_changed_by ${text}`,
      `alter table member_settings add column reminder_changed_by ${text}`,
      `alter table member_settings add column ${maybeInstant('reminder_changed_at')}`,
      // Which of their settings it was is not known any more.
      `update member_settings set reminder_changed_at = changed_at
        where reminder_lead is not null or reminder_where is not null`,
    ];
  },
};
