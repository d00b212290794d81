/** Whoever begins to type writes a message, wherever the focus was. */

/** Here a letter means something else. */
const own = 'input, textarea, select, [contenteditable], [role=combobox], [role=menu], dialog, [popover], #inspector';

export function typeAnywhere(focusComposer) {
  document.addEventListener('keydown', event => {
    const { key, target, ctrlKey, metaKey, altKey, isComposing, defaultPrevented } = event;
    // A space presses the button that has the focus.
    const writes = [...key].length === 1 && key !== ' ' && !ctrlKey && !metaKey && !altKey;
    if (!writes || isComposing || defaultPrevented || target.closest(own) || document.querySelector('dialog[open]'))
      return;
    // The letter itself arrives after this, in what has the focus by then.
    focusComposer();
  });
}
