/** What can be done with threads and posts. */
import { askForPost, askForThread } from '../dialogs/new-thread.js';

/** `openChannel(id)` shows what was made; `attempt(work)` shows refusals. */
export function createThreadActs(store, server, { openChannel, attempt }) {
  /** The state with the new thread may come after the answer. */
  async function show({ id }) {
    await store.until(() => store.channel(id));
    return openChannel(id);
  }
  const acts = {
    /** From a message, or without one in the open channel. */
    openThread(message) {
      const channel = store.channel();
      askForThread({ mayBePrivate: !message && channel.type === 0, about: message?.content }, async values =>
        show(await server.openThread({ channel: channel.id, ...(message && { message: message.id }), ...values })),
      );
    },
    newPost: forum => askForPost(forum, async values => show(await server.post({ channel: forum.id, ...values }))),
    join: ({ id }) => attempt(server.joinThread(id)),
    /** For the menu of a thread, and the buttons above it. */
    entries(thread) {
      const isMine = store.isMe(thread.ownerId);
      const mayManage = thread.may.manageThreads;
      const act = (label, sign, ask) => ({ label, sign, choose: () => attempt(ask(thread.id)) });
      return [
        thread.isMember
          ? act('Leave thread', 'out', server.leaveThread)
          : !thread.archived && act('Join thread', 'plus', server.joinThread),
        !thread.archived && (isMine || mayManage) && act('Close thread', 'close', server.archiveThread),
        mayManage &&
          (thread.locked
            ? act('Unlock thread', 'lock', server.unlockThread)
            : act('Lock thread', 'lock', server.lockThread)),
      ].filter(Boolean);
    },
  };
  return acts;
}
