/** Intents: the kinds of events a session asked for. */

export const Intent = {
  /** Always sent. */
  none: 0,
  guilds: 1 << 0,
  guildMembers: 1 << 1,
  guildPresences: 1 << 8,
  guildMessages: 1 << 9,
  directMessages: 1 << 12,
  messageContent: 1 << 15,
} as const;

const privileged = Intent.guildMembers | Intent.guildPresences | Intent.messageContent;
/** All bits that Discord has given a meaning. */
const known = 0x1_ff_ff | (1 << 20) | (1 << 21) | (1 << 24) | (1 << 25);

/** The close code for these intents, or undefined if they are fine. */
export function refusedIntents(intents: unknown, granted: number): 4013 | 4014 | undefined {
  if (typeof intents !== 'number' || !Number.isInteger(intents) || (intents & ~known) !== 0) return 4013;
  return (intents & privileged & ~granted) === 0 ? undefined : 4014;
}
