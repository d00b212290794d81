/** A guild's onboarding as it is set up, and what it takes to switch it on. */
import { has, Permission } from '../../permissions.ts';
import { logOnboarding } from '../audit/onboarding-audit.ts';
import type { ChannelRecord, GuildRecord } from '../records.ts';
import type { World } from '../world.ts';
import type { OnboardingRecord, PromptOptionRecord, PromptRecord } from './onboarding-record.ts';

const onboardingNeeds = { channels: 7, writable: 5 } as const;

/** Counted among default channels; in the advanced mode among those of the questions too. */
export function meetsRequirements(guild: GuildRecord, onboarding: OnboardingRecord): boolean {
  const asked = onboarding.mode === 1 ? optionsOf(onboarding.prompts).flatMap(({ channelIds }) => channelIds) : [];
  const channels = [...new Set([...onboarding.defaultChannelIds, ...asked])].flatMap(
    id => guild.channels.get(id) ?? [],
  );
  const writable = channels.filter(channel => everyoneMayWrite(guild, channel));
  return channels.length >= onboardingNeeds.channels && writable.length >= onboardingNeeds.writable;
}

export const optionsOf = (prompts: readonly PromptRecord[]): readonly PromptOptionRecord[] =>
  prompts.flatMap(({ options }) => options);

function everyoneMayWrite(guild: GuildRecord, channel: ChannelRecord): boolean {
  const base = guild.roles.get(guild.id)?.permissions ?? 0n;
  const own = channel.overwrites.find(({ id }) => id === guild.id);
  const permissions = own === undefined ? base : (base & ~own.deny) | own.allow;
  return has(permissions, Permission.viewChannel | Permission.sendMessages);
}

/** Roles that can be chosen are marked, so that nobody takes them for earned. */
export function setOnboarding(world: World, guild: GuildRecord, onboarding: OnboardingRecord): void {
  const before = guild.onboarding;
  guild.onboarding = onboarding;
  const onOffer = new Set(optionsOf(onboarding.prompts).flatMap(({ roleIds }) => roleIds));
  for (const role of guild.roles.values()) {
    const flags = onOffer.has(role.id) ? role.flags | inPrompt : role.flags & ~inPrompt;
    if (flags === role.flags) continue;
    role.flags = flags;
    world.bus.emit({ kind: 'role-changed', role });
  }
  logOnboarding(world, guild, before, onboarding);
}

/** Role flag: members can take it themselves. */
const inPrompt = 1 << 0;
