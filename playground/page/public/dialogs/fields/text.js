/** A line or several lines of text. */
import { el } from '../../dom.js';

const severalLines = 2;

export function textField(component, { id, required }) {
  const shared = {
    id,
    required,
    minlength: component.min_length,
    maxlength: component.max_length ?? 4000,
    placeholder: component.placeholder,
    'aria-describedby': `${id}-about`,
  };
  const isLong = component.style === severalLines;
  const input = isLong ? el('textarea', { ...shared, rows: 4 }) : el('input', { ...shared, type: 'text' });
  input.value = component.value ?? '';
  const counter = el('span.field-count', { 'aria-hidden': 'true' });
  const draw = () => {
    const least = component.min_length ?? 0;
    const isShort = input.value !== '' && input.value.length < least;
    counter.textContent = isShort ? `at least ${least}` : isLong ? `${input.value.length}/${shared.maxlength}` : '';
  };
  input.addEventListener('input', draw);
  draw();
  return { element: el('div.field-text', {}, input, counter), read: () => input.value };
}
