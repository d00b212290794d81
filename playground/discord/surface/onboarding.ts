/** The questions a guild asks of newcomers, and how they answer. */

export interface NewPromptOption {
  readonly title: string;
  readonly description?: string;
  readonly roles?: readonly { readonly id: string }[];
  readonly channels?: readonly { readonly id: string }[];
}

export interface NewPrompt {
  readonly title: string;
  readonly options: readonly NewPromptOption[];
  /** Default: any number may be chosen. */
  readonly singleSelect?: boolean;
  readonly required?: boolean;
  /** False: only in "Channels & Roles". */
  readonly inOnboarding?: boolean;
}

export interface GuildOnboarding {
  /** Replaces the onboarding and switches it on, without asking for the seven channels that Discord asks for. */
  askNewcomers(prompts: readonly NewPrompt[], defaultChannels?: readonly { readonly id: string }[]): void;
}

export interface MemberOnboarding {
  /** `ada.answersOnboarding({ 'Which path are you on?': ['New graduate'] })`; again to change her mind. */
  answersOnboarding(answers: Readonly<Record<string, readonly string[]>>): void;
  /** Passes the guild's screening. */
  acceptsRules(): void;
  /** Ids of the channels taken up in onboarding. */
  followedChannelIds(): readonly string[];
}
