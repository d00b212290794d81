/** What is wrong with a server and with Cairn on it, from everything that can be known without trying. */
import { channelsCairnUses } from './community.ts';
import { type Clash, clashesOf, type GroupNote, type GroupsSeen, groupNotes, groupTroubles } from './groups/doctor.ts';
import { holds, type Permission } from './permissions.ts';
import { lossOf, type OrganiserProblem } from './problem.ts';
import type { Server } from './server.ts';
import type { SetupPlan, SetupWarning } from './setup-plan.ts';
import { channelBinding } from './wanted-server.ts';

/** What only the line to Discord can tell. */
export interface Connection {
  /** By how many milliseconds Discord's clock is ahead of ours. */
  readonly clockAhead: number;
  /** Whether joins and changes of members are heard at once. `refused`: it was asked for, and Discord says no. */
  readonly memberSync: 'on' | 'off' | 'refused';
}

export interface Circumstances {
  readonly connection: Connection;
  readonly now: Temporal.Instant;
  /** What should have been done longest ago, over all servers. */
  readonly nextDue?: Temporal.Instant;
  /** Certificates have pages. */
  readonly isOnline: boolean;
  /** Absent: nobody has set the server up, so that no group is heard. */
  readonly groups?: GroupsSeen;
}

export const areas = [
  'permissions',
  'role order',
  'roles',
  'channels',
  'intents',
  'database',
  'schedule',
  'clock',
  'study groups',
] as const;
export type Area = (typeof areas)[number];

export type Finding =
  | { readonly area: Area; readonly kind: 'problem'; readonly problem: OrganiserProblem }
  | { readonly area: 'intents'; readonly kind: 'intent-refused' }
  | { readonly area: 'database'; readonly kind: 'database-down' }
  | { readonly area: 'schedule'; readonly kind: 'schedule-late'; readonly since: Temporal.Instant }
  | { readonly area: 'clock'; readonly kind: 'clock-wrong'; readonly seconds: number }
  | ({ readonly area: 'study groups'; readonly kind: 'voice-clash' } & Clash);

/** Nothing wrong, but good to know. */
export type Note = { readonly kind: 'unplanned'; readonly steps: number } | { readonly kind: 'offline' } | GroupNote;

export interface Diagnosis {
  readonly findings: readonly Finding[];
  readonly notes: readonly Note[];
}

export function diagnose(
  server: Server,
  plan: SetupPlan,
  idOf: (binding: string) => string | undefined,
  around: Circumstances,
): Diagnosis {
  const { groups } = around;
  return {
    findings: [
      ...different([...troublesOf(server, plan, idOf), ...(groups ? groupTroubles(server, idOf, groups) : [])]).map(
        asFinding,
      ),
      ...(groups ? clashesOf(groups, idOf) : []).map(
        clash => ({ area: 'study groups', kind: 'voice-clash', ...clash }) as const,
      ),
      ...findingsAround(around),
    ],
    notes: [
      ...(plan.steps.length > 0 ? [{ kind: 'unplanned', steps: plan.steps.length } as const] : []),
      ...(around.isOnline ? [] : [{ kind: 'offline' } as const]),
      ...(groups ? groupNotes(groups) : []),
    ],
  };
}

/** What organisers hear of even when they do not ask. */
export function troublesOf(
  server: Server,
  { missing, warnings }: SetupPlan,
  idOf: (binding: string) => string | undefined,
): readonly OrganiserProblem[] {
  const found = [
    ...lacking(server),
    ...warnings.map(problemOf),
    ...missing.map(({ binding }) => lossOf(binding)),
    ...uses.flatMap(({ binding, needs }) => troubleIn(idOf(channelBinding(binding)), needs, server)),
    ...openTo(idOf(channelBinding(channelsCairnUses.organisers)), server),
  ];
  return different(found);
}

function different(problems: readonly OrganiserProblem[]): readonly OrganiserProblem[] {
  return [...new Map(problems.map(problem => [JSON.stringify(problem), problem])).values()];
}

/** On the server as a whole; what else it takes depends on the channel. */
const everywhere = ['ViewChannel', 'SendMessages', 'ManageRoles'] as const satisfies readonly Permission[];

const uses: readonly { readonly binding: string; readonly needs: readonly Permission[] }[] = [
  {
    binding: channelsCairnUses.certificates,
    needs: ['ViewChannel', 'SendMessages', 'ReadMessageHistory', 'AttachFiles'],
  },
  {
    binding: channelsCairnUses.organisers,
    needs: ['ViewChannel', 'SendMessages', 'ReadMessageHistory', 'AttachFiles'],
  },
];

function lacking({ bot }: Server): readonly OrganiserProblem[] {
  return everywhere
    .filter(permission => !holds(bot.permissions, permission))
    .map(permission => ({ kind: 'permission-missing', permission }));
}

/** The first that lacks says enough: without seeing a channel nothing else can be done there. */
function troubleIn(
  channelId: string | undefined,
  needs: readonly Permission[],
  { channels }: Server,
): readonly OrganiserProblem[] {
  const channel = channels.find(({ id }) => id === channelId);
  const permission = channel && needs.find(one => !holds(channel.botPermissions, one));
  return channel && permission ? [{ kind: 'permission-missing', permission, channelId: channel.id }] : [];
}

/** Evidence of members is kept in the organisers' channel. */
function openTo(channelId: string | undefined, server: Server): readonly OrganiserProblem[] {
  const channel = server.channels.find(({ id }) => id === channelId);
  const everyone = server.roles.find(({ id }) => id === server.id);
  if (!channel || !everyone) return [];
  const { allow = 0n, deny = 0n } = channel.overwrites.find(({ id }) => id === server.id) ?? {};
  const sees = holds((everyone.permissions & ~deny) | allow, 'ViewChannel');
  return sees ? [{ kind: 'channel-open', channelId: channel.id }] : [];
}

function problemOf(warning: SetupWarning): OrganiserProblem {
  switch (warning.kind) {
    case 'role-too-high':
      return warning;
    case 'role-unsafe':
      return { kind: 'role-unsafe', roleId: warning.roleId, why: warning.why };
    case 'channel-hidden':
      return { kind: 'permission-missing', permission: 'ViewChannel', channelId: warning.channelId };
  }
}

function asFinding(problem: OrganiserProblem): Finding {
  return { kind: 'problem', area: areaOf(problem), problem };
}

function areaOf(problem: OrganiserProblem): Area {
  switch (problem.kind) {
    case 'role-too-high':
      return 'role order';
    case 'role-unsafe':
    case 'role-deleted':
      return 'roles';
    case 'permission-missing':
      return problem.channelId === undefined ? 'permissions' : 'channels';
    case 'channel-not-set-up':
    case 'pings-disabled':
    case 'ping-mute':
    case 'ping-unseen':
      return 'study groups';
    default:
      return 'channels';
  }
}

/** Less may be the way the answer took. */
const clockMayBeOff = 5_000;
const mayBeLate = Temporal.Duration.from({ minutes: 2 });

function findingsAround({ connection, now, nextDue }: Circumstances): readonly Finding[] {
  const { clockAhead, memberSync } = connection;
  const isLate = nextDue && Temporal.Instant.compare(now, nextDue.add(mayBeLate)) > 0;
  return [
    ...(memberSync === 'refused' ? [{ area: 'intents', kind: 'intent-refused' } as const] : []),
    ...(isLate ? [{ area: 'schedule', kind: 'schedule-late', since: nextDue } as const] : []),
    ...(Math.abs(clockAhead) > clockMayBeOff
      ? [{ area: 'clock', kind: 'clock-wrong', seconds: Math.round(clockAhead / 1000) } as const]
      : []),
  ];
}
