/** Who is known to have left the server, until they are seen on it again. Who was never asked for may have left unnoticed. */
import type { Member } from '../domain/member.ts';
import type { Db } from './database.ts';
import { findSetting, forgetSetting, saveSetting } from './settings.ts';

const nameOf = ({ userId }: Member) => `left/${userId}`;

export async function noteDeparture(db: Db, member: Member, now: Temporal.Instant): Promise<void> {
  await saveSetting(db, member.guildId, nameOf(member), true, now);
}

export async function hasLeft(db: Db, member: Member): Promise<boolean> {
  return (await findSetting(db, member.guildId, nameOf(member))) !== undefined;
}

/** They are on the server. Seldom is there anything to forget, and a look takes no lock. */
export async function noteReturn(db: Db, member: Member): Promise<void> {
  if (await hasLeft(db, member)) await forgetSetting(db, member.guildId, nameOf(member));
}
