/** Files of a form: chosen or dropped, sent ahead while the rest is filled in. */
import { createTray } from '../../composer/tray.js';
import { el } from '../../dom.js';

export function fileField(component, { id, required, upload }) {
  const { min_values: least = 1, max_values: most = 1, file_types: types } = component;
  const tray = createTray({ upload, most });
  const accept = types?.map(type => (type.startsWith('.') ? type : `.${type}`)).join(',');
  const input = el('input', { type: 'file', id, multiple: most > 1, accept, 'aria-describedby': `${id}-about` });
  input.addEventListener('change', () => {
    if (most === 1) tray.clear();
    tray.add([...input.files]);
    input.value = '';
  });
  const element = el(
    'div.field-files',
    {},
    input,
    accept && el('p.field-description', {}, `Files of type ${accept.replaceAll(',', ', ')}`),
    tray.element,
  );
  element.addEventListener('dragover', event => event.preventDefault());
  element.addEventListener('drop', event => {
    event.preventDefault();
    event.stopPropagation();
    tray.add([...event.dataTransfer.files]);
  });
  let ids = [];
  return {
    element,
    read: () => (ids.length > 0 ? { uploads: ids } : []),
    /** Waits until all are at the server; rejects if one can't be sent. */
    async ready() {
      ids = await tray.ids();
    },
    problem() {
      const { length } = tray.names();
      if (length === 0) return required ? 'Choose a file: it is required.' : undefined;
      return length < least ? `Choose at least ${least} files.` : undefined;
    },
  };
}
