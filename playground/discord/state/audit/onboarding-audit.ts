/** What the audit log says of onboarding, whole and in the names of the API: libraries build their prompts from it. */
import { AuditLogEvent } from 'discord-api-types/v10';
import type { OnboardingRecord, PromptOptionRecord, PromptRecord } from '../guilds/onboarding-record.ts';
import type { GuildRecord } from '../records.ts';
import type { World } from '../world.ts';
import { auditEntry, differences } from './audit-log.ts';

export function logOnboarding(
  world: World,
  guild: GuildRecord,
  before: OnboardingRecord,
  after: OnboardingRecord,
): void {
  const ids = new Set([...before.prompts, ...after.prompts].map(({ id }) => id));
  for (const id of ids) {
    const [was, is] = [before, after].map(({ prompts }) => prompts.find(prompt => prompt.id === id));
    const action = actionOf(was, is);
    const changes = differences(was && auditedPrompt(was), is && auditedPrompt(is));
    auditEntry(world, guild, { action, targetId: id, changes });
  }
  const changes = differences(audited(before), audited(after));
  auditEntry(world, guild, { action: AuditLogEvent.OnboardingUpdate, targetId: guild.id, changes });
}

function actionOf(was: PromptRecord | undefined, is: PromptRecord | undefined): AuditLogEvent {
  if (was === undefined) return AuditLogEvent.OnboardingPromptCreate;
  return is === undefined ? AuditLogEvent.OnboardingPromptDelete : AuditLogEvent.OnboardingPromptUpdate;
}

const audited = ({ enabled, mode, defaultChannelIds, prompts }: OnboardingRecord) => ({
  enabled,
  mode,
  default_channel_ids: defaultChannelIds,
  prompt_ids: prompts.map(({ id }) => id),
});

const auditedPrompt = ({ id, type, title, options, singleSelect, required, inOnboarding }: PromptRecord) => ({
  id,
  type,
  title,
  options: options.map(auditedOption),
  single_select: singleSelect,
  required,
  in_onboarding: inOnboarding,
});

const auditedOption = ({ id, title, description, emoji, roleIds, channelIds }: PromptOptionRecord) => ({
  id,
  title,
  description: description ?? '',
  emoji,
  role_ids: roleIds,
  channel_ids: channelIds,
});
