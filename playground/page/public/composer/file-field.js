/** A command's option that takes a file: chosen, or dropped on its chip. */
import { el, freshId } from '../dom.js';
import { createTray } from './tray.js';

/** The same acts as an option that is typed; `upload(file, onProgress)` sends it ahead. */
export function createFileField(option, { upload, onAccept, onSubmit, onLeave, onRemove, onFocus }) {
  const id = freshId('option');
  const chooser = el('input', { type: 'file', hidden: true });
  const button = el(
    'button.option-file',
    {
      id,
      type: 'button',
      'aria-describedby': 'command-hint',
      onclick: () => chooser.click(),
    },
    'Choose a file',
  );
  const element = el('div.option-chip', {}, el('label', { for: id }, option.name), button, chooser);
  const tray = createTray({ upload, most: 1, onChange: draw });

  function draw() {
    button.textContent = tray.names()[0] ?? 'Choose a file';
  }
  function take(files) {
    if (files.length === 0) return;
    tray.clear();
    tray.add(files);
    mark(undefined);
    onAccept();
  }
  function mark(problem) {
    element.classList.toggle('invalid', problem !== undefined);
    button.setAttribute('aria-invalid', String(problem !== undefined));
    field.problem = problem;
  }

  chooser.addEventListener('change', () => {
    take([...chooser.files]);
    chooser.value = '';
    button.focus();
  });
  element.addEventListener('dragover', event => event.preventDefault());
  element.addEventListener('drop', event => {
    event.preventDefault();
    event.stopPropagation();
    take([...event.dataTransfer.files]);
  });
  button.addEventListener('focus', onFocus);
  button.addEventListener('keydown', event => {
    if (event.key === 'Enter' && !tray.isEmpty) onSubmit();
    else if (event.key === 'Escape') onLeave();
    else if (event.key === 'Backspace') {
      if (tray.isEmpty) onRemove();
      else tray.clear();
    } else return;
    event.preventDefault();
    event.stopPropagation();
  });

  let sent;
  let refused;
  const field = {
    option,
    element,
    popup: tray.element,
    problem: undefined,
    focus: () => button.focus(),
    get isEmpty() {
      return tray.isEmpty;
    },
    /** Waits until the file is at the server. */
    async ready() {
      sent = undefined;
      refused = undefined;
      try {
        [sent] = await tray.ids();
      } catch (problem) {
        refused = problem.message;
      }
    },
    read() {
      const missing = option.required && tray.isEmpty ? 'Choose a file: it is required.' : undefined;
      const problem = refused ?? missing;
      mark(problem);
      if (problem) return { problem };
      return sent === undefined ? {} : { value: { upload: sent } };
    },
  };
  return field;
}
