/** Whether a role's ping really pings: Discord takes a mention that reaches nobody without a word. */
import { elevated } from '../permissions.ts';

/** @param permissions Cairn's own in the channel it posts in. */
export function pingReaches(roleIsMentionable: boolean, permissions: bigint): boolean {
  return roleIsMentionable || (permissions & (elevated.MentionEveryone | elevated.Administrator)) !== 0n;
}
