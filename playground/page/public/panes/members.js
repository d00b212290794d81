/** Everyone in the community, grouped by role; a role that was just granted stands out for a moment. */
import { avatar } from '../avatar.js';
import { byId, el, icon } from '../dom.js';
import { cssColor } from '../store.js';

export function createMemberList(store) {
  const pane = byId('members');
  const announcer = byId('announcer');

  function draw(previous) {
    const news = previous ? granted(previous, store.state) : [];
    const { groups, rest } = grouped(store.state);
    pane.replaceChildren(
      el('h2.only-for-screen-readers', {}, 'Members'),
      ...groups.map(({ role, members }) => section(role.name, members, role)),
      section('Members', rest),
    );
    for (const { member } of news) pane.querySelector(`[data-member="${member.id}"]`)?.classList.add('changed');
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
      avatar(member),
      el(
        'div.member-text',
        {},
        el(
          'span.member-name',
          { style: color ? { color } : {} },
          member.displayName,
          member.isOwner && el('span.crown', { title: 'Owner' }, icon('crown')),
        ),
        member.isBot && el('span.tag', {}, 'APP'),
        roles.length > 0 && el('div.member-roles', {}, roles.map(roleTag)),
      ),
    );
  }

  let last = store.state;
  store.on('state', () => {
    draw(last);
    last = store.state;
  });
  draw();
}

export function roleTag(role) {
  return el('span.role-tag', { style: { '--role': role.color === 0 ? '#b5bac1' : cssColor(role.color) } }, role.name);
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
