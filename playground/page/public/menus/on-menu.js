/** Hears when a menu is asked for: right click, the menu key, Shift+F10, or a long press on a touch screen. */

const longPress = 600;
const wobble = 10;

/** `open(target, place)` gets the element asked about; it returns false where the browser's own menu is better. */
export function onMenu(area, open) {
  area.addEventListener('contextmenu', event => {
    const { target } = event;
    // Links and marked text keep what the browser offers for them.
    if (target.closest('a[href], input, textarea') || String(getSelection()) !== '') return;
    // A key has no place on the screen of its own.
    const byKey = event.button !== 2 && event.pointerType !== 'touch';
    if (open(target, byKey ? target : { x: event.clientX, y: event.clientY }) !== false) event.preventDefault();
  });

  // Not every touch screen tells of a long press by itself.
  let timer;
  let start;
  const stop = () => clearTimeout(timer);
  area.addEventListener('pointerdown', event => {
    stop();
    if (event.pointerType !== 'touch') return;
    start = { x: event.clientX, y: event.clientY };
    const { target } = event;
    timer = setTimeout(() => open(target, start), longPress);
  });
  area.addEventListener('pointermove', event => {
    if (start && Math.hypot(event.clientX - start.x, event.clientY - start.y) > wobble) stop();
  });
  for (const end of ['pointerup', 'pointercancel', 'contextmenu', 'scroll']) area.addEventListener(end, stop, true);
}
