/** A table of whoever started the playground; read anew whenever the bot did something. */
import { el } from '../dom.js';

const atMostEvery = 400;

export function createPanel(controls, index, { title, says }) {
  const place = el('div.panel-scroll', { tabindex: 0, role: 'region', 'aria-label': title });
  const problem = el('p.problem', { role: 'alert', hidden: true });
  let hangUp;
  let timer;

  async function read() {
    timer = undefined;
    try {
      draw(await controls.readPanel(index));
      problem.hidden = true;
    } catch ({ message }) {
      problem.textContent = message;
      problem.hidden = false;
    }
  }
  const readSoon = () => {
    timer ??= setTimeout(read, atMostEvery);
  };
  controls.on('clock', () => hangUp && readSoon());

  function draw({ columns, rows }) {
    if (rows.length === 0) return place.replaceChildren(el('p.quiet', {}, 'Nothing in it yet.'));
    return place.replaceChildren(
      el(
        'table',
        {},
        el(
          'thead',
          {},
          el(
            'tr',
            {},
            columns.map(name => el('th', { scope: 'col' }, name)),
          ),
        ),
        el(
          'tbody',
          {},
          rows.map(row =>
            el(
              'tr',
              {},
              row.map(cell => el('td', {}, cell)),
            ),
          ),
        ),
      ),
    );
  }

  return {
    element: el('div', {}, el('p.quiet.lead', {}, says), problem, place),
    open() {
      if (hangUp) return;
      hangUp = controls.watchTraffic(readSoon);
      void read();
    },
    close() {
      hangUp?.();
      hangUp = undefined;
      clearTimeout(timer);
      timer = undefined;
    },
  };
}
