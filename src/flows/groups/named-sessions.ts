/** The session that somebody names, and the sessions and new times to suggest while they type. */
import { readNewTime } from '../../domain/groups/asked-time.ts';
import { type EitherDay, eitherDay, readingsOf } from '../../domain/groups/date-in-figures.ts';
import type { NamedSession, NewTime, UnknownSession } from '../../domain/groups/hosting.ts';
import { sessionName } from '../../domain/groups/naming.ts';
import { dateTimeOf, type Session, sessionPlannedAt } from '../../domain/groups/session.ts';
import { upcoming } from '../../domain/groups/upcoming.ts';
import { buildIndex, search } from '../../domain/search.ts';
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

/** What matches; where nothing does, the next there are. */
export async function suggestSessions(
  context: FlowContext,
  deciding: Deciding,
  typed: string,
  wanted: Wanted,
): Promise<readonly NamedSession[]> {
  const all = await theirSessions(context, context.db, deciding, { wanted, typed });
  const matching = matchesOf(all, typed);
  return matching.length > 0 ? matching : all.slice(0, limit);
}

/** A session by its name, by what it was suggested as, or by its group alone, which means the next. */
export async function namedSession(
  context: Context,
  tx: Db,
  deciding: Deciding,
  asked: string,
  wanted: Wanted,
): Promise<({ readonly kind: 'found' } & NamedSession) | UnknownSession | EitherDay> {
  const [groupKey = '', planned = ''] = asked.trim().split('/');
  const group = (await loadGroups(context, tx, deciding.guildId)).groups.find(({ key }) => key === groupKey);
  const session = group && sessionPlannedAt(group, planned, await loadExceptions(tx, deciding.guildId, groupKey));
  if (group && session) return { kind: 'found', group, session };
  const inDoubt = eitherDay(asked);
  if (inDoubt) return inDoubt;
  const all = await theirSessions(context, tx, deciding, { wanted, typed: asked });
  const matching = matchesOf(all, asked);
  const [first] = matching;
  // Those of one group come in order: the next is meant.
  if (first && matching.every(({ group }) => group.key === first.group.key)) return { kind: 'found', ...first };
  return { kind: 'unknown-session', asked, nearest: (first ? matching : all).slice(0, 3) };
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
  const read = readingsOf(typed).flatMap(text => readNewTime(text, start.toPlainDateTime(), today) ?? []);
  const walls =
    typed.trim() === ''
      ? [{ hours: 1 }, { hours: -1 }, { days: 1 }, { days: 2 }, { days: 7 }].map(span =>
          start.toPlainDateTime().add(span).toString({ smallestUnit: 'minute' }),
        )
      : read;
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

/** The next of each group, and those on a day that is typed. */
async function theirSessions(
  context: Context,
  db: Db,
  deciding: Deciding,
  { wanted, typed }: { readonly wanted: Wanted; readonly typed: string },
): Promise<readonly NamedSession[]> {
  const { guildId, isOrganiser } = deciding;
  const hosted = new Set(await hostedBy(db, deciding));
  const exceptionsOf = await exceptionsOfServer(db, guildId);
  const now = context.now();
  const dates = readingsOf(typed).flatMap(text => dateIn(text) ?? []);
  const groups = (await loadGroups(context, db, guildId)).groups.filter(({ key }) => isOrganiser || hosted.has(key));
  return groups
    .flatMap(group =>
      upcoming(group, exceptionsOf(group.key), now)
        .filter(({ off, startsAt }) => (off ? 'off' : 'held') === wanted && Temporal.Instant.compare(startsAt, now) > 0)
        .filter((session, index) => index < perGroup || dates.some(date => isOn(session, date)))
        .map((session): NamedSession => ({ group, session })),
    )
    .sort((a, b) => Temporal.Instant.compare(a.session.startsAt, b.session.startsAt));
}

/** Best first, and in their order where they match alike. Of a day that could be either of two, both. */
function matchesOf(sessions: readonly NamedSession[], typed: string): readonly NamedSession[] {
  const index = buildIndex(
    sessions.map(named => {
      const { group, session } = named;
      return { id: sessionId(named), title: sessionName(group, session), aliases: [dayOf(session)], named };
    }),
  );
  const found = readingsOf(typed).flatMap(text => {
    const date = dateIn(text);
    // Of a date the search knows only its numbers, in whatever order.
    const isMeant = ({ named: { session } }: { readonly named: NamedSession }) =>
      date === undefined || isOn(session, date);
    return search(index, text, limit, isMeant).map(({ named }) => named);
  });
  return found.slice(0, limit);
}

const dateIn = (text: string): string | undefined => /\d{4}-\d{2}-\d{2}/.exec(text)?.[0];

/** Its day now, also where it was moved. */
const dayOf = ({ startsAt, zone }: Session) => startsAt.toZonedDateTimeISO(zone).toPlainDate().toString();

/** A moved one is known by both its days. */
const isOn = (session: Session, date: string) => session.planned.startsWith(date) || dayOf(session) === date;
