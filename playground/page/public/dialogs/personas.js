/** Asks who the visitor wants to be. Each member is a link: a second tab can be somebody else. */
import { avatar } from '../avatar.js';
import { byId, el, icon } from '../dom.js';
import { roleTag } from '../panes/role-tag.js';

export function showPersonas({ guild, personas }, currentId) {
  const cast = personas.filter(({ part }) => part);
  const others = personas.filter(({ part }) => !part);
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
    cast.length > 0 && list('To begin with', cast, currentId),
    others.length > 0 && list(cast.length > 0 ? 'Everybody else' : undefined, others, currentId),
  );
  dialog.addEventListener('close', () => dialog.remove());
  // Without a member there is nothing to go back to.
  dialog.addEventListener('cancel', event => !currentId && event.preventDefault());
  byId('dialogs').append(dialog);
  dialog.showModal();
}

function list(heading, personas, currentId) {
  return [
    heading && el('h3', {}, heading),
    el(
      'ul',
      {},
      personas.map(persona => el('li', {}, card(persona, currentId), besides(persona))),
    ),
  ];
}

/** Two people side by side. */
function besides({ id, displayName }) {
  const words = `Be ${displayName} in a second tab`;
  return el(
    'a.icon-button.besides',
    { href: `/?as=${id}`, target: '_blank', title: words, 'aria-label': words },
    icon('out'),
  );
}

function card(persona, currentId) {
  const { id, name, displayName, isOwner, roles, part } = persona;
  return el(
    'a.persona',
    { href: `/?as=${id}`, 'aria-current': id === currentId && 'true' },
    avatar(persona),
    el(
      'span.persona-text',
      {},
      el('span.persona-name', {}, displayName, isOwner && el('span.crown', { title: 'Owner' }, icon('crown'))),
      part
        ? [el('span.persona-as', {}, part.as), el('span.persona-handle', {}, part.says)]
        : el('span.persona-handle', {}, `@${name}`),
      roles.length > 0 && el('span.member-roles', {}, roles.map(roleTag)),
    ),
  );
}
