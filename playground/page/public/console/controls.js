/** The playground's controls as this page knows them: the clock, troubles, panels and the tour. */
import { setClock } from '../clock.js';
import { openLine } from '../line.js';
import { ask } from '../server.js';

export async function createControls(memberId) {
  const listeners = { clock: [], troubles: [], inspector: [] };
  const { tour, panels } = await ask('/console');
  const send = (what, body) =>
    ask(`/console/${what}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
  const controls = {
    memberId,
    tour,
    /** `{ title, says }` of the tables that are shown beside the traffic. */
    panels,
    /** As the server last told; undefined until it has. */
    clock: undefined,
    troubles: [],
    on(topic, listener) {
      listeners[topic].push(listener);
    },
    tell(topic) {
      for (const listener of listeners[topic]) listener();
    },
    travel: to => send('clock', { to }),
    setTrouble: (id, on) => send('troubles', { id, on, as: memberId }),
    readPanel: index => ask(`/console/panels/${index}`),
    /** Hears `onLines(lines)` until what it returns is called. The first lines are those of before. */
    watchTraffic: onLines =>
      openLine(`/console?as=${memberId}&traffic`, ({ kind, lines }) => kind === 'traffic' && onLines(lines)),
  };
  const known = Promise.withResolvers();
  openLine(`/console?as=${memberId}`, news => {
    if (news.kind === 'clock') {
      controls.clock = news;
      setClock(news);
      controls.tell('clock');
      known.resolve();
    } else if (news.kind === 'troubles') {
      controls.troubles = news.troubles;
      controls.tell('troubles');
    }
  });
  // Times are drawn from the beginning as the playground's clock shows them.
  await known.promise;
  return controls;
}
