/** A chosen command on its way: its options as chips, required ones first, optional ones to be added. */
import { el, icon } from '../dom.js';
import { createListbox } from '../listbox.js';
import { createFileField } from './file-field.js';
import { createOptionField } from './option-field.js';

const attachment = 11;

/** `onSend(values)` gets the values by option; `onCancel` goes back to plain text; `suggest(option, typed, values)`. */
export function createCommandForm(command, { state, upload, suggest, onSend, onCancel }) {
  const fields = [];
  const popups = el('div.popups');
  const hint = el('p.command-hint', { id: 'command-hint', role: 'status' }, command.description);
  const chips = el('div.option-chips');
  const send = el(
    'button.icon-button.send',
    { type: 'submit', 'aria-label': `Send ${command.name}`, title: 'Send' },
    icon('send'),
  );
  const cancel = el(
    'button.icon-button',
    { type: 'button', 'aria-label': 'Cancel the command', title: 'Cancel (Esc)', onclick: onCancel },
    icon('close'),
  );
  const line = el('div.command-line', {}, el('span.command-name', {}, command.name), chips, cancel, send);
  const element = el(
    'form.command-form',
    { 'aria-label': `Command ${command.name}`, novalidate: true },
    popups,
    hint,
    line,
  );
  element.addEventListener('submit', event => {
    event.preventDefault();
    void submit();
  });
  send.addEventListener('keydown', event => {
    if (event.key !== 'Escape' && event.key !== 'Backspace') return;
    event.preventDefault();
    onCancel();
  });

  const adder = createAdder();

  function createAdder() {
    const input = el('input.option-adder', {
      type: 'text',
      role: 'combobox',
      autocomplete: 'off',
      'aria-label': 'Add an option',
      'aria-autocomplete': 'list',
      'aria-describedby': 'command-hint',
      enterkeyhint: 'send',
    });
    const list = createListbox(input, {
      label: 'Optional options',
      onChoose: ({ option }) => {
        input.value = '';
        list.hide();
        add(option).focus();
      },
    });
    const remaining = () => command.options.filter(option => !fields.some(field => field.option === option));
    const show = () => {
      const wanted = input.value.trim().toLowerCase();
      const entries = remaining()
        .filter(({ name }) => name.includes(wanted))
        .map(option => ({ label: option.name, detail: option.description, option }));
      // Nothing is chosen beforehand: Enter sends the command as it is.
      list.show(entries, {
        title: 'Optional',
        start: wanted ? 0 : -1,
        text: entries.length === 0 ? 'No such option.' : '',
      });
      hint.textContent = command.description;
      hint.classList.remove('problem');
    };
    input.addEventListener('focus', show);
    input.addEventListener('input', show);
    input.addEventListener('blur', () => {
      input.value = '';
      list.hide();
    });
    input.addEventListener('keydown', event => {
      if (event.isComposing || list.handles(event)) return;
      if (event.key === 'Enter') void submit();
      else if (event.key === 'Escape') onCancel();
      else if (event.key === 'Backspace' && input.value === '') (fields.at(-1) ?? { focus: onCancel }).focus();
      else return;
      event.preventDefault();
      event.stopPropagation();
    });
    popups.append(list.element);
    return {
      input,
      update: () => {
        const left = remaining().length;
        input.hidden = left === 0;
        input.placeholder = `+${left} optional`;
      },
    };
  }

  function add(option) {
    const create = option.type === attachment ? createFileField : createOptionField;
    const field = create(option, {
      state,
      upload,
      suggest: (asked, typed) => suggest(asked, typed, others(asked)),
      onAccept: () => nextEmpty(field)?.focus(),
      onSubmit: submit,
      onLeave: onCancel,
      onRemove: () => remove(field),
      onFocus: () => describe(field),
    });
    fields.push(field);
    chips.insertBefore(field.element, adder.input);
    popups.append(field.popup);
    adder.update();
    return field;
  }

  /** An optional chip goes away; going back from the first required one leaves the command. */
  function remove(field) {
    const index = fields.indexOf(field);
    if (field.option.required) return index === 0 ? onCancel() : fields[index - 1].focus();
    fields.splice(index, 1);
    field.element.remove();
    field.popup.remove();
    adder.update();
    return (fields[index - 1] ?? { focus: () => adder.input.focus() }).focus();
  }

  const nextEmpty = field => fields.find(other => other !== field && other.isEmpty && other.option.required);

  function describe({ option, problem }) {
    hint.textContent = `${option.name}: ${problem ?? option.description}`;
    hint.classList.toggle('problem', problem !== undefined);
  }

  /** What the other options hold already, as the bot is told while it completes one. */
  function others(asked) {
    const filled = fields.filter(field => field.option !== asked && !field.isEmpty);
    return Object.fromEntries(
      filled.map(field => [field.option.name, field.read().value]).filter(([, value]) => value !== undefined),
    );
  }

  async function submit() {
    await Promise.allSettled(fields.map(field => field.ready?.()));
    const results = fields.map(field => ({ field, result: field.read() }));
    const wrong = results.find(({ result }) => result.problem);
    if (wrong) {
      wrong.field.focus();
      describe(wrong.field);
      return;
    }
    onSend(
      Object.fromEntries(
        results.filter(({ result }) => 'value' in result).map(({ field, result }) => [field.option.name, result.value]),
      ),
    );
  }

  chips.append(adder.input);
  for (const option of command.options.filter(({ required }) => required)) add(option);
  adder.update();

  return {
    element,
    focus() {
      if (fields.length > 0) fields[0].focus();
      else if (!adder.input.hidden) adder.input.focus();
      else send.focus();
    },
  };
}
