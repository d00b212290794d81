/** Invites as the API and the gateway give them. */
import type { InviteRecord } from '../state/guilds/invite-record.ts';
import { expiresAt } from '../state/guilds/invites.ts';
import type { ChannelRecord, GuildRecord, UserRecord } from '../state/records.ts';
import { guildFeatures } from './guild.ts';
import { roleJson } from './role.ts';
import { userJson } from './user.ts';

export interface InvitePlace {
  readonly guild: GuildRecord;
  readonly channel: ChannelRecord;
  readonly inviter: UserRecord | undefined;
}

export function inviteJson(invite: InviteRecord, { guild, channel, inviter }: InvitePlace): object {
  return {
    type: 0,
    code: invite.code,
    expires_at: expiryJson(invite),
    flags: 0,
    guild_id: guild.id,
    guild: {
      id: guild.id,
      name: guild.name,
      splash: null,
      banner: null,
      description: guild.settings.description,
      icon: guild.settings.icon,
      features: guildFeatures(guild),
      verification_level: guild.settings.verificationLevel,
      vanity_url_code: null,
      nsfw_level: 0,
      nsfw: false,
      premium_subscription_count: 0,
    },
    channel: { id: channel.id, type: channel.type, name: channel.name },
    ...(inviter !== undefined && { inviter: userJson(inviter) }),
    ...(invite.roleIds.length > 0 && { roles: rolesJson(invite, guild) }),
  };
}

/** With what only those who manage the guild are told. */
export function inviteWithMetadataJson(invite: InviteRecord, place: InvitePlace): object {
  return { ...inviteJson(invite, place), ...metadataJson(invite) };
}

export function inviteCreatedJson(invite: InviteRecord, inviter: UserRecord | undefined): object {
  return {
    guild_id: invite.guildId,
    channel_id: invite.channelId,
    code: invite.code,
    type: 0,
    flags: 0,
    expires_at: expiryJson(invite),
    ...(inviter !== undefined && { inviter: userJson(inviter) }),
    ...metadataJson(invite),
  };
}

const metadataJson = ({ uses, maxUses, maxAge, temporary, createdAt }: InviteRecord) => ({
  uses,
  max_uses: maxUses,
  max_age: maxAge,
  temporary,
  created_at: createdAt,
});

function expiryJson(invite: InviteRecord): string | null {
  const end = expiresAt(invite);
  return end === undefined ? null : new Date(end).toISOString();
}

const rolesJson = ({ roleIds }: InviteRecord, { roles }: GuildRecord) =>
  roleIds
    .flatMap(id => roles.get(id) ?? [])
    .map(roleJson)
    .map(({ id, name, position, color, colors, icon, unicode_emoji }) => ({
      id,
      name,
      position,
      color,
      colors,
      icon,
      unicode_emoji,
    }));
