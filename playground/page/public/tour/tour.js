/** A guided tour: one step at a time, each pointing at the real thing and going on when it has really happened. */
import { byId } from '../dom.js';
import { createCard } from './card.js';
import { happened } from './happened.js';
import { createProgress } from './progress.js';
import { targetOf } from './target.js';

/** `focusComposer` leads to where the visitor writes. Returns how the tour is started, or taken up again. */
export function createTour(store, controls, focusComposer) {
  const { tour } = controls;
  const { meeting } = controls.clock;
  const steps = tour.steps.filter(({ needsMeeting, unlessMeeting }) => (meeting ? !unlessMeeting : !needsMeeting));
  const progress = createProgress(`tour-${store.state.guild.id}`, steps.length);
  const card = createCard({
    start: () => go(progress.start),
    next: () => go(progress.next),
    putAway: () => putAway(),
  });
  byId('app').append(card.element);
  let marked;

  function go(move) {
    const hadFocus = card.element.contains(document.activeElement);
    move();
    draw();
    // Who is asked to type should not have to look for the place first.
    if (hadFocus && current()?.at === 'composer') focusComposer();
  }
  function putAway() {
    const hadFocus = card.element.contains(document.activeElement);
    go(progress.putAway);
    byId('announcer').textContent = 'The tour is put away. The button Tour goes on with it.';
    if (hadFocus) byId('open-tour').focus();
  }
  const current = () => (progress.state === 'running' ? steps[progress.step] : undefined);

  function draw() {
    const step = current();
    if (step) card.step(step, progress.step, steps.length);
    else if (progress.state === 'offered') card.offer(tour);
    else card.hide();
    point();
  }
  /** What it points at may be drawn anew at any time. */
  function point() {
    const step = current();
    const target = step && targetOf(step.at);
    if (target === marked) return;
    marked?.classList.remove('tour-target');
    target?.classList.add('tour-target');
    marked = target;
  }
  function hear(news) {
    if (happened(current()?.until, news)) go(progress.next);
  }

  let isPointing = false;
  const redrawn = new MutationObserver(() => {
    if (isPointing) return;
    isPointing = true;
    requestAnimationFrame(() => {
      isPointing = false;
      point();
    });
  });
  redrawn.observe(byId('app'), { childList: true, subtree: true });

  let before = store.state;
  store.on('state', () => {
    hear({ kind: 'state', before, after: store.state });
    before = store.state;
  });
  store.on('message', ({ message }) => hear({ kind: 'message', message }));
  let { ahead } = controls.clock;
  controls.on('clock', () => {
    hear({ ...controls.clock, before: ahead });
    if (!controls.clock.isMoving) ahead = controls.clock.ahead;
  });
  controls.on('inspector', () => controls.isInspectorOpen && hear({ kind: 'inspector-opened' }));
  document.addEventListener('keydown', event => {
    if (event.key !== 'Escape' || event.defaultPrevented || card.element.hidden) return;
    // Escape closes what lies on top first.
    if (document.querySelector('dialog[open], :popover-open, .shows-sidebar, .shows-members')) return;
    putAway();
  });

  draw();
  return {
    start() {
      go(progress.start);
      if (current()?.at === 'composer') focusComposer();
    },
  };
}
