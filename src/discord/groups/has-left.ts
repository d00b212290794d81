/** Whether a member has left the server, asked of Discord; without MEMBER_SYNC nobody tells. It is noted. */
import { noteDeparture } from '../../store/departures.ts';
import { hasCode } from '../effects/refusal.ts';
import { getMember } from '../effects/requests.ts';
import type { Sending } from '../effects/sending.ts';

export async function hasLeft(sending: Sending, userId: string): Promise<boolean> {
  const { db, guild, now } = sending;
  try {
    await getMember(sending, userId);
    return false;
  } catch (error) {
    if (!hasCode(error, 10_007, 10_013)) throw error;
    await noteDeparture(db, { guildId: guild.id, userId }, now());
    return true;
  }
}
