/** Announces a certificate, as its holder asked for, exactly once. */

import { certificatesChannel } from '../../domain/binding.ts';
import type { Attempt, SendResult } from '../../domain/delivery.ts';
import { type Effect, effectKey } from '../../domain/effect.ts';
import { markGone } from '../../store/bindings.ts';
import { findIssued } from '../../store/issued-certificates.ts';
import { announcementMessage } from '../../views/announcement.ts';
import { announcementsChannel, channelNamesake, obstacleToPost } from './channels.ts';
import { type Once, postOnce } from './own-message.ts';
import { hasCode, resultOf } from './refusal.ts';
import { confirmed } from './second-look.ts';
import type { Sending } from './sending.ts';

type Announce = Extract<Effect, { kind: 'announce-certificate' }>;

export async function announceCertificate(sending: Sending, effect: Announce, attempt: Attempt): Promise<SendResult> {
  const { flows, guild } = sending;
  const { member, certificateId } = effect;
  const issued = await findIssued(sending.db, member, certificateId);
  if (!issued) return { kind: 'refused', reason: `there is no certificate ${certificateId} to announce` };
  // Revoked since it was asked for: nobody has to repair anything.
  if (issued.revoked) return { kind: 'gone' };

  const found = await announcementsChannel(sending);
  if (found.kind !== 'ready') return found;
  const channel = found.thing;
  const noticed = channelNamesake(sending, channel, found.since);
  return await sending.refusals.unlessForbidden(guild.id, channel.id, async () => {
    const problem = await confirmed(sending, () => obstacleToPost(sending, channel.id));
    if (problem) return { kind: 'blocked', problem };
    const opened = await flows.openCertificate(member, certificateId);
    if (opened.kind !== 'open') return { kind: 'gone' };
    if (opened.own.picture.kind === 'busy') return { kind: 'transient', reason: 'many certificates are being drawn' };
    const message = announcementMessage(opened.own);
    const posted = await post(sending, { channelId: channel.id, message, key: effectKey(effect), attempt });
    return posted.kind === 'delivered' && noticed ? { ...posted, noticed } : posted;
  });
}

async function post(sending: Sending, once: Once): Promise<SendResult> {
  const { db, guild } = sending;
  const { channelId } = once;
  try {
    const reference = await postOnce(sending, once);
    return { kind: 'delivered', ...(reference ? { reference } : {}) };
  } catch (error) {
    if (hasCode(error, 10003)) {
      await markGone(db, guild.id, channelId);
      return { kind: 'blocked', problem: { kind: 'channel-deleted', binding: certificatesChannel } };
    }
    return resultOf(error, { forbidden: { kind: 'permission-missing', permission: 'SendMessages', channelId } });
  }
}
