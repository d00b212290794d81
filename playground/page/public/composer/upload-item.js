/** One file on its way: a preview, how far it is, and a button to leave it out. */
import { el, icon } from '../dom.js';
import { largestFile, sizeInWords } from '../uploads.js';

/** `upload(file, onProgress)` sends it. `item.sent` resolves with its id, or rejects with the reason. */
export function createUploadItem(file, { upload, onRemove }) {
  const isPicture = file.type.startsWith('image/');
  const url = isPicture ? URL.createObjectURL(file) : undefined;
  const progress = el('progress', { max: 1, value: 0, 'aria-label': `Sending ${file.name}` });
  const note = el('p.upload-size', {}, sizeInWords(file.size));
  const element = el(
    'li.upload',
    {},
    isPicture ? el('img', { src: url, alt: '' }) : el('span.upload-sign', {}, icon('file')),
    el('p.upload-name', { title: file.name }, file.name),
    note,
    progress,
    el(
      'button.icon-button.upload-remove',
      { type: 'button', 'aria-label': `Remove ${file.name}`, title: 'Remove', onclick: () => onRemove(item) },
      icon('bin'),
    ),
  );

  async function send() {
    if (file.size > largestFile) throw new Error(`${file.name} is too large: 10 MB are the limit.`);
    return upload(file, share => {
      progress.value = share;
    });
  }
  const sent = send();
  sent.then(
    () => {
      progress.hidden = true;
    },
    problem => {
      progress.hidden = true;
      element.classList.add('failed');
      note.textContent = problem.message;
      note.setAttribute('role', 'alert');
    },
  );

  const item = {
    element,
    sent,
    file,
    release: () => url && URL.revokeObjectURL(url),
  };
  return item;
}
