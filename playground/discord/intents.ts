/** Intents: the kinds of events a session asked for. */

export const Intent = {
  /** Always sent. */
  none: 0,
  guilds: 1 << 0,
  guildMembers: 1 << 1,
  guildModeration: 1 << 2,
  guildExpressions: 1 << 3,
  guildIntegrations: 1 << 4,
  guildWebhooks: 1 << 5,
  guildInvites: 1 << 6,
  guildVoiceStates: 1 << 7,
  guildPresences: 1 << 8,
  guildMessages: 1 << 9,
  guildMessageReactions: 1 << 10,
  guildMessageTyping: 1 << 11,
  directMessages: 1 << 12,
  directMessageReactions: 1 << 13,
  directMessageTyping: 1 << 14,
  messageContent: 1 << 15,
  guildScheduledEvents: 1 << 16,
  autoModerationConfiguration: 1 << 20,
  autoModerationExecution: 1 << 21,
  guildMessagePolls: 1 << 24,
  directMessagePolls: 1 << 25,
} as const;

const privileged = Intent.guildMembers | Intent.guildPresences | Intent.messageContent;
/** All bits that Discord has given a meaning. */
const known = Object.values(Intent).reduce((bits, bit) => bits | bit, 0);

/** The close code for these intents, or undefined if they are fine. */
export function refusedIntents(intents: unknown, granted: number): 4013 | 4014 | undefined {
  if (typeof intents !== 'number' || !Number.isInteger(intents) || (intents & ~known) !== 0) return 4013;
  return (intents & privileged & ~granted) === 0 ? undefined : 4014;
}
