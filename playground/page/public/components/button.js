/** Buttons of messages. While the bot has not answered, a pressed button waits. */
import { el, icon } from '../dom.js';

const styles = { 1: 'primary', 2: 'secondary', 3: 'success', 4: 'danger', 5: 'link' };

export function renderButton(button, { press }) {
  const { style, label, emoji, url, disabled, custom_id: customId } = button;
  const content = [emoji && el('span.button-emoji', {}, emojiText(emoji)), label && el('span', {}, label)];
  if (style === 5) {
    const properties = disabled
      ? { 'aria-disabled': 'true' }
      : { href: url, target: '_blank', rel: 'noreferrer noopener' };
    return el('a.button.link', properties, content, icon('out'));
  }
  const element = el(`button.button.${styles[style] ?? 'secondary'}`, { type: 'button', disabled }, content);
  if (customId) element.dataset.customId = customId;
  element.addEventListener('click', () => {
    if (element.getAttribute('aria-busy') !== 'true') void wait(element, press(customId));
  });
  return element;
}

/** Custom emoji are pictures on Discord's servers, which this page never asks. */
export const emojiText = ({ id, name }) => (id ? `:${name}:` : name);

/** Shows that something is under way without moving the focus, as `disabled` would. */
export async function wait(element, work) {
  element.setAttribute('aria-busy', 'true');
  try {
    await work;
  } finally {
    element.removeAttribute('aria-busy');
  }
}
