/** What this member can do with a message: by whose it is, and by what the channel allows. */
import { confirmed } from '../dialogs/confirm.js';
import { openMessageMenu } from '../menus/message-menu.js';
import { openEmojiPicker } from '../popups/emoji-picker.js';

const ephemeral = 1 << 6;
/** Ordinary messages and replies; those of Discord itself can't be answered or changed. */
const written = new Set([0, 19, 20, 23]);

/**
 * `parts`: `commands` of apps, `members` acts, `attempt(work)` shows refusals, `reply`, `edit`, `markUnread`, and
 * `openThread(message)`. Whatever is not possible is undefined in what this gives.
 */
export function createMessageActs(store, server, { commands, members, attempt, reply, edit, markUnread, openThread }) {
  const place = ({ id, channel_id: channel }) => ({ channel, message: id });
  const when = (isPossible, act) => (isPossible ? act : undefined);

  async function remove(message) {
    const sure = await confirmed({
      title: 'Delete message',
      text: 'This message will be gone for everyone.',
      action: 'Delete',
    });
    if (sure) await attempt(server.remove(place(message)));
  }
  const react = (message, anchor) =>
    openEmojiPicker(anchor, emoji => attempt(server.react({ ...place(message), emoji })));

  return function actsOn(message) {
    const acts = { ...commands, openMenu: (about, anchor) => openMessageMenu(about, anchor, acts) };
    if ((message.flags & ephemeral) !== 0) return acts;
    const { may, canWrite } = store.channel() ?? { may: {} };
    const isMine = store.isMe(message.author.id);
    const isWritten = written.has(message.type);
    const author = store.member(message.author.id);
    return Object.assign(acts, {
      react: when(may.react, react),
      reply: when(canWrite && isWritten, reply),
      edit: when(isMine && isWritten, edit),
      openThread: when(openThread && may.openThreads && isWritten && !message.thread, openThread),
      pin: when(may.pin && isWritten, about =>
        attempt(about.pinned ? server.unpin(place(about)) : server.pin(place(about))),
      ),
      remove: when(isMine || may.manageMessages, remove),
      profile: author && (anchor => members.showProfile(author, anchor)),
      copy: ({ content }) => attempt(navigator.clipboard.writeText(content)),
      markUnread,
    });
  };
}
