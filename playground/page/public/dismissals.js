/** Remembers which ephemeral notes a member has put away, across reloads. */

const most = 300;

export function createDismissals(memberId) {
  const key = `dismissed-${memberId}`;
  const ids = read(key);
  return {
    has: id => ids.includes(id),
    add(id) {
      ids.push(id);
      ids.splice(0, ids.length - most);
      localStorage.setItem(key, JSON.stringify(ids));
    },
  };
}

/** What is stored may be of an older playground, or of nobody's making. */
function read(key) {
  try {
    const ids = JSON.parse(localStorage.getItem(key) ?? '[]');
    return Array.isArray(ids) ? ids : [];
  } catch {
    return [];
  }
}
