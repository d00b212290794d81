/** Invites to guilds: made, used, ended. */
import { randomBytes } from 'node:crypto';
import { AuditLogEvent } from 'discord-api-types/v10';
import { auditEntry, differences } from '../audit/audit-log.ts';
import type { ChannelRecord, GuildRecord, UserRecord } from '../records.ts';
import { timestamp, type World } from '../world.ts';
import type { InviteRecord } from './invite-record.ts';

export type NewInvite = Pick<InviteRecord, 'maxAge' | 'maxUses' | 'temporary' | 'roleIds'>;

/** Without `unique`, one by the same inviter with the same rules is given again. */
export function addInvite(
  world: World,
  guild: GuildRecord,
  channel: ChannelRecord,
  inviter: UserRecord,
  fields: NewInvite & { readonly unique: boolean },
): InviteRecord {
  const { unique, ...rules } = fields;
  if (!unique) {
    const like = JSON.stringify(rules);
    for (const known of invitesOf(world, guild)) {
      const { maxAge, maxUses, temporary, roleIds } = known;
      const same = JSON.stringify({ maxAge, maxUses, temporary, roleIds }) === like;
      if (same && known.channelId === channel.id && known.inviterId === inviter.id) return known;
    }
  }
  const invite: InviteRecord = {
    code: randomBytes(6).toString('base64url').replaceAll(/[-_]/g, 'x'),
    guildId: guild.id,
    channelId: channel.id,
    inviterId: inviter.id,
    createdAt: timestamp(world),
    ...rules,
    uses: 0,
  };
  guild.invites.set(invite.code, invite);
  world.bus.emit({ kind: 'invite-created', invite });
  const changes = differences(undefined, audited(invite));
  auditEntry(world, guild, { action: AuditLogEvent.InviteCreate, targetId: null, changes });
  return invite;
}

export function deleteInvite(world: World, guild: GuildRecord, invite: InviteRecord): void {
  guild.invites.delete(invite.code);
  world.bus.emit({ kind: 'invite-deleted', invite });
  const changes = differences(audited(invite), undefined);
  auditEntry(world, guild, { action: AuditLogEvent.InviteDelete, targetId: null, changes });
}

/** Those that are still good. Ended ones go without an event, as on the real thing. */
export function invitesOf(world: World, guild: GuildRecord): readonly InviteRecord[] {
  for (const [code, invite] of guild.invites)
    if (hasEnded(world, invite) || !guild.channels.has(invite.channelId)) guild.invites.delete(code);
  return [...guild.invites.values()];
}

export function inviteOf(world: World, code: string): InviteRecord | undefined {
  for (const guild of world.guilds.values()) {
    const invite = invitesOf(world, guild).find(one => one.code === code);
    if (invite !== undefined) return invite;
  }
  return undefined;
}

export function useInvite(world: World, guild: GuildRecord, invite: InviteRecord): void {
  invite.uses += 1;
  if (invite.maxUses === 0 || invite.uses < invite.maxUses) return;
  guild.invites.delete(invite.code);
  world.bus.emit({ kind: 'invite-deleted', invite });
}

export const expiresAt = ({ createdAt, maxAge }: InviteRecord) =>
  maxAge === 0 ? undefined : Date.parse(createdAt) + maxAge * 1000;

const hasEnded = (world: World, invite: InviteRecord) => {
  const end = expiresAt(invite);
  return end !== undefined && end <= world.clock.millis();
};

const audited = (invite: InviteRecord) => ({
  code: invite.code,
  channel_id: invite.channelId,
  inviter_id: invite.inviterId,
  uses: invite.uses,
  max_uses: invite.maxUses,
  max_age: invite.maxAge,
  temporary: invite.temporary,
});
