/** Something small that opens beside what was pressed, and goes when something else is done. */

const gap = 6;

/**
 * Shows `element` at a point `{ x, y }` or beside an element, inside the window. Escape, a press elsewhere and the
 * function returned close it; then the focus goes back to where it was.
 */
export function openPopup(element, place, { onClose } = {}) {
  const before = document.activeElement;
  const listening = new AbortController();
  // Not `auto`: letting go of the right button would close what pressing it has opened.
  element.popover = 'manual';
  element.classList.add('popup');
  (document.querySelector('dialog[open]') ?? document.body).append(element);
  element.showPopover();
  move(element, place);

  function close() {
    if (listening.signal.aborted) return;
    listening.abort();
    const hadFocus = element.contains(document.activeElement) || document.activeElement === document.body;
    element.remove();
    if (hadFocus && before?.isConnected) before.focus({ preventScroll: true });
    onClose?.();
  }
  const { signal } = listening;
  const elsewhere = event => !element.contains(event.target) && close();
  document.addEventListener('pointerdown', elsewhere, { capture: true, signal });
  document.addEventListener('focusin', elsewhere, { signal });
  addEventListener('resize', close, { signal });
  element.addEventListener('keydown', event => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    close();
  });
  return close;
}

function move(element, place) {
  const { width, height } = element.getBoundingClientRect();
  const isPoint = !(place instanceof Element);
  const area = isPoint
    ? { left: place.x, right: place.x, top: place.y, bottom: place.y }
    : place.getBoundingClientRect();
  const beside = area.right + gap + width <= innerWidth ? area.right + gap : area.left - gap - width;
  const left = isPoint && area.left + width <= innerWidth ? area.left : beside;
  element.style.left = `${clamp(left, gap, innerWidth - width - gap)}px`;
  element.style.top = `${clamp(area.top, gap, innerHeight - height - gap)}px`;
}

const clamp = (value, least, most) => Math.max(least, Math.min(value, most));
