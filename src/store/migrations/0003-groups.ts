/** Study groups: who is in them, when they meet after all, what was said about it and who came. */
import { columnsOf } from './columns.ts';
import type { Migration } from './migration.ts';

export const groups: Migration = {
  version: 3,
  name: 'groups',
  up: engine => {
    const { text, identity, kept, keptByKey, id, slug, instant, maybeInstant, changedBy, oneOf } = columnsOf(engine);
    const member = `${id('guild_id')}, ${id('user_id')}`;
    const group = `${id('guild_id')}, ${slug('group_key')}`;
    const flag = (column: string) => `${column} integer not null check (${column} in (0, 1))`;
    const date = (column: string) => `${column} ${text} not null check (length(${column}) = 10)`;
    const maybeDate = (column: string) => `${column} ${text} check (length(${column}) = 10)`;
    const planned = `planned ${text} not null check (length(planned) = 16)`;
    return [
      `create table groups (
        ${group}, definition ${text}, ${oneOf('state', `'proposed', 'running', 'declined', 'ended'`)},
        proposed_by ${text}, ${instant('changed_at')}, ${changedBy},
        primary key (guild_id, group_key)
      ) ${keptByKey}`,
      `create table group_members (
        ${group}, ${id('user_id')}, ${flag('is_host')}, ${instant('joined_at')}, ${maybeInstant('left_at')}, ${changedBy},
        primary key (guild_id, group_key, user_id)
      ) ${keptByKey}`,
      'create index groups_of_member on group_members (guild_id, user_id) where left_at is null',
      `create table group_breaks (
        id ${identity}, ${group}, ${oneOf('kind', `'holiday', 'paused'`)}, ${date('from_date')}, ${maybeDate('until_date')},
        reason ${text}, ${id('user_id')}, ${instant('noted_at')}, ${maybeInstant('lifted_at')}
      ) ${kept}`,
      'create index breaks_of_group on group_breaks (guild_id, group_key)',
      `create table session_changes (
        ${group}, ${planned}, ${oneOf('kind', `'skipped', 'moved', 'held'`)}, moved_to ${text} check (length(moved_to) = 16),
        reason ${text}, revision integer not null check (revision > 0), user_id ${text}, ${instant('changed_at')},
        primary key (guild_id, group_key, planned),
        check ((kind = 'moved') = (moved_to is not null))
      ) ${keptByKey}`,
      `create table session_answers (
        ${group}, ${planned}, ${id('user_id')}, ${flag('is_coming')}, ${oneOf('source', `'button', 'event'`)}, ${instant('answered_at')},
        changed_by ${text},
        primary key (guild_id, group_key, planned, user_id)
      ) ${keptByKey}`,
      `create table attendances (
        ${group}, ${planned}, ${id('user_id')}, ${flag('is_here')}, noted_by ${text} not null, ${instant('noted_at')}, ${changedBy},
        primary key (guild_id, group_key, planned, user_id)
      ) ${keptByKey}`,
      'create index attendances_of_member on attendances (guild_id, user_id)',
      `create table rests (
        id ${identity}, ${member}, ${date('from_date')}, ${date('until_date')}, ${instant('noted_at')}, ${maybeInstant('lifted_at')},
        ${changedBy}
      ) ${kept}`,
      'create index rests_of_member on rests (guild_id, user_id)',
      `create table member_settings (
        ${member}, time_zone ${text}, ${maybeInstant('zone_asked_at')},
        reminder_lead integer check (reminder_lead >= 0), reminder_where ${text} check (reminder_where in ('thread', 'dm', 'off')),
        ${maybeInstant('dm_closed_at')}, ${instant('changed_at')},
        primary key (guild_id, user_id)
      ) ${keptByKey}`,
      `create table schedules (
        ${group}, ${instant('begun_at')}, ${instant('planned_until')}, ${instant('next_due_at')},
        ${flag('is_changed')}, computed_from ${text} not null,
        ${maybeInstant('missing_since')}, ${maybeInstant('disabled_at')},
        primary key (guild_id, group_key)
      ) ${keptByKey}`,
      'create index schedules_due on schedules (next_due_at)',
      'create index schedules_planned on schedules (planned_until)',
      `create table pings (
        ${group}, occurrence ${text} not null, kind ${text} not null, audience ${text} not null,
        ${instant('known_at')}, ${instant('due_at')}, ${instant('expires_at')}, ${oneOf('state', `'due', 'sent', 'suppressed'`)},
        cause ${text} check (cause in ('not-running', 'late', 'unreachable', 'blocked', 'failed', 'dropped')), reason ${text},
        ${maybeInstant('settled_at')}, channel_id ${text}, message_id ${text},
        primary key (guild_id, group_key, occurrence, kind, audience),
        check ((state = 'due') = (settled_at is null)),
        check ((state = 'suppressed') = (reason is not null)),
        check ((state = 'suppressed') = (cause is not null))
      ) ${keptByKey}`,
      'create index pings_of_group on pings (guild_id, group_key, due_at)',
      "create index pings_suppressed on pings (guild_id, settled_at) where state = 'suppressed'",
      // Thousands wait at once where many servers' groups meet; each look at the outbox asks for the first of them.
      'create index outbox_expiring on outbox (expires_at) where settled_at is null and expires_at is not null',
      'create index outbox_leased on outbox (leased_until) where leased_until is not null',
      "create index outbox_blocked on outbox (guild_id) where state = 'blocked'",
      `create table uptimes (
        ${instant('began_at')}, ${instant('seen_at')},
        primary key (began_at)
      ) ${keptByKey}`,
      `create table event_interests (
        ${id('guild_id')}, ${id('event_id')}, ${id('user_id')},
        primary key (guild_id, event_id, user_id)
      ) ${keptByKey}`,
      `create table calendar_feeds (
        ${id('guild_id')}, token ${text} not null unique check (length(token) >= 22), user_id ${text}, group_key ${text},
        ${instant('made_at')}, ${maybeInstant('revoked_at')}, ${changedBy},
        primary key (guild_id, token),
        check ((user_id is null) <> (group_key is null))
      ) ${keptByKey}`,
    ];
  },
};
