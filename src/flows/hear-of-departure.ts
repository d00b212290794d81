/** Discord says that a member has left the server. */
import type { Member } from '../domain/member.ts';
import { noteDeparture } from '../store/departures.ts';
import type { FlowContext } from './context.ts';

export async function hearOfDeparture({ db, now }: Pick<FlowContext, 'db' | 'now'>, member: Member): Promise<void> {
  await noteDeparture(db, member, now());
}
