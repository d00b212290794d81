/** Starts the passes over members' roles that are due; what is due follows from the database, so each is made once. */
import {
  bulkPass,
  concernsEverybody,
  mappingOf,
  nightlyPass,
  type RoleMapping,
  type RolePass,
  recentPass,
} from '../domain/role-pass.ts';
import { knownOn } from '../store/bindings.ts';
import { type Db, inTransaction } from '../store/database.ts';
import { startJob } from '../store/jobs.ts';
import { countKnown, serversOnRecord } from '../store/known-members.ts';
import { lockServer } from '../store/lock.ts';
import { forgetRoleChanges } from '../store/role-changes.ts';
import { forgetPassesBefore, runningPasses, wasStarted } from '../store/role-passes.ts';
import { forgetSyncs } from '../store/role-syncs.ts';
import { findSetting, saveSetting } from '../store/settings.ts';
import type { FlowContext } from './context.ts';
import { rolesOnServer } from './server-roles.ts';

type Context = Pick<FlowContext, 'db' | 'curriculum' | 'community' | 'now' | 'wake'>;

/** The roles as they were followed when everybody was last gone through. */
const followed = 'role-mapping';
/** What is done and told nobody asks about after so long. */
const kept = Temporal.Duration.from({ hours: 48 });

export async function startRolePasses(context: Context): Promise<void> {
  const { db, wake } = context;
  for (const guildId of await serversOnRecord(db)) {
    if (await inTransaction(db, tx => startDue(tx, context, guildId))) wake();
  }
}

async function startDue(tx: Db, context: Context, guildId: string): Promise<boolean> {
  await lockServer(tx, guildId);
  const now = context.now();
  let isAny = await startWhereRolesChanged(tx, context, guildId);
  const running = await runningPasses(tx, guildId);
  for (const pass of [recentPass(now), nightlyPass(now)]) {
    // One that takes long is not joined by the next of its kind.
    const isUnderWay = running.some(({ name }) => familyOf(name) === familyOf(pass.name));
    if (isUnderWay || (await wasStarted(tx, guildId, pass.name))) continue;
    if (!(await startPass(tx, guildId, pass, now))) continue;
    isAny = true;
    await forgetPassesBefore(tx, guildId, pass.name);
    if (pass.changedSince) await forgetRoleChanges(tx, guildId, pass.changedSince);
    else await forgetSyncs(tx, guildId, now.subtract(kept));
  }
  return isAny;
}

/** The file has other roles, or the server has: by a setup, or in the place of one that was lost. */
async function startWhereRolesChanged(tx: Db, context: Context, guildId: string): Promise<boolean> {
  const { now } = context;
  const before = (await findSetting(tx, guildId, followed))?.value as RoleMapping | undefined;
  const mapping = mappingOf(await rolesOnServer(context, tx, guildId), await knownOn(tx, guildId), before);
  if (JSON.stringify(mapping) === JSON.stringify(before)) return false;
  await saveSetting(tx, guildId, followed, mapping, now());
  return concernsEverybody(before, mapping) && (await startPass(tx, guildId, bulkPass('mapping', now()), now()));
}

/** False where nobody is concerned, or it was started before. In a transaction; wake the sender after it. */
export async function startPass(tx: Db, guildId: string, pass: RolePass, now: Temporal.Instant): Promise<boolean> {
  const { name, changedSince, waits } = pass;
  const total = await countKnown(tx, guildId, changedSince);
  if (total === 0) return false;
  const payload = { waits, ...(changedSince ? { changedSince: changedSince.toString() } : {}) };
  return (await startJob(tx, { guildId, kind: 'role-pass', key: name, payload, total }, now)) !== undefined;
}

function familyOf(name: string): string {
  return name.slice(0, name.indexOf('/'));
}
