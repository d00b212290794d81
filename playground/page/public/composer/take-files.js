/** The ways by which files come in: chosen, pasted, dropped on the messages. */
import { byId, el, icon } from '../dom.js';

/** `add(files)` takes them; `place()` names where they would go, or undefined where none may be sent. */
export function takeFiles(input, { add, place }) {
  const chooser = el('input', { type: 'file', multiple: true, hidden: true });
  chooser.addEventListener('change', () => {
    add([...chooser.files]);
    chooser.value = '';
    input.focus();
  });
  const button = el(
    'button.icon-button',
    { type: 'button', 'aria-label': 'Add files', title: 'Add files', onclick: () => chooser.click() },
    icon('plus'),
  );
  input.addEventListener('paste', event => {
    const files = [...(event.clipboardData?.files ?? [])];
    if (files.length === 0 || !place()) return;
    event.preventDefault();
    add(files);
  });

  const chat = byId('chat');
  const cover = el('div.drop-cover', { hidden: true });
  chat.append(cover);
  const hasFiles = event => event.dataTransfer?.types.includes('Files') && place();
  chat.addEventListener('dragover', event => {
    if (!hasFiles(event)) return;
    event.preventDefault();
    cover.textContent = `Drop to send to ${place()}`;
    cover.hidden = false;
  });
  chat.addEventListener('dragleave', event => {
    if (!chat.contains(event.relatedTarget)) cover.hidden = true;
  });
  chat.addEventListener('drop', event => {
    if (!hasFiles(event)) return;
    event.preventDefault();
    cover.hidden = true;
    add([...event.dataTransfer.files]);
    input.focus();
  });
  return { button, chooser };
}
