/** The playground's clock: what it shows, and the ways to move it. */
import { now } from '../clock.js';
import { el, icon } from '../dom.js';
import { refreshRelativeTimes } from '../markdown/render.js';
import { formatTime } from '../time.js';
import { distanceInWords } from './distance.js';
import { createPlayButtons } from './play-button.js';

/** For whom moving things are too much, the running clock is drawn once a second. */
const wantsStillness = matchMedia('(prefers-reduced-motion: reduce)');

const short = { weekday: 'short', day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' };

export function createClockMenu(controls) {
  const face = el('time.clock-face');
  const badge = el('span.clock-ahead', { hidden: true });
  const menu = el('div.clock-menu', {
    id: 'clock-menu',
    popover: 'auto',
    role: 'dialog',
    'aria-labelledby': 'clock-title',
  });
  const button = el(
    'button.strip-button',
    { type: 'button', id: 'open-clock', popovertarget: 'clock-menu', 'aria-haspopup': 'dialog' },
    icon('clock'),
    el('span.only-for-screen-readers', {}, "The playground's time: "),
    face,
    badge,
  );
  const full = el('p.clock-full');
  const state = el('p.clock-state', { role: 'status' });
  const ways = el('div.clock-ways');
  const problem = el('p.problem', { role: 'alert', hidden: true });

  async function travel(to) {
    problem.hidden = true;
    try {
      await controls.travel(to);
    } catch ({ message }) {
      problem.textContent = message;
      problem.hidden = false;
    }
  }
  const { play, stop } = createPlayButtons(controls, travel);
  menu.append(
    el('h2', { id: 'clock-title' }, "The playground's time"),
    full,
    state,
    el('p.quiet', {}, 'Only this community and its bot live by it. Your computer keeps its own time.'),
    play,
    ways,
    problem,
  );
  const hint = ({ name, startsAt }) => `${name}, ${formatTime(startsAt, 'f')}`;
  const way = (to, words, hint) =>
    el(
      'button.clock-way',
      { type: 'button', dataset: { to }, onclick: () => travel(to) },
      words,
      hint && el('span.quiet', {}, hint),
    );

  function drawWays() {
    const { meeting, event, ahead, isMoving } = controls.clock;
    const focused = ways.contains(document.activeElement) ? document.activeElement.dataset.to : undefined;
    ways.replaceChildren(
      way('hour', '1 hour later'),
      way('day', '1 day later'),
      event ? way('event', 'To the next event', `16 minutes before it: ${hint(event)}`) : '',
      meeting ? way('meeting', 'To its start', hint(meeting)) : '',
      distanceInWords(ahead) ? way('present', 'Back to now') : '',
    );
    for (const item of ways.children) item.setAttribute('aria-disabled', String(isMoving));
    if (focused) (ways.querySelector(`[data-to="${focused}"]`) ?? ways.firstChild).focus();
  }
  function drawTime() {
    const millis = now();
    const { ahead, isMoving, isPlaying } = controls.clock;
    face.textContent = new Intl.DateTimeFormat(undefined, short).format(millis);
    face.dateTime = new Date(millis).toISOString();
    full.textContent = formatTime(millis, 'F');
    const distance = distanceInWords(ahead);
    badge.hidden = !distance;
    badge.textContent = distance ?? '';
    button.classList.toggle('moving', isMoving);
    const words = isPlaying
      ? 'The clock runs: an hour each second.'
      : isMoving
        ? 'The clock is moving…'
        : distance
          ? `${distance} of your computer`
          : "The same as your computer's";
    if (state.textContent !== words) state.textContent = words;
  }

  let wasMoving = false;
  let known = '';
  let drawnAt = 0;
  controls.on('clock', () => {
    const { clock } = controls;
    if (clock.isMoving && wasMoving && wantsStillness.matches && Date.now() - drawnAt < 1000) return;
    drawnAt = Date.now();
    drawTime();
    refreshRelativeTimes();
    // While it runs the ways stay the same, and keep the focus.
    const shown = JSON.stringify([clock.meeting, distanceInWords(clock.ahead) === undefined]);
    if (shown !== known || clock.isMoving !== wasMoving) drawWays();
    known = shown;
    wasMoving = clock.isMoving;
  });
  menu.addEventListener('toggle', ({ newState }) => {
    button.setAttribute('aria-expanded', String(newState === 'open'));
    if (newState !== 'open') return;
    place(menu, button);
    play.focus();
  });
  // A minute never passes unseen.
  setInterval(drawTime, 1000);
  drawTime();
  drawWays();
  return el('div.clock', {}, button, stop, menu);
}

/** Under its button, and never beyond the edge of the window. */
function place(menu, button) {
  const { left, bottom } = button.getBoundingClientRect();
  const furthest = document.documentElement.clientWidth - menu.offsetWidth - 8;
  menu.style.left = `${Math.max(8, Math.min(left, furthest))}px`;
  menu.style.top = `${bottom + 4}px`;
}
