/** Onboarding as the API gives it. Roles and channels that are gone are left out. */
import type { APIGuildOnboarding } from 'discord-api-types/v10';
import type { PromptOptionRecord } from '../state/guilds/onboarding-record.ts';
import type { GuildRecord } from '../state/records.ts';

export function onboardingJson(guild: GuildRecord): APIGuildOnboarding {
  const { enabled, mode, prompts, defaultChannelIds } = guild.onboarding;
  const optionJson = ({ id, title, description, emoji, roleIds, channelIds }: PromptOptionRecord) => ({
    id,
    title,
    description: description ?? '',
    emoji: { id: emoji.id, name: emoji.name, animated: emoji.animated },
    role_ids: roleIds.filter(role => guild.roles.has(role)),
    channel_ids: channelIds.filter(channel => guild.channels.has(channel)),
  });
  return {
    guild_id: guild.id,
    enabled,
    mode,
    default_channel_ids: defaultChannelIds.filter(id => guild.channels.has(id)),
    prompts: prompts.map(({ id, type, title, options, singleSelect, required, inOnboarding }) => ({
      id,
      type,
      title,
      options: options.map(optionJson),
      single_select: singleSelect,
      required,
      in_onboarding: inOnboarding,
    })),
  } as APIGuildOnboarding;
}
