/** Servers set up by plan, roles that follow, evidence of ticks, and certificates that are issued. */
import { columnsOf } from './columns.ts';
import type { Migration } from './migration.ts';
import { roleSyncs } from './role-syncs.ts';

export const community: Migration = {
  version: 2,
  name: 'community',
  up: engine => {
    const { text, identity, kept, keptByKey, id, slug, instant, maybeInstant, changedBy, oneOf } = columnsOf(engine);
    const member = `${id('guild_id')}, ${id('user_id')}`;
    return [
      `alter table bindings add column set_as ${text}`,
      `create table role_notes (
        ${member}, ${slug('role_key')}, ${instant('noted_at')},
        primary key (guild_id, user_id, role_key)
      ) ${keptByKey}`,
      `create table role_changes (
        ${member}, ${instant('changed_at')},
        primary key (guild_id, user_id)
      ) ${keptByKey}`,
      ...roleSyncs(engine),
      `create table settings (
        ${id('guild_id')}, name ${text} not null, value ${text} not null, ${instant('changed_at')},
        primary key (guild_id, name)
      ) ${keptByKey}`,
      `create table audit (
        id ${identity}, ${member}, ${instant('done_at')}, action ${text} not null, subject ${text},
        before ${text}, after ${text}
      ) ${kept}`,
      'create index audit_of_guild on audit (guild_id, id)',
      `create table jobs (
        id ${identity}, ${id('guild_id')}, kind ${text} not null, key ${text} not null, payload ${text} not null,
        ${oneOf('state', `'running', 'paused', 'done', 'stopped'`)}, cursor ${text},
        done integer not null check (done >= 0), total integer not null check (total >= 0),
        written integer not null check (written >= 0), outcome ${text}, started_by ${text},
        ${instant('started_at')}, ${instant('changed_at')}, ${maybeInstant('ended_at')},
        unique (guild_id, key),
        check ((state in ('running', 'paused')) = (ended_at is null))
      ) ${kept}`,
      `create table evidence (
        ${member}, ${slug('item_id')}, url ${text}, channel_id ${text}, message_id ${text}, attachment_id ${text},
        file_name ${text}, ${instant('given_at')}, ${changedBy},
        primary key (guild_id, user_id, item_id),
        check ((url is null) = (message_id is not null))
      ) ${keptByKey}`,
      `create table reviews (
        ${member}, ${slug('item_id')}, ${instant('noted_at')}, minutes integer check (minutes >= 0),
        ${maybeInstant('looked_at')}, looked_by ${text},
        primary key (guild_id, user_id, item_id),
        check ((looked_at is null) = (looked_by is null))
      ) ${keptByKey}`,
      'create index open_reviews on reviews (guild_id, noted_at) where looked_at is null',
      `alter table certificates add column ${maybeInstant('revoked_at')}`,
      `alter table certificates add column revoked_why ${text} check ((revoked_at is null) = (revoked_why is null))`,
      `create table issued_certificates (
        ${member}, ${slug('certificate_id')}, id ${text} not null unique check (length(id) = 36),
        salt ${text} not null, status_index integer not null unique check (status_index >= 0),
        name ${text} not null check (name <> ''), title ${text} not null, path_title ${text} not null,
        items ${text} not null, ${instant('issued_at')}, ${instant('changed_at')}, ${changedBy},
        primary key (guild_id, user_id, certificate_id)
      ) ${keptByKey}`,
      `create table name_drafts (
        ${member}, ${slug('certificate_id')}, name ${text} not null, announce integer not null check (announce in (0, 1)),
        ${instant('noted_at')},
        primary key (guild_id, user_id, certificate_id)
      ) ${keptByKey}`,
    ];
  },
};
