/** Who learns: a Discord user in one guild. Everything Cairn knows is kept per guild. */
export interface Member {
  readonly guildId: string;
  readonly userId: string;
}

/**
 * Whether a change asked for by interaction `candidate` comes after the one that `latest` asked for.
 * Interaction ids are snowflakes, so their order is the order in which members acted; a duplicate or
 * replayed interaction is never newer than itself.
 */
export function isNewer(candidate: string, latest: string): boolean {
  return BigInt(candidate) > BigInt(latest);
}
