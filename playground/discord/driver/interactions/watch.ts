/** Waits for what a member is shown; a modal stays open until it is sent. */
import type { MemberRecord, Outcome } from '../../state/records.ts';
import type { Shown } from '../../surface/shown.ts';
import type { Context } from '../context.ts';
import { shownOutcome } from '../shown.ts';

export async function watch(
  { world, modals }: Context,
  member: MemberRecord,
  outcome: Promise<Outcome>,
): Promise<Shown> {
  const result = await outcome;
  if (result.kind === 'modal') {
    const { applicationId, channelId, source } = result.interaction;
    modals.set(member.user.id, {
      modal: result.modal,
      applicationId,
      channelId,
      source,
      opener: result.interaction,
    });
  }
  return shownOutcome(world, result);
}
