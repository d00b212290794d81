/** One option of a command: a chip with its name and a field, completed by the page or by the bot. */
import { el, freshId } from '../dom.js';
import { createListbox } from '../listbox.js';
import { ownSuggestions, readValue } from './values.js';

const pause = 150;

/**
 * `suggest(option, typed)` asks the bot. `onAccept`, `onSubmit`, `onLeave` (Escape), `onRemove` (Backspace in the
 * empty field) tell the form what to do next; `onFocus` lets it show the option's hint.
 */
export function createOptionField(option, { state, suggest, onAccept, onSubmit, onLeave, onRemove, onFocus }) {
  const id = freshId('option');
  const input = el('input', {
    id,
    type: 'text',
    role: 'combobox',
    autocomplete: 'off',
    spellcheck: 'false',
    'aria-autocomplete': 'list',
    'aria-required': String(Boolean(option.required)),
    'aria-describedby': 'command-hint',
    enterkeyhint: 'send',
  });
  const element = el('div.option-chip', {}, el('label', { for: id }, option.name), input);
  const list = createListbox(input, { label: option.name, onChoose: accept });
  let chosen;
  let asked = 0;
  let timer;

  function accept(entry) {
    chosen = entry;
    input.value = entry.label;
    forget();
    resize();
    markProblem(undefined);
    onAccept();
  }

  /** Drops suggestions that are still on their way. */
  function forget() {
    asked += 1;
    clearTimeout(timer);
    list.hide();
  }

  function complete(afterPause) {
    if (!option.autocomplete) {
      const own = ownSuggestions(option, input.value, state());
      if (own) list.show(own, { title: option.name, text: own.length === 0 ? 'Nothing in the list fits.' : '' });
      return;
    }
    asked += 1;
    const question = asked;
    clearTimeout(timer);
    if (list.isOpen) list.markStale();
    else list.show([], { title: option.name, text: 'Loading options…' });
    timer = setTimeout(async () => {
      try {
        const { choices } = await suggest(option, input.value);
        if (question !== asked) return;
        const entries = choices.map(({ name, value }) => ({ label: name, value }));
        list.show(entries, { title: option.name, text: entries.length === 0 ? 'No options match your search.' : '' });
      } catch {
        if (question === asked) list.show([], { title: option.name, text: 'Loading options failed.' });
      }
    }, afterPause);
  }

  function resize() {
    element.style.setProperty('--signs', Math.min(Math.max([...input.value].length + 1, 4), 60));
  }

  function markProblem(problem) {
    element.classList.toggle('invalid', problem !== undefined);
    input.setAttribute('aria-invalid', String(problem !== undefined));
    field.problem = problem;
  }

  input.addEventListener('input', () => {
    chosen = undefined;
    resize();
    markProblem(undefined);
    onFocus();
    complete(pause);
  });
  input.addEventListener('focus', () => {
    onFocus();
    if (!chosen) complete(0);
  });
  input.addEventListener('blur', forget);
  input.addEventListener('keydown', event => {
    if (event.isComposing || list.handles(event)) return;
    if (event.key === 'Enter') onSubmit();
    else if (event.key === 'Escape') onLeave();
    else if (event.key === 'Backspace' && input.value === '') onRemove();
    else if (event.key === 'ArrowDown' && !list.isOpen) complete(0);
    else return;
    event.preventDefault();
    event.stopPropagation();
  });

  const field = {
    option,
    element,
    popup: list.element,
    problem: undefined,
    focus: () => input.focus(),
    get isEmpty() {
      return input.value.trim() === '';
    },
    /** As `readValue`; what is wrong is marked on the chip too. */
    read() {
      const result = readValue(option, { text: input.value, chosen }, state());
      markProblem(result.problem);
      return result;
    },
  };
  resize();
  return field;
}
