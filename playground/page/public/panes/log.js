/** The open channel's messages, oldest first, following the newest while the reader is at the end. */
import { byId, el, icon } from '../dom.js';
import { isContinuation, onlyYou, renderMessage } from './message.js';

const nearEnd = 120;

/** `actions`: openChannel, startCommand, press and pick. `dismissed` remembers notes that were put away. */
export function createLog(store, actions, dismissed) {
  const log = byId('log');
  const items = el('div.log-items');
  // Scrolled with the keyboard, too.
  log.tabIndex = 0;
  log.append(items);
  const notes = [];
  let followsEnd = true;
  log.addEventListener('scroll', () => {
    followsEnd = log.scrollHeight - log.scrollTop - log.clientHeight < nearEnd;
  });
  // Cards may grow after they were added, and the window may be turned.
  const atEnd = new ResizeObserver(() => followsEnd && toEnd());
  atEnd.observe(items);
  atEnd.observe(log);

  const toEnd = () => {
    log.scrollTop = log.scrollHeight;
  };
  const elementOf = id => items.querySelector(`[data-id="${id}"]`);

  function render(message, previous) {
    const fail = text => {
      const note = elementOf(message.id)?.querySelector('.interaction-failed');
      if (!note) return;
      note.textContent = text;
      note.hidden = text === '';
    };
    const attempt = work => {
      fail('');
      return work.catch(problem => fail(problem.message));
    };
    return renderMessage(message, {
      store,
      ...actions,
      continued: isContinuation(message, previous),
      press: customId => attempt(actions.press(message, customId)),
      pick: (customId, values) => attempt(actions.pick(message, customId, values)),
      dismiss: () => {
        dismissed.add(message.id);
        drawAll();
        actions.focusComposer();
      },
    });
  }

  const visible = () => [...store.messages.values()].filter(({ id }) => !dismissed.has(id));

  function drawAll() {
    const messages = visible();
    keepFocus(() => {
      const elements = messages.map((message, index) => render(message, messages[index - 1]));
      items.replaceChildren(welcome(store.channel()), ...elements);
      for (const { after, element } of notes) (elementOf(after) ?? items.lastChild).after(element);
    });
  }

  function replace(message) {
    const messages = visible();
    const index = messages.findIndex(({ id }) => id === message.id);
    keepFocus(() => elementOf(message.id)?.replaceWith(render(message, messages[index - 1])));
  }

  /** Whoever works with the keyboard goes on where they were: at the same button, or else in the same message. */
  function keepFocus(draw) {
    const focused = items.contains(document.activeElement) ? document.activeElement : undefined;
    const messageId = focused?.closest('[data-id]')?.dataset.id;
    draw();
    const message = messageId && elementOf(messageId);
    if (!message) return;
    const parts = [...message.querySelectorAll('button[data-custom-id]:not(:disabled)')];
    const same = parts.find(part => part.dataset.customId === focused.dataset.customId);
    const alike = parts.find(part => part.textContent === focused.textContent);
    (same ?? alike ?? parts[0] ?? message).focus({ preventScroll: true });
  }

  store.on('channel', () => {
    notes.length = 0;
    followsEnd = true;
    drawAll();
    toEnd();
  });
  store.on('message', ({ kind, message }) => {
    if (kind === 'message-edited') return replace(message);
    if (kind === 'message-deleted') return drawAll();
    if (store.isMe(message.author.id)) followsEnd = true;
    const messages = visible();
    items.append(render(message, messages.at(-2)));
    return followsEnd && toEnd();
  });

  return {
    redraw: drawAll,
    /** A note of the page itself, such as that the bot did not answer. Gone when the channel is left. */
    note(text) {
      const note = {
        after: visible().at(-1)?.id,
        element: noteElement(text, () => {
          notes.splice(notes.indexOf(note), 1);
          note.element.remove();
          actions.focusComposer();
        }),
      };
      notes.push(note);
      items.append(note.element);
      followsEnd = true;
      toEnd();
    },
  };
}

function noteElement(text, dismiss) {
  return el(
    'article.message.ephemeral',
    {},
    el('div.message-gutter'),
    el('div.message-main', {}, el('p.failure', { role: 'alert' }, text), onlyYou(dismiss)),
  );
}

function welcome(channel) {
  return el(
    'div.welcome',
    {},
    el('div.welcome-sign', {}, icon(channel.type === 1 ? 'at' : channel.isPrivate ? 'lock' : 'hash')),
    el('h2', {}, channel.type === 1 ? channel.name : `Welcome to #${channel.name}`),
    el(
      'p',
      {},
      channel.topic ??
        (channel.type === 1 ? 'This is where your conversation begins.' : 'This is where the channel begins.'),
    ),
  );
}
