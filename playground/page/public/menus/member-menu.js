/** What can be done with a member. */
import { appCommands } from './app-commands.js';
import { openMenu } from './menu.js';

/** `acts`: showProfile(member, place), mention(member), menu, use, roleEntries(member). */
export function openMemberMenu(member, place, acts) {
  const entries = [
    { label: 'Profile', choose: () => acts.showProfile(member, place) },
    { label: 'Mention', sign: 'at', choose: () => acts.mention(member) },
  ];
  const sections = [
    { entries },
    { title: 'Roles', entries: acts.roleEntries(member) },
    appCommands('user', member.id, acts),
  ];
  openMenu(member.displayName, sections, place);
}
