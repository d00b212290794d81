/** At the end: what an attempt set and was cut off before it could note. */
import { resolved } from '../../domain/server-attributes.ts';
import type { SetupStep } from '../../domain/setup-plan.ts';
import { noteSet } from '../../store/bindings.ts';
import { inTransaction } from '../../store/database.ts';
import type { Stepping } from './stepping.ts';

export async function noteWhatWasSet(
  { sending: { db, guild }, known, idOf }: Stepping,
  approved: readonly SetupStep[],
): Promise<void> {
  const cutOff = approved.filter(({ kind, thing }) => {
    const one = known.get(thing.binding);
    if (kind !== 'change' || one?.state !== 'bound') return false;
    return JSON.stringify(one.set) !== JSON.stringify(resolved(thing.attributes, idOf));
  });
  if (cutOff.length === 0) return;
  await inTransaction(db, async tx => {
    for (const { thing } of cutOff) {
      const id = idOf(thing.binding);
      if (id) await noteSet(tx, guild.id, thing.binding, id, resolved(thing.attributes, idOf));
    }
  });
}
