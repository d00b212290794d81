/** What can be done with members: their profile, their menu, a mention of them. */
import { openMemberMenu } from '../menus/member-menu.js';
import { showProfile } from '../panes/profile.js';

/** `commands`: menu(kind, id) and use(kind, id, command) of apps; `mention(member)` writes one. */
export function createMemberActs(store, commands, mention) {
  const acts = {
    ...commands,
    mention,
    showProfile(member, place) {
      const known = store.member(member.id);
      if (known) showProfile(known, place, store, acts);
    },
    openMenu: (member, place) => openMemberMenu(member, place, acts),
  };
  return acts;
}
