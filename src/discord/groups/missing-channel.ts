/**
 * Discord says that a group's channel does not exist (10003). Said once it may be wrong: the ping is dropped and the
 * organisers hear of it. Said again an hour later or more, the group's pings are switched off until it is repaired.
 */
import type { SendResult } from '../../domain/delivery.ts';
import { markGone } from '../../store/bindings.ts';
import { inTransaction } from '../../store/database.ts';
import { noteFound, noteMissing } from '../../store/groups/missing-channels.ts';
import type { Sending } from '../effects/sending.ts';

export async function channelMissing(
  { db, guild, now, log }: Sending,
  groupKey: string,
  { channelId, binding }: { readonly channelId: string; readonly binding: string },
): Promise<SendResult> {
  const known = await inTransaction(db, async tx => {
    const noted = await noteMissing(tx, guild.id, groupKey, now());
    // While the gateway still knows it, one answer is not enough to give it up.
    if (noted === 'again' || !guild.channels.cache.has(channelId)) await markGone(tx, guild.id, channelId);
    return noted;
  });
  log.warn({ guildId: guild.id, groupKey, channelId, known }, 'A group’s channel is unknown to Discord');
  if (known === 'again')
    return {
      kind: 'suppressed',
      reason: 'its channel does not exist any more, so its pings are switched off',
      noticed: { kind: 'pings-disabled', groupKey, binding },
    };
  return {
    kind: 'suppressed',
    reason: 'Discord said that its channel does not exist (10003)',
    noticed: { kind: 'channel-deleted', binding },
  };
}

/** It was only away for a moment. */
export async function channelFound({ db, guild }: Sending, groupKey: string): Promise<void> {
  await noteFound(db, guild.id, groupKey);
}
