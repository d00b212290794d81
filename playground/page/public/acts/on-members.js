/** What can be done with members: their profile, their menu, a mention of them, their roles. */
import { openMemberMenu } from '../menus/member-menu.js';
import { showProfile } from '../panes/profile.js';

/** `commands`: menu(kind, id) and use(kind, id, command) of apps; `mention(member)` writes one; `attempt` shows refusals. */
export function createMemberActs(store, server, { commands, mention, attempt }) {
  const acts = {
    ...commands,
    mention,
    showProfile(member, place) {
      const known = store.member(member.id);
      if (known) showProfile(known, place, store, acts);
    },
    openMenu: (member, place) => openMemberMenu(member, place, acts),
    /** Each role that may be given, and whether the member has it. */
    roleEntries(member) {
      const has = new Set(store.member(member.id)?.roleIds);
      return store.state.roles
        .filter(({ mayGive }) => mayGive)
        .map(({ id: role, name }) => ({
          label: name,
          isOn: has.has(role),
          choose: () => attempt((has.has(role) ? server.takeRole : server.giveRole)({ member: member.id, role })),
        }));
    },
  };
  return acts;
}
