/** An organiser asks what is wrong; and what they hear of without asking. */
import type { Community } from '../domain/community.ts';
import { type Connection, type Diagnosis, diagnose, troublesOf } from '../domain/doctor.ts';
import { oursOn } from '../domain/ours.ts';
import { planSetup } from '../domain/plan-setup.ts';
import type { OrganiserProblem } from '../domain/problem.ts';
import type { Server } from '../domain/server.ts';
import { choicesOf, emptyDraft } from '../domain/setup-choices.ts';
import { knownOn } from '../store/bindings.ts';
import type { Db } from '../store/database.ts';
import { nextDue } from '../store/deliveries.ts';
import { StoreBroken, StoreBusy } from '../store/faults.ts';
import { findSetting, saveSetting } from '../store/settings.ts';
import type { FlowContext } from './context.ts';
import { groupsSeen } from './groups/groups-seen.ts';
import { consentName } from './plan-setup.ts';

export async function checkUp(context: FlowContext, server: Server, connection: Connection): Promise<Diagnosis> {
  const { db, now, publicUrl } = context;
  try {
    // Written first: a database that can only be read is no use.
    await saveSetting(db, server.id, 'checked', null, now());
    const { plan, idOf, isSetUp } = await looked(context, db, server);
    const due = await nextDue(db);
    return diagnose(server, plan, idOf, {
      connection,
      now: now(),
      ...(due ? { nextDue: due } : {}),
      isOnline: publicUrl !== undefined,
      ...(isSetUp ? { groups: await groupsSeen(context, db, server.id) } : {}),
    });
  } catch (error) {
    if (!(error instanceof StoreBroken || error instanceof StoreBusy)) throw error;
    return { findings: [{ area: 'database', kind: 'database-down' }], notes: [] };
  }
}

/** What the community's file calls its roles and groups. */
export function communityInFile({ community }: FlowContext): Community {
  return community;
}

/** Of a server that nobody has set up yet there is nothing to tell. */
export async function troubles(context: FlowContext, server: Server): Promise<readonly OrganiserProblem[]> {
  const { plan, idOf, isSetUp } = await looked(context, context.db, server);
  return isSetUp ? troublesOf(server, plan, idOf) : [];
}

async function looked({ community }: FlowContext, db: Db, server: Server) {
  const known = await knownOn(db, server.id);
  const consent = (await findSetting(db, server.id, consentName))?.value === true;
  const nobody = { isOwner: false, permissions: 0n, highestRoleId: server.id };
  const plan = planSetup(community, known, server, choicesOf(emptyDraft, consent, nobody));
  const isSetUp = [...known.values()].some(one => one.state !== 'reserved' && one.set !== undefined);
  return { plan, idOf: oursOn(server, known).idOf, isSetUp };
}
