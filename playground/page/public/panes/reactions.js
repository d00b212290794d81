/** Emoji below a message, with how many chose each; a press adds or takes one's own. */
import { el, icon } from '../dom.js';

/** `react(message, emoji, isMine)` switches one's own; `acts.react(message, place)` opens the choice of others. */
export function renderReactions(message, { store, toggleReaction, acts }) {
  const reactions = message.reactions ?? [];
  if (reactions.length === 0) return undefined;
  return el(
    'div.reactions',
    { role: 'group', 'aria-label': 'Reactions' },
    reactions.map(({ emoji, count, me, userIds = [] }) => {
      const names = userIds.flatMap(id => store.member(id)?.displayName ?? []);
      const who =
        names.length > 0 ? `${new Intl.ListFormat('en').format(names)} reacted with ${emoji.name}` : undefined;
      return el(
        `button.reaction${me ? '.mine' : ''}`,
        {
          type: 'button',
          dataset: { customId: `reaction-${emoji.name}` },
          title: who,
          'aria-label': `${emoji.name}, ${count} ${count === 1 ? 'reaction' : 'reactions'}`,
          'aria-pressed': String(Boolean(me)),
          onclick: () => toggleReaction(message, emoji.name, Boolean(me)),
        },
        el('span', { 'aria-hidden': 'true' }, emoji.name),
        el('span.reaction-count', {}, count),
      );
    }),
    acts.react &&
      el(
        'button.reaction.add',
        {
          type: 'button',
          'aria-label': 'Add reaction',
          title: 'Add reaction',
          onclick: event => acts.react(message, event.currentTarget),
        },
        icon('smile'),
      ),
  );
}
