/** The files that will go with a message. */
import { el } from '../dom.js';
import { createUploadItem } from './upload-item.js';

/** `upload(file, onProgress)` sends a file; `onChange` hears of each that comes or goes. */
export function createTray({ upload, most = 10, onChange = () => {} }) {
  const list = el('ul.upload-list', { 'aria-label': 'Files to send' });
  const problem = el('p.problem', { role: 'alert', hidden: true });
  const element = el('div.tray', { hidden: true }, list, problem);
  let items = [];

  function draw() {
    list.replaceChildren(...items.map(item => item.element));
    element.hidden = items.length === 0 && problem.hidden;
    onChange();
  }
  function remove(item) {
    items = items.filter(other => other !== item);
    item.release();
    problem.hidden = true;
    draw();
  }

  return {
    element,
    get isEmpty() {
      return items.length === 0;
    },
    add(files) {
      const room = most - items.length;
      items = [
        ...items,
        ...[...files].slice(0, room).map(file => createUploadItem(file, { upload, onRemove: remove })),
      ];
      problem.hidden = files.length <= room;
      problem.textContent = `Up to ${most} ${most === 1 ? 'file' : 'files'} at once.`;
      draw();
    },
    /** The ids of all, once they are there; rejects if one could not be sent. */
    ids: () => Promise.all(items.map(({ sent }) => sent)),
    names: () => items.map(({ file }) => file.name),
    clear() {
      for (const item of items) item.release();
      items = [];
      problem.hidden = true;
      draw();
    },
  };
}
