/** Organisers look at a sample of ticks: work that was shown, and marks that came soon after one another. */
import type { Member } from '../domain/member.ts';
import { drawn, modeOf, type ReviewEntry, type ReviewPage } from '../domain/review.ts';
import { recordAudit } from '../store/audit.ts';
import { inTransaction } from '../store/database.ts';
import { countOpenReviews, markLookedAt, openReviews } from '../store/reviews.ts';
import type { Asker, FlowContext } from './context.ts';

/** With the longest links no more fit a message. */
const perPage = 4;
/** Of so many, the newest, a sample is drawn: a community's weeks, read in one go. */
const drawnFrom = 500;

/** @param which the newest page, unless a button says otherwise. */
export async function sampleReviews(
  { db, curriculum }: FlowContext,
  { guildId, interactionId }: Asker,
  which = '',
): Promise<ReviewPage> {
  const mode = modeOf(which, interactionId.slice(-8));
  const { onlyShown } = mode;
  const open = await countOpenReviews(db, guildId, onlyShown);
  const pages = Math.max(1, Math.ceil(open / perPage));
  const page = mode.kind === 'newest' ? Math.min(mode.page, pages - 1) : 0;
  const entries =
    mode.kind === 'newest'
      ? await openReviews(db, guildId, { limit: perPage, offset: page * perPage, onlyShown })
      : drawn(await openReviews(db, guildId, { limit: drawnFrom, onlyShown }), perPage, mode.seed, keyOf);
  return {
    guildId,
    mode: mode.kind === 'newest' ? { ...mode, page } : mode,
    open,
    pages,
    entries: entries.map(entry => {
      const item = curriculum.items.get(entry.itemId);
      return item ? { ...entry, item } : entry;
    }),
  };
}

function keyOf({ userId, itemId }: ReviewEntry): string {
  return `${userId}/${itemId}`;
}

/** False when somebody has looked already, or the member has taken the tick back. */
export async function lookedAt(
  { db, curriculum, now }: FlowContext,
  asker: Asker,
  whose: Member['userId'],
  itemId: string,
): Promise<boolean> {
  const at = now();
  const member = { guildId: asker.guildId, userId: whose };
  return await inTransaction(db, async tx => {
    if (!(await markLookedAt(tx, member, itemId, asker.userId, at))) return false;
    const subject = curriculum.items.get(itemId)?.title ?? itemId;
    await recordAudit(tx, asker, { action: 'looked-at', subject, after: { 'member id': whose } }, at);
    return true;
  });
}
