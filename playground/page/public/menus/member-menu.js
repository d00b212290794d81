/** What can be done with a member. */
import { appCommands } from './app-commands.js';
import { openMenu } from './menu.js';

/** `acts`: showProfile(member, place), mention(member), menu, use. */
export function openMemberMenu(member, place, acts) {
  const entries = [
    { label: 'Profile', choose: () => acts.showProfile(member, place) },
    { label: 'Mention', sign: 'at', choose: () => acts.mention(member) },
  ];
  openMenu(member.displayName, [{ entries }, appCommands('user', member.id, acts)], place);
}
