/** Asks who the visitor wants to be. Each member is a link: a second tab can be somebody else. */
import { avatar } from '../avatar.js';
import { byId, el, icon } from '../dom.js';
import { roleTag } from '../panes/members.js';

export function showPersonas({ guild, personas }, currentId) {
  const close = el(
    'button.icon-button.close',
    { type: 'button', 'aria-label': 'Close', onclick: () => dialog.close() },
    icon('close'),
  );
  const dialog = el(
    'dialog.personas',
    { 'aria-labelledby': 'personas-title' },
    currentId && close,
    el('h2', { id: 'personas-title' }, 'Who would you like to be?'),
    el('p', {}, `Everyone in ${guild.name} is played by you. Open a second tab to be two people at once.`),
    el(
      'ul',
      {},
      personas.map(persona => el('li', {}, card(persona, currentId))),
    ),
  );
  dialog.addEventListener('close', () => dialog.remove());
  // Without a member there is nothing to go back to.
  dialog.addEventListener('cancel', event => !currentId && event.preventDefault());
  byId('dialogs').append(dialog);
  dialog.showModal();
}

function card(persona, currentId) {
  const { id, name, displayName, isOwner, roles } = persona;
  return el(
    'a.persona',
    { href: `/?as=${id}`, 'aria-current': id === currentId && 'true' },
    avatar(persona),
    el(
      'span.persona-text',
      {},
      el('span.persona-name', {}, displayName, isOwner && el('span.crown', { title: 'Owner' }, icon('crown'))),
      el('span.persona-handle', {}, `@${name}`),
      roles.length > 0 && el('span.member-roles', {}, roles.map(roleTag)),
    ),
  );
}
