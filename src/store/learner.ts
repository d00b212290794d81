/** Everything on record about one member, in one round trip: what is active, nothing that was undone or left. */
import { type RawBuilder, sql } from 'kysely';
import { type Enrolment, type Learner, newcomer, type Standing } from '../domain/learner.ts';
import type { Member } from '../domain/member.ts';
import type { Db } from './database.ts';
import { fromText } from './instants.ts';
import { lazyTicks } from './lazy-ticks.ts';
import { type Given, prepare } from './prepare.ts';

/** A row per kind of record, the values of its records joined by commas: half the cost of a row per record. */
interface Joined {
  readonly kind: 'ticks' | 'enrolments' | 'certificates' | 'declarations' | 'groups';
  readonly ids: string | null;
  readonly instants: string | null;
  readonly details: string | null;
  readonly sizes: string | null;
  readonly revocations: string | null;
}

const load = prepare((db, given: Given<{ guildId: string; userId: string }>) => {
  const ticks = db
    .selectFrom('ticks')
    .select([kind('ticks'), joined('item_id', 'ids'), joined('ticked_at', 'instants'), joined('evidence', 'details')])
    .select([nothing.as('sizes'), nothing.as('revocations')])
    .where('undone_at', 'is', null)
    .where('guild_id', '=', given.guildId)
    .where('user_id', '=', given.userId);
  const enrolments = db
    .selectFrom('enrolments')
    .select([kind('enrolments'), joined('path_id', 'ids'), joined('enrolled_at', 'instants')])
    .select([nothing.as('details'), nothing.as('sizes'), nothing.as('revocations')])
    .where('left_at', 'is', null)
    .where('guild_id', '=', given.guildId)
    .where('user_id', '=', given.userId);
  const certificates = db
    .selectFrom('certificates')
    .select([kind('certificates'), joined('certificate_id', 'ids'), joined('earned_at', 'instants')])
    .select([joined('curriculum_version', 'details'), joined(sql`cast(items as text)`, 'sizes')])
    .select(joined(sql`coalesce(revoked_at, '')`, 'revocations'))
    .where('guild_id', '=', given.guildId)
    .where('user_id', '=', given.userId);
  const declarations = db
    .selectFrom('declarations')
    .select([kind('declarations'), joined('prerequisite_id', 'ids')])
    .select([nothing.as('instants'), nothing.as('details'), nothing.as('sizes'), nothing.as('revocations')])
    .where('guild_id', '=', given.guildId)
    .where('user_id', '=', given.userId);
  const groups = db
    .selectFrom('group_members')
    .select([kind('groups'), joined('group_key', 'ids')])
    .select([nothing.as('instants'), nothing.as('details'), nothing.as('sizes'), nothing.as('revocations')])
    .where('left_at', 'is', null)
    .where('guild_id', '=', given.guildId)
    .where('user_id', '=', given.userId);
  return ticks.unionAll(enrolments).unionAll(certificates).unionAll(declarations).unionAll(groups);
});

const loadStandingOf = prepare((db, given: Given<{ guildId: string; userId: string }>) => {
  const paths = db
    .selectFrom('enrolments')
    .select(sql<string | null>`string_agg(path_id, ',' order by enrolled_at, path_id)`.as('joined'))
    .where('left_at', 'is', null)
    .where('guild_id', '=', given.guildId)
    .where('user_id', '=', given.userId);
  return db
    .selectFrom('ticks')
    .select([sql<string | null>`string_agg(item_id, ',')`.as('items'), paths.as('paths')])
    .where('undone_at', 'is', null)
    .where('guild_id', '=', given.guildId)
    .where('user_id', '=', given.userId);
});

/** Asked for with every letter a member types, so it brings nothing more. */
export async function loadStanding(db: Db, { guildId, userId }: Member): Promise<Standing> {
  const row = await loadStandingOf.first(db, { guildId, userId });
  return { pathIds: split(row?.paths ?? null), ticked: new Set(split(row?.items ?? null)) };
}

const nothing: RawBuilder<string | null> = sql`cast(null as text)`;
const kind = (name: Joined['kind']) => sql<Joined['kind']>`${sql.lit(name)}`.as('kind');

function joined<A extends string>(column: string | RawBuilder<string>, as: A) {
  return sql<string | null>`string_agg(${typeof column === 'string' ? sql.ref(column) : column}, ',')`.as(as);
}

export async function loadLearner(db: Db, { guildId, userId }: Member): Promise<Learner> {
  let learner = newcomer;
  for (const { kind, ids, instants, details, sizes, revocations } of await load.rows(db, { guildId, userId })) {
    if (ids === null) continue;
    switch (kind) {
      case 'ticks':
        learner = { ...learner, ticks: lazyTicks({ ids, instants: instants ?? '', evidence: details ?? '' }) };
        break;
      case 'enrolments':
        learner = { ...learner, enrolments: enrolmentsOf(split(ids), split(instants)) };
        break;
      case 'certificates':
        learner = {
          ...learner,
          certificates: certificatesOf(split(ids), split(instants), split(details), split(sizes), split(revocations)),
        };
        break;
      case 'declarations':
        learner = { ...learner, declared: new Set(split(ids)) };
        break;
      case 'groups':
        learner = { ...learner, groups: split(ids).toSorted() };
    }
  }
  return learner;
}

type Column = readonly string[];

const split = (joined: string | null): Column => joined?.split(',') ?? [];

function enrolmentsOf(ids: Column, instants: Column): readonly Enrolment[] {
  const at = (index: number) => instants[index] ?? '';
  return oldestFirst(ids, at).map(index => ({ pathId: ids[index] ?? '', since: fromText(at(index)) }));
}

function certificatesOf(
  ids: Column,
  instants: Column,
  versions: Column,
  sizes: Column,
  revocations: Column,
): Learner['certificates'] {
  const at = (index: number) => instants[index] ?? '';
  return new Map(
    oldestFirst(ids, at).map(index => {
      const certificateId = ids[index] ?? '';
      return [
        certificateId,
        {
          certificateId,
          at: fromText(at(index)),
          curriculumVersion: versions[index] ?? '',
          items: Number(sizes[index]),
          ...(revocations[index] ? { revoked: true as const } : {}),
        },
      ];
    }),
  );
}

/** Where in their columns the records stand, by instant, those of one instant by id. */
function oldestFirst(ids: Column, at: (index: number) => string): readonly number[] {
  const key = (index: number) => `${at(index)} ${ids[index]}`;
  return [...ids.keys()].sort((a, b) => (key(a) < key(b) ? -1 : 1));
}
