/** Announces a certificate, as its holder asked for, exactly once. */

import { certificatesChannel } from '../../domain/binding.ts';
import type { Attempt, SendResult } from '../../domain/delivery.ts';
import { type Effect, effectKey } from '../../domain/effect.ts';
import { markGone } from '../../store/bindings.ts';
import { loadLearner } from '../../store/learner.ts';
import { announcementMessage, announcementTag } from '../../views/announcement.ts';
import { localeOf } from '../../views/locale.ts';
import { announcementsChannel, channelNamesake, obstacleToPost } from './channels.ts';
import { type Once, postOnce } from './own-message.ts';
import { hasCode, resultOf } from './refusal.ts';
import { confirmed } from './second-look.ts';
import type { Sending } from './sending.ts';

type Announce = Extract<Effect, { kind: 'announce-certificate' }>;

export async function announceCertificate(sending: Sending, effect: Announce, attempt: Attempt): Promise<SendResult> {
  const { db, curriculum, guild } = sending;
  const { member, certificateId } = effect;
  const certificate = curriculum.certificates.get(certificateId);
  const earned = (await loadLearner(db, member)).certificates.get(certificateId);
  if (!certificate || !earned)
    return { kind: 'refused', reason: `there is no certificate ${certificateId} to announce` };

  const found = await announcementsChannel(sending);
  if (found.kind !== 'ready') return found;
  const channel = found.thing;
  const noticed = channelNamesake(sending, channel, found.since);
  const message = announcementMessage(certificate, earned, member.userId, localeOf(guild.preferredLocale));
  const tag = announcementTag(certificateId, member.userId);
  return await sending.refusals.unlessForbidden(guild.id, channel.id, async () => {
    const problem = await confirmed(sending, () => obstacleToPost(sending, channel.id));
    if (problem) return { kind: 'blocked', problem };
    const posted = await post(sending, { channelId: channel.id, message, tag, key: effectKey(effect), attempt });
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
