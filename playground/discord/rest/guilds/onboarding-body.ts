/** From the body of Modify Guild Onboarding to what it sets up. */
import type { RESTPutAPIGuildOnboardingJSONBody } from 'discord-api-types/v10';
import { invalid, Refusal } from '../../errors.ts';
import type { OnboardingRecord, PromptOptionRecord, PromptRecord } from '../../state/guilds/onboarding-record.ts';
import { isAssignable } from '../../state/members/hierarchy.ts';
import type { GuildRecord } from '../../state/records.ts';
import { roleOf, type World } from '../../state/world.ts';

type PromptBody = NonNullable<RESTPutAPIGuildOnboardingJSONBody['prompts']>[number];
type OptionBody = PromptBody['options'][number] & { readonly emoji_animated?: boolean | null | undefined };

/** What the body does not name stays; a list it names replaces the old one. */
export function onboardingAfter(
  world: World,
  guild: GuildRecord,
  body: RESTPutAPIGuildOnboardingJSONBody,
): OnboardingRecord {
  const now = guild.onboarding;
  checkChannels(guild, body.default_channel_ids ?? [], 'default_channel_ids');
  return {
    enabled: body.enabled ?? now.enabled,
    mode: body.mode ?? now.mode,
    defaultChannelIds: body.default_channel_ids?.map(String) ?? now.defaultChannelIds,
    prompts: body.prompts?.map((prompt, index) => promptOf(world, guild, prompt, `prompts.${index}`)) ?? now.prompts,
  };
}

/** Known ids are kept; any other stands for something new, and is replaced. */
function promptOf(world: World, guild: GuildRecord, body: PromptBody, path: string): PromptRecord {
  const known = guild.onboarding.prompts.find(({ id }) => id === String(body.id));
  return {
    id: known?.id ?? world.ids.next(),
    type: body.type ?? 0,
    title: body.title,
    options: body.options.map((option, index) => optionOf(world, guild, known, option, `${path}.options.${index}`)),
    singleSelect: body.single_select ?? false,
    required: body.required ?? false,
    inOnboarding: body.in_onboarding ?? false,
  };
}

function optionOf(
  world: World,
  guild: GuildRecord,
  prompt: PromptRecord | undefined,
  body: OptionBody,
  path: string,
): PromptOptionRecord {
  const known = prompt?.options.find(({ id }) => id === body.id);
  const roleIds = (body.role_ids ?? []).map(String);
  const channelIds = (body.channel_ids ?? []).map(String);
  checkChannels(guild, channelIds, `${path}.channel_ids`);
  for (const id of roleIds) if (!isAssignable(guild, roleOf(guild, id))) throw new Refusal('invalidRole');
  return {
    id: known?.id ?? world.ids.next(),
    title: body.title,
    description: body.description ?? null,
    emoji: { id: body.emoji_id ?? null, name: body.emoji_name ?? null, animated: body.emoji_animated ?? false },
    roleIds,
    channelIds,
  };
}

function checkChannels(guild: GuildRecord, ids: readonly unknown[], path: string): void {
  for (const [index, id] of ids.entries())
    if (!guild.channels.has(String(id)))
      throw invalid(`${path}.${index}`, 'CHANNEL_NOT_FOUND', 'Channel could not be found.');
}
