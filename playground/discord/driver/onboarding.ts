/** Newcomers before a guild's questions and rules. */

import { setOnboarding } from '../state/guilds/onboarding.ts';
import { answerOnboarding } from '../state/guilds/onboarding-answers.ts';
import type { PromptOptionRecord, PromptRecord } from '../state/guilds/onboarding-record.ts';
import { changeMember } from '../state/members/members.ts';
import type { GuildRecord, MemberRecord } from '../state/records.ts';
import type { World } from '../state/world.ts';
import type { GuildOnboarding, MemberOnboarding, NewPrompt } from '../surface/onboarding.ts';

export function guildOnboarding(world: World, guild: GuildRecord): GuildOnboarding {
  return {
    askNewcomers(prompts, defaultChannels = []) {
      const defaultChannelIds = defaultChannels.map(({ id }) => id);
      const records = prompts.map(prompt => promptRecord(world, prompt));
      setOnboarding(world, guild, { enabled: true, mode: 0, defaultChannelIds, prompts: records });
    },
  };
}

function promptRecord(world: World, prompt: NewPrompt): PromptRecord {
  return {
    id: world.ids.next(),
    type: 0,
    title: prompt.title,
    options: prompt.options.map(({ title, description, roles, channels }) => ({
      id: world.ids.next(),
      title,
      description: description ?? null,
      emoji: { id: null, name: null, animated: false },
      roleIds: roles?.map(({ id }) => id) ?? [],
      channelIds: channels?.map(({ id }) => id) ?? [],
    })),
    singleSelect: prompt.singleSelect ?? false,
    required: prompt.required ?? false,
    inOnboarding: prompt.inOnboarding ?? true,
  };
}

export function memberOnboarding(world: World, guild: GuildRecord, member: MemberRecord): MemberOnboarding {
  return {
    answersOnboarding(answers) {
      const { enabled, prompts } = guild.onboarding;
      if (!enabled) throw new Error(`${guild.name} has no onboarding: set it up with guild.askNewcomers(…)`);
      const given = new Map(
        Object.entries(answers).map(([title, options]) => {
          const prompt = named(prompts, title, `${guild.name} has no question`);
          return [prompt, chosen(prompt, options)] as const;
        }),
      );
      const open = prompts.find(prompt => prompt.inOnboarding && prompt.required && !given.get(prompt)?.length);
      if (open !== undefined) throw new Error(`"${open.title}" has to be answered`);
      answerOnboarding(world, guild, member, given);
    },
    acceptsRules() {
      if (!member.pending) throw new Error(`${member.user.name} has no rules to accept: she is not pending`);
      changeMember(world, member, { pending: false });
    },
    followedChannelIds: () => member.followedChannelIds ?? [],
  };
}

function chosen(prompt: PromptRecord, titles: readonly string[]): readonly PromptOptionRecord[] {
  if (prompt.singleSelect && titles.length > 1) throw new Error(`"${prompt.title}" takes one answer only`);
  return titles.map(title => named(prompt.options, title, `"${prompt.title}" has no answer`));
}

function named<Titled extends { readonly title: string }>(all: readonly Titled[], title: string, none: string): Titled {
  const found = all.find(one => one.title === title);
  if (found !== undefined) return found;
  throw new Error(`${none} "${title}", but ${all.map(one => `"${one.title}"`).join(', ')}`);
}
