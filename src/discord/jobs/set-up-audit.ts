/** What a step did, for the audit trail: by whom, to what, before and after. */

import type { Attributes } from '../../domain/attributes.ts';
import type { AuditEntry } from '../../domain/audit.ts';
import { attributesOfChannel, attributesOfRole } from '../../domain/server-attributes.ts';
import type { SetupStep } from '../../domain/setup-plan.ts';
import { recordAudit } from '../../store/audit.ts';
import type { Db } from '../../store/database.ts';
import type { Stepping } from './stepping.ts';

const verbs = { create: 'made', adopt: 'adopted', change: 'changed' } as const;

export async function recordStep(tx: Db, stepping: Stepping, step: SetupStep): Promise<void> {
  const { sending, job } = stepping;
  const by = { guildId: job.guildId, userId: job.startedBy ?? sending.client.user?.id ?? '0' };
  await recordAudit(tx, by, entryOf(stepping, step), sending.now());
}

function entryOf(stepping: Stepping, step: SetupStep): AuditEntry {
  const { kind, name } = step.thing;
  const isRole = kind === 'role';
  const called = step.kind === 'create' ? name : step.name;
  return {
    action: `${isRole ? 'role' : 'channel'}-${verbs[step.kind]}`,
    subject: isRole || kind === 'category' ? called : `#${called}`,
    ...(step.kind === 'create'
      ? {}
      : { before: named(stepping, before(stepping, step)), after: named(stepping, step.changes) }),
  };
}

function before({ server }: Stepping, { id, changes }: Exclude<SetupStep, { kind: 'create' }>): Attributes {
  const names = Object.keys(changes);
  const role = server.roles.find(one => one.id === id);
  const channel = server.channels.find(one => one.id === id);
  const all = role ? attributesOfRole(role) : channel ? attributesOfChannel(channel, names, server) : {};
  return Object.fromEntries(names.map(name => [name, all[name] ?? null]));
}

/** With names in place of ids, since what they name may be gone when somebody reads it. */
function named({ server }: Stepping, attributes: Attributes): Attributes {
  const nameOf = (id: string) => [...server.roles, ...server.channels].find(one => one.id === id)?.name ?? id;
  return Object.fromEntries(
    Object.entries(attributes).map(([attribute, value]) => [
      attribute.split('/').map(nameOf).join('/'),
      attribute === 'parent' && typeof value === 'string' ? nameOf(value) : value,
    ]),
  );
}
