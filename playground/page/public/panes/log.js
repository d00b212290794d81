/** The open channel's messages, oldest first, following the newest while the reader is at the end. */
import { byId, el } from '../dom.js';
import { onMenu } from '../menus/on-menu.js';
import { isSameDay } from '../time.js';
import { createJump } from './jump.js';
import { dayLine, newLine, noteElement, welcome } from './log-frame.js';
import { leadTo } from './log-jump.js';
import { walkByKeys } from './log-keys.js';
import { isContinuation, renderMessage } from './message.js';
import { editMessage } from './message-edit.js';

const nearEnd = 120;

/**
 * `actions`: openChannel, startCommand, showProfile, press, pick, `actsOn(message)` for what can be done with one,
 * and seen() when its end is on the screen. `dismissed` remembers notes that were put away.
 */
export function createLog(store, actions, dismissed) {
  const log = byId('log');
  const items = el('div.log-items');
  // Scrolled with the keyboard, too.
  log.tabIndex = 0;
  log.append(items);
  const notes = [];
  let followsEnd = true;
  let lastTop = 0;
  log.addEventListener('scroll', () => {
    // Only the reader scrolls up; otherwise a picture has grown while the log was on its way to the end.
    const wentUp = log.scrollTop < lastTop;
    lastTop = log.scrollTop;
    followsEnd = (followsEnd && !wentUp) || log.scrollHeight - log.scrollTop - log.clientHeight < nearEnd;
    if (followsEnd) actions.seen();
    jump.draw();
  });
  // Cards may grow after they were added, and the window may be turned.
  const atEnd = new ResizeObserver(() => followsEnd && toEnd());
  atEnd.observe(items);
  atEnd.observe(log);
  walkByKeys(log);
  const jump = createJump(store, {
    isAtEnd: () => followsEnd,
    toEnd() {
      followsEnd = true;
      toEnd();
      log.focus({ preventScroll: true });
    },
  });
  onMenu(items, (target, place) => {
    const message = store.messages.get(target.closest('[data-id]')?.dataset.id);
    // What can be pressed keeps its own meaning.
    if (!message || target.closest('button:not(.message-author, .mention), select')) return false;
    return actsOn(message).openMenu(message, place);
  });

  const toEnd = () => {
    log.scrollTop = log.scrollHeight;
  };
  const elementOf = id => items.querySelector(`[data-id="${id}"]`);
  const actsOn = message => ({ ...actions.actsOn(message), dismiss });

  function dismiss({ id }) {
    dismissed.add(id);
    drawAll();
    actions.focusComposer();
  }

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
      acts: actsOn(message),
      leadTo: id => leadTo(elementOf(id), () => actions.note('That message is not here any more.')),
      continued: message.id !== store.lineBefore && isContinuation(message, previous),
      press: customId => attempt(actions.press(message, customId)),
      pick: (customId, values) => attempt(actions.pick(message, customId, values)),
      dismiss: () => dismiss(message),
    });
  }

  const visible = () => [...store.messages.values()].filter(({ id }) => !dismissed.has(id));
  /** With the lines that stand above a message. */
  const withLines = (message, previous) =>
    [
      (!previous || !isSameDay(previous, message)) && dayLine(message),
      message.id === store.lineBefore && newLine(),
      edited(message.id) ?? render(message, previous),
    ].filter(Boolean);
  /** One that is being changed stays as it is while all others are drawn anew. */
  const edited = id => items.querySelector(`[data-id="${id}"]:has(.message-edit)`);

  function drawAll() {
    const messages = visible();
    keepFocus(() => {
      const elements = messages.flatMap((message, index) => withLines(message, messages[index - 1]));
      items.replaceChildren(welcome(store.channel()), ...elements);
      for (const { after, element } of notes) (elementOf(after) ?? items.lastChild).after(element);
    });
  }

  function replace(message) {
    const messages = visible();
    const index = messages.findIndex(({ id }) => id === message.id);
    if (edited(message.id)) return;
    keepFocus(() => elementOf(message.id)?.replaceWith(render(message, messages[index - 1])));
  }

  /** Whoever works with the keyboard goes on where they were: at the same button, or else in the same message. */
  function keepFocus(draw) {
    const focused = items.contains(document.activeElement) ? document.activeElement : undefined;
    const messageId = focused?.closest('[data-id]')?.dataset.id;
    draw();
    const message = messageId && elementOf(messageId);
    if (!message || document.activeElement === focused) return;
    if (focused.isConnected) {
      focused.focus({ preventScroll: true });
      return;
    }
    if (focused.matches('article')) {
      message.focus({ preventScroll: true });
      return;
    }
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
  store.on('line', drawAll);
  store.on('message', ({ kind, message }) => {
    if (kind === 'message-edited') return replace(message);
    if (kind === 'message-deleted') return drawAll();
    if (store.isMe(message.author.id)) followsEnd = true;
    items.append(...withLines(message, visible().at(-2)));
    if (!followsEnd) return jump.draw();
    toEnd();
    return actions.seen();
  });

  return {
    redraw: drawAll,
    /** Opens a message of one's own for changes; false if there is none. */
    edit(message) {
      const article = message && elementOf(message.id);
      if (!article) return false;
      editMessage(article, message, {
        store,
        save: text => actions.saveEdit(message, text),
        onClose: () => {
          article.querySelector('.message-edit')?.remove();
          replace(store.messages.get(message.id) ?? message);
          actions.focusComposer();
        },
      });
      return true;
    },
    leadTo: id => leadTo(elementOf(id), () => actions.note('That message is not here any more.')),
    get isAtEnd() {
      return followsEnd;
    },
    /** Gone when the channel is left. */
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
