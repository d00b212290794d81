/** Who a member is: names, roles, since when; opened by a press on a name, an avatar or a mention. */
import { avatar } from '../avatar.js';
import { el, icon } from '../dom.js';
import { openPopup } from '../popups/popup.js';
import { formatTime } from '../time.js';
import { roleTag } from './role-tag.js';

/** `acts`: mention(member), openMenu(member, place). */
export function showProfile(member, place, store, acts) {
  const face = avatar(member);
  face.classList.add('profile-avatar');
  const roles = store.state.roles.filter(({ id }) => member.roleIds.includes(id));
  const more = el(
    'button.button.secondary',
    { type: 'button', 'aria-haspopup': 'menu', onclick: () => acts.openMenu(member, more) },
    'Apps and more',
  );
  const mention = el(
    'button.button.primary',
    {
      type: 'button',
      onclick: () => {
        close();
        acts.mention(member);
      },
    },
    'Mention',
  );
  const element = el(
    'div.profile',
    { role: 'dialog', 'aria-label': `Profile of ${member.displayName}`, tabindex: -1 },
    el('div.profile-banner', { style: { '--hue': face.style.getPropertyValue('--hue') } }),
    el(
      'div.profile-body',
      {},
      face,
      el(
        'div',
        {},
        el(
          'h2',
          {},
          el('bdi', {}, member.displayName),
          member.isOwner && el('span.crown', { title: 'Owner', role: 'img', 'aria-label': 'Owner' }, icon('crown')),
          member.isBot && el('span.tag', {}, 'APP'),
        ),
        el('p.profile-handle', {}, member.name),
      ),
      section('Member since', formatTime(Date.parse(member.joinedAt), 'D')),
      member.timedOutUntil && section('Timed out until', formatTime(Date.parse(member.timedOutUntil), 'f')),
      roles.length > 0 && el('section', {}, el('h3', {}, 'Roles'), el('div.member-roles', {}, roles.map(roleTag))),
      el('div.profile-acts', {}, mention, more),
    ),
  );
  const close = openPopup(element, place);
  element.focus();
}

const section = (title, text) => el('section', {}, el('h3', {}, title), el('p', {}, text));
