/** An organiser's problem as text, and back with a check: another version of Cairn may have written it. */
import type { OrganiserProblem } from '../domain/problem.ts';

type Kind = OrganiserProblem['kind'];

/** The fields each kind has: `?` marks one that may be absent. */
const fields: Record<Kind, readonly string[]> = {
  'role-too-high': ['roleId', 'botRoleId'],
  'permission-missing': ['permission', 'channelId?'],
  'role-name-taken': ['name', 'roleId', 'ownRoleId'],
  'channel-name-taken': ['name', 'channelId', 'ownChannelId'],
  'role-unsafe': ['roleId', 'why'],
  'role-deleted': ['roleKey'],
  'channel-deleted': ['binding'],
  'channel-not-set-up': ['binding'],
  'pings-disabled': ['groupKey', 'binding'],
  'ping-mute': ['roleId', 'channelId'],
  'ping-unseen': ['roleId', 'channelId'],
  'channel-open': ['channelId'],
  'role-limit': [],
  'channel-limit': [],
  'event-limit': [],
  'event-impossible': ['title', 'planned', 'why'],
  'two-factor': [],
  'pings-suppressed': ['groupKey', 'why'],
  'given-up': ['effect', 'certificateId?', 'groupKey?', 'userId?', 'why'],
};

export function asProblem(value: unknown): OrganiserProblem | undefined {
  if (!isRecord(value) || typeof value.kind !== 'string' || !Object.hasOwn(fields, value.kind)) return undefined;
  const complete = fields[value.kind as Kind].every(field => {
    const name = field.replace('?', '');
    return typeof value[name] === 'string' || (field !== name && value[name] === undefined);
  });
  return complete ? (value as unknown as OrganiserProblem) : undefined;
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}
