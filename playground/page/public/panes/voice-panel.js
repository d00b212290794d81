/** In which voice channel the member is, and the way out. Nothing can be heard here: it is a playground. */
import { el, icon } from '../dom.js';

export function voicePanel(store, { openChannel, leaveVoice }) {
  const channel = store.state.channels.find(({ voice }) => voice?.userIds.includes(store.state.me.id));
  if (!channel) return [];
  return [
    el(
      'section.voice-panel',
      { 'aria-label': 'Voice' },
      el(
        'div.voice-text',
        {},
        el('p.voice-state', {}, 'Voice connected'),
        el('button.voice-channel', { type: 'button', onclick: () => openChannel(channel.id) }, channel.name),
      ),
      el(
        'button.icon-button',
        { type: 'button', 'aria-label': 'Disconnect', title: 'Disconnect', onclick: leaveVoice },
        icon('hang-up'),
      ),
    ),
  ];
}
