/** What keeps study groups from being heard on a server, and what is good to know about them. */
import { holds, type Permission } from '../permissions.ts';
import type { OrganiserProblem } from '../problem.ts';
import type { Server, ServerChannel } from '../server.ts';
import { channelBinding, roleBinding } from '../wanted-server.ts';
import type { Group } from './group.ts';
import type { PingRules } from './ping.ts';
import { pingReaches, roleSees } from './ping-reach.ts';
import type { Session } from './session.ts';

/** The groups as they stand in the store. */
export interface GroupsSeen {
  readonly groups: readonly Group[];
  readonly rules: PingRules;
  /** Keys of the groups for which nothing is said any more, since their channel is gone. */
  readonly disabled: ReadonlySet<string>;
  /** Members by group; one without any is absent. */
  readonly members: ReadonlyMap<string, number>;
  /** Keys of the groups that somebody hosts. */
  readonly hosted: ReadonlySet<string>;
  /** Those that take place in the next two weeks. */
  readonly sessions: readonly Session[];
  /** What was not said in the last seven days, by group. */
  readonly suppressed: ReadonlyMap<string, number>;
  /** The community's zone, where nobody chose one. */
  readonly unchosenZone?: string;
}

/** Two groups want one voice channel at the same time; when that happens first. */
export interface Clash {
  readonly titles: readonly [string, string];
  readonly channelId?: string;
  readonly at: Temporal.Instant;
}

export type GroupNote =
  | { readonly kind: 'no-member'; readonly titles: readonly string[] }
  | { readonly kind: 'no-host'; readonly titles: readonly string[] }
  | { readonly kind: 'zone-unchosen'; readonly zone: string }
  | { readonly kind: 'pings-withheld'; readonly times: number; readonly titles: readonly string[] };

type IdOf = (binding: string) => string | undefined;

const inChannel = [
  'ViewChannel',
  'SendMessages',
  'ReadMessageHistory',
  'CreatePublicThreads',
  'SendMessagesInThreads',
] as const satisfies readonly Permission[];

const inVoice = ['ViewChannel', 'Connect', 'CreateEvents'] as const satisfies readonly Permission[];

export function groupTroubles(server: Server, idOf: IdOf, seen: GroupsSeen): readonly OrganiserProblem[] {
  return seen.groups.flatMap(group => {
    const binding = channelBinding(group.channel);
    if (seen.disabled.has(group.key)) return [{ kind: 'pings-disabled', groupKey: group.key, binding } as const];
    const channel = channelOf(server, idOf(binding));
    if (!channel) return [{ kind: 'channel-not-set-up', binding } as const];
    return [
      ...lackingIn(channel, inChannel),
      ...unheardPing(server, idOf, channel, group, seen.rules),
      ...eventTroubles(server, idOf, group, seen.rules),
    ];
  });
}

function unheardPing(server: Server, idOf: IdOf, channel: ServerChannel, { role: key }: Group, rules: PingRules) {
  const role = key === undefined ? undefined : server.roles.find(({ id }) => id === idOf(roleBinding(key)));
  if (!role || !rules.session.on) return [];
  const where = { roleId: role.id, channelId: channel.id };
  return [
    ...(pingReaches(role.mentionable, channel.botPermissions) ? [] : [{ kind: 'ping-mute', ...where } as const]),
    ...(roleSees(server, role, channel) ? [] : [{ kind: 'ping-unseen', ...where } as const]),
  ];
}

function eventTroubles(
  server: Server,
  idOf: IdOf,
  { voice }: Group,
  { events }: PingRules,
): readonly OrganiserProblem[] {
  if (!events.on) return [];
  const channel = voice === undefined ? undefined : channelOf(server, idOf(channelBinding(voice)));
  if (channel) return lackingIn(channel, inVoice);
  return holds(server.bot.permissions, 'CreateEvents')
    ? []
    : [{ kind: 'permission-missing', permission: 'CreateEvents' }];
}

/** The first says enough: without seeing a channel nothing else can be done there. */
function lackingIn({ id, botPermissions }: ServerChannel, needs: readonly Permission[]): readonly OrganiserProblem[] {
  const permission = needs.find(one => !holds(botPermissions, one));
  return permission ? [{ kind: 'permission-missing', permission, channelId: id }] : [];
}

const channelOf = ({ channels }: Server, id: string | undefined) => channels.find(one => one.id === id);

/** The first of each two groups. */
export function clashesOf({ groups, sessions }: GroupsSeen, idOf: IdOf): readonly Clash[] {
  const byKey = new Map(groups.map(group => [group.key, group]));
  const found = new Map<string, Clash>();
  const earlier: { session: Session; group: Group }[] = [];
  for (const session of sessions.toSorted((a, b) => Temporal.Instant.compare(a.startsAt, b.startsAt))) {
    const group = byKey.get(session.groupKey);
    if (group?.voice === undefined) continue;
    for (const other of earlier) {
      const isOver = Temporal.Instant.compare(other.session.endsAt, session.startsAt) <= 0;
      const pair = [other.group.key, group.key].toSorted().join(' ');
      if (isOver || other.group.voice !== group.voice || other.group === group || found.has(pair)) continue;
      const channelId = idOf(channelBinding(group.voice));
      const titles = [other.group.title, group.title] as const;
      found.set(pair, { titles, at: session.startsAt, ...(channelId === undefined ? {} : { channelId }) });
    }
    earlier.push({ session, group });
  }
  return [...found.values()];
}

export function groupNotes({ groups, members, hosted, suppressed, unchosenZone }: GroupsSeen): readonly GroupNote[] {
  const titlesOf = (which: (group: Group) => boolean) => groups.filter(which).map(({ title }) => title);
  const ofStudy = groups.filter(({ kind }) => kind === 'study-group');
  const empty = ofStudy.filter(({ key }) => !members.has(key)).map(({ title }) => title);
  const unhosted = ofStudy.filter(({ key }) => members.has(key) && !hosted.has(key)).map(({ title }) => title);
  const times = [...suppressed.values()].reduce((sum, one) => sum + one, 0);
  return [
    ...(times > 0
      ? [{ kind: 'pings-withheld', times, titles: titlesOf(({ key }) => suppressed.has(key)) } as const]
      : []),
    ...(unchosenZone === undefined || groups.length === 0
      ? []
      : [{ kind: 'zone-unchosen', zone: unchosenZone } as const]),
    ...(empty.length > 0 ? [{ kind: 'no-member', titles: empty } as const] : []),
    ...(unhosted.length > 0 ? [{ kind: 'no-host', titles: unhosted } as const] : []),
  ];
}
