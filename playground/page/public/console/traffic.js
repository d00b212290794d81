/** What the bot sent and received, newest first; can be filtered and held still. */
import { el } from '../dom.js';
import { matches } from './filter.js';
import { trafficRow } from './traffic-row.js';

const most = 300;

export function createTraffic(controls) {
  const words = el('input', {
    type: 'search',
    placeholder: 'Filter',
    'aria-label': 'Filter the traffic',
    oninput: () => draw(),
  });
  const direction = el(
    'select',
    { 'aria-label': 'Direction', onchange: () => draw() },
    el('option', { value: '' }, 'Both ways'),
    el('option', { value: 'from-bot' }, 'From the bot'),
    el('option', { value: 'to-bot' }, 'To the bot'),
  );
  const onlyProblems = el('input', { type: 'checkbox', onchange: () => draw() });
  const pause = el(
    'button.button.secondary',
    { type: 'button', 'aria-pressed': 'false', onclick: togglePause },
    'Pause',
  );
  const clear = el('button.button.secondary', { type: 'button', onclick: () => forget() }, 'Clear');
  const status = el('p.quiet', { role: 'status' });
  const list = el('ol.traffic', { 'aria-label': 'Traffic, newest first' });
  const element = el(
    'div.traffic-pane',
    {},
    el('div.traffic-tools', {}, words, direction, el('label.choice', {}, onlyProblems, 'Problems only'), pause, clear),
    status,
    list,
  );

  /** Oldest first. Rows are kept, so that what is unfolded stays so. */
  let entries = [];
  let held = [];
  let isPaused = false;
  let clearedAt = 0;
  let hangUp;

  const wanted = () => ({
    words: words.value,
    direction: direction.value,
    onlyProblems: onlyProblems.checked,
  });

  function receive(lines) {
    const known = new Set([...entries, ...held].map(({ line }) => line.id));
    const fresh = lines.filter(({ id }) => id > clearedAt && !known.has(id)).map(line => ({ line }));
    if (isPaused) held.push(...fresh);
    else add(fresh);
    drawStatus();
  }
  function add(fresh) {
    entries.push(...fresh);
    for (const gone of entries.splice(0, Math.max(0, entries.length - most))) gone.row?.remove();
    const filter = wanted();
    for (const entry of fresh) if (matches(entry.line, filter)) list.prepend(rowOf(entry));
  }
  function rowOf(entry) {
    entry.row ??= trafficRow(entry.line);
    return entry.row;
  }
  function draw() {
    const filter = wanted();
    list.replaceChildren(
      ...entries
        .filter(({ line }) => matches(line, filter))
        .reverse()
        .map(rowOf),
    );
    drawStatus();
  }
  function drawStatus() {
    const shown = list.childElementCount;
    const text = isPaused
      ? `Paused. ${held.length} new in the meantime.`
      : entries.length === 0
        ? 'Nothing yet. Use a command, and see what goes back and forth.'
        : shown === 0
          ? 'Nothing fits the filter.'
          : '';
    if (status.textContent !== text) status.textContent = text;
  }
  function togglePause() {
    isPaused = !isPaused;
    pause.textContent = isPaused ? 'Go on' : 'Pause';
    pause.setAttribute('aria-pressed', String(isPaused));
    if (!isPaused) add(held.splice(0));
    drawStatus();
  }
  function forget() {
    clearedAt = [...entries, ...held].at(-1)?.line.id ?? clearedAt;
    entries = [];
    held = [];
    draw();
  }

  return {
    element,
    open() {
      hangUp ??= controls.watchTraffic(receive);
      drawStatus();
    },
    close() {
      hangUp?.();
      hangUp = undefined;
    },
  };
}
