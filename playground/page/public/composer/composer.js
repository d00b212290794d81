/** Where the member writes: plain messages, or a command once "/" is typed. */
import { byId, el } from '../dom.js';
import { channelName as placeOf } from '../panes/channel-sign.js';
import { createCommandForm } from './command-form.js';
import { listCommands } from './commands.js';
import { createDrafts } from './drafts.js';
import { createTextForm } from './text-form.js';

/** `actions`: say(message), upload, typing, editLast, run(command, values), suggest(command, option, typed, values). */
export function createComposer(store, actions) {
  const footer = byId('composer');
  const drafts = createDrafts();
  let commandForm;
  let commands = [];
  const form = createTextForm(store, actions, { commands: () => commands, startCommand: start, placeOf });
  const waiting = el('p.waiting', { role: 'status' });
  const { input } = form;
  footer.append(form.element, waiting);

  function start(command) {
    leave();
    commandForm = createCommandForm(command, {
      state: () => store.state,
      upload: actions.upload,
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
    form.element.hidden = true;
    footer.insertBefore(commandForm.element, waiting);
    commandForm.focus();
  }

  function leave() {
    commandForm?.element.remove();
    commandForm = undefined;
    form.element.hidden = false;
    form.resize();
  }

  let underWay = 0;
  async function during(work) {
    underWay += 1;
    waiting.textContent = 'Sending the command…';
    await work;
    underWay -= 1;
    if (underWay === 0) waiting.textContent = '';
  }

  store.on('channel', () => {
    commands = listCommands(store.commands);
    const channel = store.channel();
    const text = drafts.change(channel.id, input.value);
    if (text !== input.value) {
      leave();
      form.tray.clear();
      form.reply.clear();
      input.value = text;
      form.resize();
    }
  });
  const drawRights = () => {
    const channel = store.channel();
    if (!channel) return;
    input.disabled = !channel.canWrite;
    form.slash.disabled = commands.length === 0 || !channel.canWrite;
    form.files.disabled = !channel.canWrite || !channel.may.attach;
    input.placeholder = invitation(channel);
    input.setAttribute('aria-label', `Message ${placeOf(channel)}`);
  };
  store.on('channel', drawRights);
  store.on('state', drawRights);

  return {
    /** Not where it would bring up a keyboard on the screen. */
    focus: () => !matchMedia('(pointer: coarse)').matches && (commandForm ?? input).focus(),
    /** The next message answers this one. */
    reply(message) {
      leave();
      form.reply.begin(message);
      input.focus();
    },
    /** Writes a mention where the cursor is. */
    mention({ name }) {
      leave();
      const before = input.value.slice(0, input.selectionStart);
      input.setRangeText(`${/\S$/.test(before) ? ' ' : ''}@${name} `, input.selectionStart, input.selectionEnd, 'end');
      input.focus();
      form.resize();
    },
    /** Begins a command by its name, as a click on a mention of it does. */
    startCommand(name) {
      const command = commands.find(entry => entry.name === name);
      if (command) return start(command);
      input.value = `${name} `;
      input.focus();
      return form.complete();
    },
  };
}

/** A text box can't wrap this, so it is short where there is little room. */
function invitation(channel) {
  if (channel.locked && !channel.canWrite) return 'This thread is locked.';
  if (channel.archived) return 'This thread is closed. A message opens it again.';
  if (!channel.canWrite) return `You may not write in ${placeOf(channel)}.`;
  if (matchMedia('(max-width: 480px)').matches) return 'Message, or /command';
  return `Message ${placeOf(channel)}, or / for commands`;
}
