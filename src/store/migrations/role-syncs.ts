/** Part of 0002: what was to be done about certificates' roles one by one is done for each member as a whole. */
import type { Engine } from '../database.ts';

/** Of `grant-role/<server>/<member>/<certificate>`. */
const member: Record<Engine, string> = {
  sqlite: `substr(key, length(guild_id) + 13, instr(substr(key, length(guild_id) + 13), '/') - 1)`,
  postgres: `split_part(key, '/', 3)`,
};

export function roleSyncs(engine: Engine): readonly string[] {
  return [
    // What was given up as well: it is tried again, and so nobody has to do it by hand.
    `insert into outbox (key, guild_id, kind, payload, state, due_at, attempts, created_at)
      select 'sync-roles/' || guild_id || '/' || user_id || '/0002', guild_id, 'sync-roles',
        '{"kind":"sync-roles","member":{"guildId":"' || guild_id || '","userId":"' || user_id || '"},"because":"0002"}',
        'pending', min(due_at), 0, min(created_at)
      from (select guild_id, ${member[engine]} as user_id, due_at, created_at from outbox
        where kind = 'grant-role' and state in ('pending', 'blocked', 'failed', 'expired')) as granted
      group by guild_id, user_id`,
    `delete from outbox where kind = 'grant-role'`,
    `delete from outbox where kind = 'tell-organisers' and payload like '%"effect":"grant-role"%'`,
    `delete from notices where key like 'given-up/grant-role/%'`,
    `update outbox set payload = replace(payload, '"certificateId"', '"roleKey"')
      where kind = 'tell-organisers' and payload like '%"role-deleted"%'`,
    `update notices set problem = replace(problem, '"certificateId"', '"roleKey"') where key like 'role-deleted/%'`,
  ];
}
