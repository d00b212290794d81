/** What was begun in a channel waits there until the member comes back. */

export function createDrafts() {
  const texts = new Map();
  let open;
  return {
    /** Another channel is open now: gives its text, and keeps that of the one before. */
    change(channelId, text) {
      if (open === channelId) return text;
      if (open) texts.set(open, text);
      open = channelId;
      return texts.get(channelId) ?? '';
    },
  };
}
