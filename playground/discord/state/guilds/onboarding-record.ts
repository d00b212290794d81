/** The questions a guild asks of who is new. */

export interface PromptOptionRecord {
  readonly id: string;
  readonly title: string;
  readonly description: string | null;
  readonly emoji: { readonly id: string | null; readonly name: string | null; readonly animated: boolean };
  readonly roleIds: readonly string[];
  readonly channelIds: readonly string[];
}

export interface PromptRecord {
  readonly id: string;
  /** 0 multiple choice, 1 dropdown. */
  readonly type: 0 | 1;
  readonly title: string;
  readonly options: readonly PromptOptionRecord[];
  readonly singleSelect: boolean;
  readonly required: boolean;
  /** False: only in "Channels & Roles". */
  readonly inOnboarding: boolean;
}

export interface OnboardingRecord {
  readonly enabled: boolean;
  /** 1 counts the channels of prompts towards the requirements too. */
  readonly mode: 0 | 1;
  readonly defaultChannelIds: readonly string[];
  readonly prompts: readonly PromptRecord[];
}

export const noOnboarding: OnboardingRecord = { enabled: false, mode: 0, defaultChannelIds: [], prompts: [] };
