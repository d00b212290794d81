/** Asks before something that can't be taken back. */
import { byId, el, freshId } from '../dom.js';

/** Resolves with whether the visitor agreed. */
export function confirmed({ title, text, action }) {
  const { promise, resolve } = Promise.withResolvers();
  const id = freshId('confirm');
  const answer = agreed => {
    resolve(agreed);
    dialog.close();
  };
  const dialog = el(
    'dialog.confirm',
    { 'aria-labelledby': id, role: 'alertdialog' },
    el('h2', { id }, title),
    el('p', {}, text),
    el(
      'div.form-buttons',
      {},
      el('button.button.secondary', { type: 'button', onclick: () => answer(false) }, 'Cancel'),
      el('button.button.danger', { type: 'button', autofocus: true, onclick: () => answer(true) }, action),
    ),
  );
  dialog.addEventListener('close', () => {
    dialog.remove();
    resolve(false);
  });
  byId('dialogs').append(dialog);
  dialog.showModal();
  return promise;
}
