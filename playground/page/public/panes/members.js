/** Everyone in the community, grouped by role; a role that was just granted stands out for a moment. */
import { avatar } from '../avatar.js';
import { byId, el, icon } from '../dom.js';
import { onMenu } from '../menus/on-menu.js';
import { roleTag } from './role-tag.js';

/** `acts`: showProfile(member, place), openMenu(member, place). */
export function createMemberList(store, acts) {
  const pane = byId('members');
  const announcer = byId('announcer');

  function draw(previous) {
    const news = previous ? granted(previous, store.state) : [];
    const { groups, rest } = grouped(store.state);
    const focused = pane.contains(document.activeElement) && document.activeElement.closest('[data-member]');
    pane.replaceChildren(
      el('h2.only-for-screen-readers', {}, 'Members'),
      ...groups.map(({ role, members }) => section(role.name, members, role)),
      section('Members', rest),
    );
    const entryOf = id => pane.querySelector(`[data-member="${id}"]`);
    if (focused) entryOf(focused.dataset.member)?.querySelector('button').focus({ preventScroll: true });
    for (const { member } of news) entryOf(member.id)?.classList.add('changed');
    if (news.length > 0) {
      announcer.textContent = news
        .map(({ member, role }) => `${member.displayName} now has the role ${role.name}.`)
        .join(' ');
    }
  }

  function section(name, members, role) {
    if (members.length === 0) return '';
    return el(
      'section.member-group',
      {},
      el('h3', {}, `${name} — ${members.length}`),
      el(
        'ul',
        {},
        members.map(member => entry(member, role)),
      ),
    );
  }

  /** The role of the group is not repeated. */
  function entry(member, groupRole) {
    const color = store.colorOf(member);
    const roles = store.state.roles.filter(
      role => role !== groupRole && !role.managed && member.roleIds.includes(role.id),
    );
    return el(
      'li.member',
      { dataset: { member: member.id } },
      el(
        'button.member-button',
        {
          type: 'button',
          'aria-haspopup': 'dialog',
          onclick: event => acts.showProfile(member, event.currentTarget),
        },
        avatar(member),
        el(
          'span.member-text',
          {},
          el(
            'bdi.member-name',
            { style: color ? { color } : {} },
            member.displayName,
            member.isOwner && el('span.crown', { title: 'Owner' }, icon('crown')),
          ),
          member.isBot && el('span.tag', {}, 'APP'),
          roles.length > 0 && el('span.member-roles', {}, roles.map(roleTag)),
        ),
      ),
    );
  }

  onMenu(pane, (target, place) => {
    const member = store.member(target.closest('[data-member]')?.dataset.member);
    return member ? acts.openMenu(member, place) : false;
  });

  let last = store.state;
  store.on('state', () => {
    draw(last);
    last = store.state;
  });
  draw();
}

/** Under the highest hoisted role each has. */
function grouped({ members, roles }) {
  const groups = roles.filter(role => role.hoist).map(role => ({ role, members: [] }));
  const rest = [];
  const byName = [...members].sort((a, b) => a.displayName.localeCompare(b.displayName));
  for (const member of byName)
    (groups.find(({ role }) => member.roleIds.includes(role.id))?.members ?? rest).push(member);
  return { groups, rest };
}

function granted(before, after) {
  return after.members.flatMap(member => {
    const earlier = before.members.find(({ id }) => id === member.id);
    const fresh = earlier ? member.roleIds.filter(id => !earlier.roleIds.includes(id)) : [];
    return fresh.flatMap(id => {
      const role = after.roles.find(candidate => candidate.id === id);
      return role ? [{ member, role }] : [];
    });
  });
}
