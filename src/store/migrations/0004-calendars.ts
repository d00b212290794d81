/** What a calendar asks beside the groups: who has left the server, and since when a group's meetings are computed as they are. */
import { columnsOf } from './columns.ts';
import type { Migration } from './migration.ts';

export const calendars: Migration = {
  version: 4,
  name: 'calendars',
  up: engine => {
    const { keptByKey, id, instant, maybeInstant } = columnsOf(engine);
    return [
      `create table departures (
        ${id('guild_id')}, ${id('user_id')}, ${instant('left_at')},
        primary key (guild_id, user_id)
      ) ${keptByKey}`,
      `insert into departures (guild_id, user_id, left_at)
        select guild_id, substr(name, 6), changed_at from settings where name like 'left/%'`,
      `delete from settings where name like 'left/%'`,
      `alter table schedules add column ${maybeInstant('recomputed_at')}`,
    ];
  },
};
