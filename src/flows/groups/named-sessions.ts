/** The session that somebody names, and the sessions and new times to suggest while they type. */
import { readNewTime } from '../../domain/groups/asked-time.ts';
import type { NamedSession, NewTime, UnknownSession } from '../../domain/groups/hosting.ts';
import { sessionName } from '../../domain/groups/naming.ts';
import { dateTimeOf, sessionPlannedAt } from '../../domain/groups/session.ts';
import { upcoming } from '../../domain/groups/upcoming.ts';
import { buildIndex, nearest, search } from '../../domain/search.ts';
import type { Db } from '../../store/database.ts';
import { exceptionsOfServer, loadExceptions } from '../../store/groups/exceptions.ts';
import { hostedBy } from '../../store/groups/members.ts';
import type { FlowContext } from '../context.ts';
import type { Deciding } from './hosting.ts';
import { loadGroups } from './load-groups.ts';

/** Sessions that take place, or those that are off. */
export type Wanted = 'held' | 'off';

type Context = Pick<FlowContext, 'community' | 'timeZone' | 'now'>;

const limit = 25;
/** Of each group; a daily one would crowd out the others. */
const perGroup = 10;

/** "<group>/<planned>": what suggestions and buttons bring. */
const sessionId = ({ group, session }: NamedSession) => `${group.key}/${session.planned}`;

export async function suggestSessions(
  context: FlowContext,
  deciding: Deciding,
  typed: string,
  wanted: Wanted,
): Promise<readonly NamedSession[]> {
  const all = await theirSessions(context, context.db, deciding, wanted);
  return typed.trim() === '' ? all.slice(0, limit) : search(indexOf(all), typed, limit).map(({ named }) => named);
}

/** A session by its name, by what it was suggested as, or by its group alone, which means the next. */
export async function namedSession(
  context: Context,
  tx: Db,
  deciding: Deciding,
  asked: string,
  wanted: Wanted,
): Promise<({ readonly kind: 'found' } & NamedSession) | UnknownSession> {
  const [groupKey = '', planned = ''] = asked.trim().split('/');
  const group = (await loadGroups(context, tx, deciding.guildId)).groups.find(({ key }) => key === groupKey);
  const session = group && sessionPlannedAt(group, planned, await loadExceptions(tx, deciding.guildId, groupKey));
  if (group && session) return { kind: 'found', group, session };
  const index = indexOf(await theirSessions(context, tx, deciding, wanted));
  const matching = search(index, asked, limit);
  const [first] = matching;
  // Those of one group come in order: the next is meant.
  if (first && matching.every(({ named }) => named.group.key === first.named.group.key))
    return { kind: 'found', ...first.named };
  return { kind: 'unknown-session', asked, nearest: nearest(index, asked, 3).map(({ named }) => named) };
}

/** What a new time that is being typed is understood as; while nothing is typed, the same day an hour later, and the next. */
export async function suggestNewTimes(
  context: FlowContext,
  deciding: Deciding,
  typed: string,
  sessionText: string,
): Promise<readonly NewTime[]> {
  const found = await namedSession(context, context.db, deciding, sessionText, 'held');
  if (found.kind !== 'found') return [];
  const { session } = found;
  const start = session.startsAt.toZonedDateTimeISO(session.zone);
  const today = context.now().toZonedDateTimeISO(session.zone).toPlainDate();
  const read = readNewTime(typed, start.toPlainDateTime(), today);
  const walls =
    typed.trim() === ''
      ? [{ hours: 1 }, { hours: -1 }, { days: 1 }, { days: 2 }, { days: 7 }].map(span =>
          start.toPlainDateTime().add(span).toString({ smallestUnit: 'minute' }),
        )
      : read === undefined
        ? []
        : [read];
  return walls.flatMap(wall => {
    const at = dateTimeOf(wall);
    if (!at) return [];
    const moved = sessionPlannedAt(found.group, session.planned, {
      changes: new Map([[session.planned, { planned: session.planned, kind: 'moved', to: wall, revision: 1 }]]),
      breaks: [],
    });
    return moved ? [{ value: wall.replace('T', ' '), named: { group: found.group, session: moved } }] : [];
  });
}

async function theirSessions(
  context: Context,
  db: Db,
  deciding: Deciding,
  wanted: Wanted,
): Promise<readonly NamedSession[]> {
  const { guildId, isOrganiser } = deciding;
  const hosted = new Set(await hostedBy(db, deciding));
  const exceptionsOf = await exceptionsOfServer(db, guildId);
  const now = context.now();
  const groups = (await loadGroups(context, db, guildId)).groups.filter(({ key }) => isOrganiser || hosted.has(key));
  return groups
    .flatMap(group =>
      upcoming(group, exceptionsOf(group.key), now)
        .filter(({ off, startsAt }) => (off ? 'off' : 'held') === wanted && Temporal.Instant.compare(startsAt, now) > 0)
        .slice(0, perGroup)
        .map((session): NamedSession => ({ group, session })),
    )
    .sort((a, b) => Temporal.Instant.compare(a.session.startsAt, b.session.startsAt));
}

function indexOf(sessions: readonly NamedSession[]) {
  return buildIndex(
    sessions.map(named => ({ id: sessionId(named), title: sessionName(named.group, named.session), named })),
  );
}
