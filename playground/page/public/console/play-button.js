/** Lets the clock run, and stops it again: in the clock's menu, and beside the clock for as long as it runs. */
import { el, icon } from '../dom.js';

export function createPlayButtons(controls, travel) {
  const words = el('span');
  const sign = el('span.clock-play-sign');
  const play = el(
    'button.clock-play',
    { type: 'button', onclick: () => travel(controls.clock.isPlaying ? 'stop' : 'play') },
    sign,
    words,
    el('span.quiet', {}, 'An hour goes by each second'),
  );
  const stop = el(
    'button.strip-button.clock-stop',
    { type: 'button', hidden: true, title: 'Stop the clock', onclick: () => travel('stop') },
    icon('stop'),
    el('span.only-for-screen-readers', {}, 'Stop the clock'),
  );
  let shown;
  function draw() {
    const { isPlaying, isMoving } = controls.clock;
    const state = `${isPlaying} ${isMoving}`;
    if (shown === state) return;
    shown = state;
    words.textContent = isPlaying ? 'Stop' : 'Play';
    sign.replaceChildren(icon(isPlaying ? 'stop' : 'play'));
    play.setAttribute('aria-disabled', String(isMoving && !isPlaying));
    // Who stopped it from here goes on at the clock beside it.
    if (!isPlaying && document.activeElement === stop) document.getElementById('open-clock').focus();
    stop.hidden = !isPlaying;
  }
  controls.on('clock', draw);
  draw();
  return { play, stop };
}
