/** Carries out `sync-roles`: after each change of what a member's roles follow from. */
import type { SendResult } from '../../domain/delivery.ts';
import type { Effect } from '../../domain/effect.ts';
import { syncMember } from '../roles/sync-member.ts';
import type { Sending } from './sending.ts';

type SyncRoles = Extract<Effect, { kind: 'sync-roles' }>;

export async function syncRoles(sending: Sending, { member }: SyncRoles): Promise<SendResult> {
  return (await syncMember(sending, member)).result;
}
