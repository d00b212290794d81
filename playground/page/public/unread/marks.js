/** How far a member has read, kept in this browser and shared by its tabs. */

/** Message ids are numbers too large for JavaScript's own. */
export const isAfter = (id, other) => BigInt(id) > BigInt(other);

export function createMarks(memberId) {
  const key = `read-${memberId}`;
  let marks = parse(localStorage.getItem(key));
  const listeners = [];

  function save() {
    localStorage.setItem(key, JSON.stringify(marks));
  }
  addEventListener('storage', event => {
    if (event.key !== key) return;
    marks = parse(event.newValue);
    for (const listener of listeners) listener();
  });

  return {
    /** What was there before the first visit; undefined on that. */
    get since() {
      return marks.since;
    },
    get all() {
      return marks.read;
    },
    /** The id up to which a channel is read. */
    of: channelId => marks.read[channelId] ?? marks.since ?? '0',
    begin(newest) {
      marks.since ??= newest;
      save();
    },
    set(channelId, messageId) {
      marks.read[channelId] = messageId;
      save();
    },
    /** Another tab of this member has read something. */
    onChange: listener => listeners.push(listener),
  };
}

/** What is stored may be of nobody's making. */
function parse(text) {
  try {
    const { since, read } = JSON.parse(text ?? '{}');
    return { since: isId(since) ? since : undefined, read: isRecord(read) ? read : {} };
  } catch {
    return { since: undefined, read: {} };
  }
}

const isId = value => /^\d{1,20}$/.test(value);
const isRecord = value => value !== null && typeof value === 'object' && Object.values(value).every(isId);
