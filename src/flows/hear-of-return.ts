/** A member is seen on the server: whoever had left is reminded again of the sessions they said they come to. */
import type { Member } from '../domain/member.ts';
import { inTransaction } from '../store/database.ts';
import { hasLeft, noteReturn } from '../store/departures.ts';
import { lockMember } from '../store/lock.ts';
import type { FlowContext } from './context.ts';
import { replanAnswered } from './groups/set-reminders.ts';

type Context = Pick<FlowContext, 'db' | 'now' | 'wake'>;

export async function hearOfReturn({ db, now, wake }: Context, member: Member): Promise<void> {
  // Seldom has anybody, and a look takes no lock.
  if (!(await hasLeft(db, member))) return;
  await inTransaction(db, async tx => {
    await lockMember(tx, member);
    await noteReturn(tx, member);
    await replanAnswered(tx, member, now());
  });
  wake();
}
