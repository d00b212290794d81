/** A server with two groups of the file, a host, an organiser, and what lies in its outbox. */
import type { Effect } from '../../../src/domain/effect.ts';
import type { Asker } from '../../../src/flows/context.ts';
import type { Deciding } from '../../../src/flows/groups/hosting.ts';
import { aCommunity, aCommunityChannel, aCommunityRole } from '../../support/a-community.ts';
import { aCurriculum, aPath, at } from '../../support/builders.ts';
import type { TestEngine } from '../../support/databases.ts';
import { type Bound, boundFlows } from '../../support/flows.ts';

/** A Sunday. */
const sunday = at('2026-11-22');

const meets = [{ days: ['Monday', 'Wednesday'], at: '19:00', minutes: 60, zone: 'Europe/Berlin' }] as const;

const community = aCommunity({
  roles: [aCommunityRole('owls-group'), aCommunityRole('rookie', { paths: ['trail'] })],
  categories: [
    {
      key: 'groups',
      name: 'Groups',
      channels: [
        aCommunityChannel('owls', { sees: ['rookie', 'owls-group'] }),
        aCommunityChannel('study-groups'),
        aCommunityChannel('larks'),
      ],
    },
  ],
  studyGroups: [
    { key: 'owls', title: 'Night Owls', paths: ['trail'], channel: 'owls', role: 'owls-group', meets },
    {
      key: 'larks',
      title: 'Larks',
      paths: [],
      channel: 'larks',
      meets: [{ days: ['Tuesday'], at: '08:00', minutes: 45, zone: 'America/New_York' }],
    },
  ],
  officeHours: [
    {
      key: 'weekly',
      title: 'Weekly Q&A',
      channel: 'study-groups',
      meets: [{ days: ['Thursday'], at: '18:00', minutes: 60 }],
    },
  ],
});

const curriculum = aCurriculum({ paths: [aPath('trail', [['a']])] });

export interface Groups extends Bound {
  readonly now: () => Temporal.Instant;
  passTo(instant: Temporal.Instant): void;
  /** A member's next action: each has a later interaction. */
  readonly cleo: () => Asker;
  /** Organises the server. */
  readonly olga: () => Deciding;
  /** A member who organises nothing. */
  readonly as: (asker: Asker) => Deciding;
  /** Effects put in since the last look, but for those of roles. */
  readonly effects: (kind?: Effect['kind']) => Promise<readonly Effect[]>;
}

export async function someGroups(engine: TestEngine): Promise<Groups> {
  let time = sunday;
  const bound = await boundFlows(engine, curriculum, community, {
    now: () => {
      time = time.add({ milliseconds: 1 });
      return time;
    },
  });
  const like = (userId: string) => () => ({ ...bound.ada(), userId });
  let seen = 0;
  return {
    ...bound,
    now: () => time,
    passTo: instant => {
      time = instant;
    },
    cleo: like('1202'),
    olga: () => ({ ...like('1290')(), isOrganiser: true }),
    as: asker => ({ ...asker, isOrganiser: false }),
    effects: async kind => {
      const rows = await bound.db
        .selectFrom('outbox')
        .select(['id', 'payload'])
        .where('id', '>', seen)
        .orderBy('id')
        .execute();
      seen = Math.max(seen, ...rows.map(({ id }) => Number(id)));
      const all = rows.map(({ payload }) => JSON.parse(payload) as Effect);
      return all.filter(effect => (kind ? effect.kind === kind : effect.kind !== 'sync-roles'));
    },
  };
}
