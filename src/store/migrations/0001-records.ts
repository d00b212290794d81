/** The first tables: what members learned, what is bound to Discord, what is still to be done there. */
import { columnsOf } from './columns.ts';
import type { Migration } from './migration.ts';

export const records: Migration = {
  version: 1,
  name: 'records',
  up: engine => {
    const { text, identity, kept, keptByKey, id, slug, instant, maybeInstant, changedBy, oneOf } = columnsOf(engine);
    return [
      `create table enrolments (
        ${id('guild_id')}, ${id('user_id')}, ${slug('path_id')},
        ${instant('enrolled_at')}, ${maybeInstant('left_at')}, ${changedBy},
        primary key (guild_id, user_id, path_id)
      ) ${keptByKey}`,
      `create table ticks (
        ${id('guild_id')}, ${id('user_id')}, ${slug('item_id')},
        ${oneOf('evidence', `'self-marked', 'linked', 'peer-confirmed', 'mentor-confirmed'`)},
        ${instant('ticked_at')}, ${maybeInstant('undone_at')}, ${changedBy},
        primary key (guild_id, user_id, item_id)
      ) ${keptByKey}`,
      `create table certificates (
        ${id('guild_id')}, ${id('user_id')}, ${slug('certificate_id')},
        ${instant('earned_at')}, ${slug('curriculum_version')}, items integer not null check (items >= 0),
        primary key (guild_id, user_id, certificate_id)
      ) ${keptByKey}`,
      `create table declarations (
        ${id('guild_id')}, ${id('user_id')}, ${slug('prerequisite_id')}, ${instant('declared_at')},
        primary key (guild_id, user_id, prerequisite_id)
      ) ${keptByKey}`,
      `create table bindings (
        ${id('guild_id')}, name ${text} not null, discord_id ${text}, ${oneOf('state', `'reserved', 'bound', 'gone'`)},
        ${instant('since')},
        primary key (guild_id, name),
        check ((state = 'reserved') = (discord_id is null))
      ) ${keptByKey}`,
      `create table outbox (
        id ${identity}, key ${text} not null unique, ${id('guild_id')}, kind ${text} not null, payload ${text} not null,
        ${oneOf('state', `'pending', 'blocked', 'delivered', 'dropped', 'expired', 'failed'`)},
        ${instant('due_at')}, ${maybeInstant('expires_at')}, attempts integer not null check (attempts >= 0),
        lease_owner ${text}, ${maybeInstant('leased_until')}, reason ${text}, reference ${text},
        ${instant('created_at')}, ${maybeInstant('settled_at')},
        check ((state in ('pending', 'blocked')) = (settled_at is null)),
        check ((lease_owner is null) = (leased_until is null))
      ) ${kept}`,
      'create index outbox_due on outbox (due_at) where settled_at is null',
      `create table notices (
        ${id('guild_id')}, key ${text} not null, problem ${text} not null,
        ${instant('raised_at')}, ${maybeInstant('told_at')},
        primary key (guild_id, key)
      ) ${keptByKey}`,
    ];
  },
};
