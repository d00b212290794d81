/** Where the member writes: plain messages, or a command once "/" is typed. */
import { byId, el, icon } from '../dom.js';
import { createListbox } from '../listbox.js';
import { createCommandForm } from './command-form.js';
import { findCommands, listCommands } from './commands.js';

/** `actions`: say(text), run(command, values), suggest(command, option, typed, values). */
export function createComposer(store, actions) {
  const footer = byId('composer');
  const input = el('textarea', {
    id: 'composer-text',
    rows: 1,
    role: 'combobox',
    'aria-autocomplete': 'list',
    maxlength: 2000,
    autocomplete: 'off',
    enterkeyhint: 'send',
  });
  const picker = createListbox(input, { label: 'Commands', onChoose: ({ command }) => start(command) });
  const send = el('button.icon-button.send', { type: 'submit', 'aria-label': 'Send', title: 'Send' }, icon('send'));
  const slash = el(
    'button.icon-button.slash',
    { type: 'button', 'aria-label': 'Commands', title: 'Commands', onclick: openPicker },
    '/',
  );
  const form = el(
    'form.text-form',
    { 'aria-label': 'Message' },
    el('div.popups', {}, picker.element),
    el('div.text-line', {}, slash, input, send),
  );
  const waiting = el('p.waiting', { role: 'status' });
  footer.append(form, waiting);
  let commandForm;
  let commands = [];

  function openPicker() {
    if (!input.value.startsWith('/')) input.value = '/';
    input.focus();
    complete();
  }

  function complete() {
    const typed = input.value;
    if (!typed.startsWith('/') || typed.includes('\n')) return picker.hide();
    const exact = typed.endsWith(' ') && commands.find(({ name }) => name === typed.trimEnd());
    if (exact) return start(exact);
    const found = findCommands(commands, typed);
    const entries = found.map(command => ({
      command,
      label: command.name,
      detail: command.description,
      hint: hintOf(command),
    }));
    const none = commands.length === 0 ? 'There are no commands here yet.' : 'No command fits.';
    return picker.show(entries, { title: 'Commands', text: entries.length === 0 ? none : '' });
  }

  function start(command) {
    leave();
    picker.hide();
    input.value = '';
    commandForm = createCommandForm(command, {
      state: () => store.state,
      suggest: (option, typed, values) => actions.suggest(command, option, typed, values),
      onSend: values => {
        leave();
        input.focus();
        void during(actions.run(command, values));
      },
      onCancel: () => {
        leave();
        input.focus();
      },
    });
    form.hidden = true;
    footer.insertBefore(commandForm.element, waiting);
    commandForm.focus();
  }

  function leave() {
    commandForm?.element.remove();
    commandForm = undefined;
    form.hidden = false;
    resize();
  }

  let underWay = 0;
  async function during(work) {
    underWay += 1;
    waiting.textContent = 'Sending the command…';
    await work;
    underWay -= 1;
    if (underWay === 0) waiting.textContent = '';
  }

  async function submit() {
    const text = input.value.trim();
    if (text === '') return;
    picker.hide();
    input.value = '';
    resize();
    const sent = await actions.say(text);
    // What could not be sent is not lost.
    if (!sent && input.value === '') input.value = text;
    resize();
  }

  function resize() {
    input.style.height = 'auto';
    input.style.height = `${input.scrollHeight}px`;
  }

  input.addEventListener('input', () => {
    resize();
    complete();
  });
  input.addEventListener('focus', () => input.value.startsWith('/') && complete());
  input.addEventListener('blur', () => picker.hide());
  input.addEventListener('keydown', event => {
    if (event.isComposing || picker.handles(event)) return;
    if (event.key !== 'Enter' || event.shiftKey) return;
    event.preventDefault();
    void submit();
  });
  form.addEventListener('submit', event => {
    event.preventDefault();
    void submit();
  });

  store.on('channel', () => {
    commands = listCommands(store.commands);
    const channel = store.channel();
    input.disabled = !channel.canWrite;
    slash.disabled = commands.length === 0 || !channel.canWrite;
    input.placeholder = invitation(channel);
    input.setAttribute('aria-label', `Message ${placeOf(channel)}`);
  });

  return {
    /** Not where it would bring up a keyboard on the screen. */
    focus: () => !matchMedia('(pointer: coarse)').matches && (commandForm ?? input).focus(),
    /** Begins a command by its name, as a click on a mention of it does. */
    startCommand(name) {
      const command = commands.find(entry => entry.name === name);
      if (command) return start(command);
      input.value = `${name} `;
      input.focus();
      return complete();
    },
  };
}

const placeOf = ({ type, name }) => `${type === 1 ? '@' : '#'}${name}`;

/** A text box can't wrap this, so it is short where there is little room. */
function invitation(channel) {
  if (!channel.canWrite) return `You may not write in ${placeOf(channel)}.`;
  if (matchMedia('(max-width: 480px)').matches) return 'Message, or / for commands';
  return `Message ${placeOf(channel)}, or / for commands`;
}

/** "path, +1 optional", as a preview of what will be asked. */
function hintOf({ options }) {
  const required = options.filter(option => option.required).map(option => option.name);
  const optional = options.length - required.length;
  return [...required, optional > 0 && `+${optional} optional`].filter(Boolean).join(' ');
}
