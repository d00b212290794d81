/** What the composer sends. */
import { sendFile } from '../uploads.js';

const typingLasts = 8000;

/** `settled(work)` shows the answer of an app, `note(problem)` a refusal, `editLast()` opens one's latest message. */
export function createComposerActs(memberId, store, server, { settled, note, editLast }) {
  let toldTyping = { channelId: undefined, at: 0 };
  const target = ({ application, name }) => ({ channel: store.channelId, application: application.id, command: name });
  return {
    editLast,
    upload: (file, onProgress) => sendFile(memberId, file, onProgress),
    say: async message => {
      toldTyping = { channelId: undefined, at: 0 };
      return server.say({ channel: store.channelId, ...message }).then(() => true, note);
    },
    run: (command, options) => settled(server.run({ ...target(command), options })).catch(note),
    suggest: (command, option, typed, options) =>
      server.type({ ...target(command), option: option.name, typed, options }),
    typing() {
      const { channelId } = store;
      if (toldTyping.channelId === channelId && Date.now() - toldTyping.at < typingLasts) return;
      toldTyping = { channelId, at: Date.now() };
      // Nobody needs to know that this did not arrive.
      server.typing({ channel: channelId }).catch(() => undefined);
    },
  };
}
