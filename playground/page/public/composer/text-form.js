/** Plain messages: the text, its files, whom it answers, and suggestions for commands and mentions while typing. */
import { el, icon } from '../dom.js';
import { createListbox } from '../listbox.js';
import { commandSuggestions } from './commands.js';
import { encodeMentions, mentionAt, mentionSuggestions } from './mentions.js';
import { createReplyBar } from './reply-bar.js';
import { takeFiles } from './take-files.js';
import { createTray } from './tray.js';

/** `actions`: say(message), upload(file, onProgress), typing(), editLast(). `commands()` lists what is offered. */
export function createTextForm(store, actions, { commands, startCommand, placeOf }) {
  const input = el('textarea', {
    id: 'composer-text',
    rows: 1,
    role: 'combobox',
    'aria-autocomplete': 'list',
    maxlength: 2000,
    autocomplete: 'off',
    enterkeyhint: 'send',
  });
  const picker = createListbox(input, { label: 'Suggestions', onChoose: choose });
  const send = el('button.icon-button.send', { type: 'submit', 'aria-label': 'Send', title: 'Send' }, icon('send'));
  const slash = el(
    'button.icon-button.slash',
    { type: 'button', 'aria-label': 'Commands', title: 'Commands', onclick: openPicker },
    '/',
  );
  const tray = createTray({ upload: actions.upload });
  const reply = createReplyBar(store, { onClose: () => input.focus() });
  const files = takeFiles(input, {
    add: list => tray.add(list),
    place: () => (store.channel()?.may.attach ? placeOf(store.channel()) : undefined),
  });
  const element = el(
    'form.text-form',
    { 'aria-label': 'Message' },
    el('div.popups', {}, picker.element),
    reply.element,
    tray.element,
    el('div.text-line', {}, files.button, files.chooser, slash, input, send),
  );

  function openPicker() {
    if (!input.value.startsWith('/')) input.value = '/';
    input.focus();
    complete();
  }

  function complete() {
    const typed = input.value;
    if (!typed.startsWith('/') || typed.includes('\n')) return completeMention();
    const exact = typed.endsWith(' ') && commands().find(({ name }) => name === typed.trimEnd());
    if (exact) return start(exact);
    const entries = commandSuggestions(commands(), typed);
    const none = commands().length === 0 ? 'There are no commands here yet.' : 'No command fits.';
    return picker.show(entries, { title: 'Commands', text: entries.length === 0 ? none : '' });
  }

  function completeMention() {
    const mention = mentionAt(input.value.slice(0, input.selectionStart));
    const entries = mention ? mentionSuggestions(mention, store.state) : [];
    if (entries.length === 0) return picker.hide();
    const title = mention.sign === '@' ? 'Members and roles' : 'Channels';
    return picker.show(
      entries.map(entry => ({ ...entry, mention })),
      { title },
    );
  }

  function choose({ command, mention, insert }) {
    if (command) return start(command);
    picker.hide();
    input.setRangeText(`${insert} `, mention.start, input.selectionStart, 'end');
    return resize();
  }

  function start(command) {
    picker.hide();
    input.value = '';
    startCommand(command);
  }

  async function submit() {
    const text = input.value.trim();
    if ((text === '' && tray.isEmpty) || input.disabled) return;
    picker.hide();
    const ids = await tray.ids().catch(() => undefined);
    // The tray says what is wrong with a file.
    if (!ids) return;
    input.value = '';
    resize();
    const sent = await actions.say({ text: encodeMentions(text, store.state), files: ids, ...reply.read() });
    if (sent) {
      tray.clear();
      reply.clear();
    } else if (input.value === '') {
      // What could not be sent is not lost.
      input.value = text;
    }
    resize();
  }

  function resize() {
    input.style.height = 'auto';
    input.style.height = `${input.scrollHeight}px`;
  }

  input.addEventListener('input', () => {
    resize();
    complete();
    if (input.value !== '' && !input.value.startsWith('/')) actions.typing();
  });
  input.addEventListener('focus', () => input.value.startsWith('/') && complete());
  input.addEventListener('blur', () => picker.hide());
  input.addEventListener('keydown', event => {
    if (event.isComposing || picker.handles(event)) return;
    if (event.key === 'Enter' && !event.shiftKey) void submit();
    else if (event.key === 'Escape' && reply.isOpen) reply.clear();
    else if (event.key !== 'ArrowUp' || input.value !== '' || !actions.editLast()) return;
    event.preventDefault();
    event.stopPropagation();
  });
  element.addEventListener('submit', event => {
    event.preventDefault();
    void submit();
  });

  return { element, input, slash, files: files.button, tray, reply, complete, resize };
}
