/** The tab's title: the open channel, and what waits in the others. */

import { channelName } from './channel-sign.js';

export function createTitle(store) {
  function draw() {
    const channel = store.channel();
    if (!channel) return;
    const waiting = [...store.unread.values()];
    const pings = waiting.reduce((sum, { pings: count }) => sum + count, 0);
    const mark = pings > 0 ? `(${pings}) ` : waiting.length > 0 ? '• ' : '';
    document.title = `${mark}${channelName(channel)} · ${store.state.guild.name}`;
  }
  for (const topic of ['state', 'channel', 'unread']) store.on(topic, draw);
}
