/** An interaction that came from outside, so that its token can be answered like any other. */
import type { GatewayInteractionCreateDispatchData } from 'discord-api-types/v10';
import { millisOf } from '../../snowflake.ts';
import type { World } from '../world.ts';
import { remember } from './interactions.ts';

/** A payload delivered a second time keeps the record it already has. */
export function adopt(world: World, payload: GatewayInteractionCreateDispatchData): void {
  if (world.interactions.has(payload.token)) return;
  const { data } = payload as { readonly data?: { readonly name?: string; readonly custom_id?: string } };
  const { message } = payload as { readonly message?: { readonly id: string } };
  const channelId = String(payload.channel?.id ?? '');
  const channel = world.channels.get(channelId);
  remember(world, {
    id: payload.id,
    token: payload.token,
    type: payload.type,
    applicationId: payload.application_id,
    userId: payload.member?.user.id ?? payload.user?.id ?? '',
    guildId: payload.guild_id,
    channelId,
    createdAt: millisOf(payload.id),
    name: data?.custom_id ?? `/${data?.name ?? ''}`,
    commandName: data?.name,
    source: message && (channel?.messages.get(message.id) ?? world.ephemerals.get(channelId)?.get(message.id)),
    state: 'pending',
    original: undefined,
    followUps: undefined,
    settle: undefined,
  });
}
