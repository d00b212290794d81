/** One step of a plan: something is made, adopted or changed, and bound in the same breath. */
import { resolved } from '../../domain/server-attributes.ts';
import type { SetupStep } from '../../domain/setup-plan.ts';
import { adopt, forgetGone, markGone, noteSet } from '../../store/bindings.ts';
import { type Db, inTransaction } from '../../store/database.ts';
import { findOrMake } from '../effects/found-or-made.ts';
import { hasCode, isRefusal, resultOf } from '../effects/refusal.ts';
import { recordStep } from './set-up-audit.ts';
import { applyToChannel, ownChannel } from './set-up-channel.ts';
import { applyToRole, ownRole } from './set-up-role.ts';
import type { Stepping, StepResult } from './stepping.ts';

type Create = Extract<SetupStep, { kind: 'create' }>;
type Existing = Exclude<SetupStep, Create>;

export async function carryOutStep(stepping: Stepping, step: SetupStep): Promise<StepResult> {
  await forgetLost(stepping, step);
  return step.kind === 'create' ? await create(stepping, step) : await applyTo(stepping, step);
}

/** What is made again or replaced was deleted by hand, whether anybody has noticed or not. */
async function forgetLost({ sending: { db, guild }, known }: Stepping, { kind, thing }: SetupStep): Promise<void> {
  const one = known.get(thing.binding);
  if (kind === 'change' || !one || one.state === 'reserved') return;
  await inTransaction(db, async tx => {
    if (one.state === 'bound') await markGone(tx, guild.id, one.discordId);
    await forgetGone(tx, guild.id, thing.binding);
  });
}

async function create(stepping: Stepping, step: Create): Promise<StepResult> {
  const { sending, idOf } = stepping;
  const set = resolved(step.thing.attributes, idOf);
  const more = { set, bound: (tx: Db) => recordStep(tx, stepping, step) };
  const found =
    step.thing.kind === 'role'
      ? await findOrMake(sending, { ...ownRole(sending, step.thing, set), ...more })
      : await findOrMake(sending, { ...ownChannel(stepping, step.thing, set), ...more });
  return found.kind === 'ready' ? { kind: 'ready', id: found.thing.id } : found;
}

async function applyTo(stepping: Stepping, step: Existing): Promise<StepResult> {
  const { sending, idOf } = stepping;
  const { db, guild, now } = sending;
  const changes = resolved(step.changes, idOf);
  const set = resolved(step.thing.attributes, idOf);
  try {
    await (step.thing.kind === 'role' ? applyToRole : applyToChannel)(stepping, step.id, changes);
  } catch (error) {
    if (isRefusal(error) && hasCode(error, 10_003, 10_011)) return { kind: 'gone' };
    const permission = step.thing.kind === 'role' ? 'ManageRoles' : 'ManageChannels';
    return resultOf(error, { forbidden: { kind: 'permission-missing', permission } });
  }
  const isBound = await inTransaction(db, async tx => {
    if (step.kind === 'change') await noteSet(tx, guild.id, step.thing.binding, step.id, set);
    else if (!(await adopt(tx, guild.id, step.thing.binding, step.id, set, now()))) return false;
    await recordStep(tx, stepping, step);
    return true;
  });
  return isBound ? { kind: 'ready', id: step.id } : { kind: 'transient', reason: 'another worker has bound it' };
}
