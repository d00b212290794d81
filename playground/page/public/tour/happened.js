/** Whether what a step of the tour waits for has just happened. */

/** `news`: `{ kind: 'message', message }`, `{ kind: 'state', before, after }`, `{ kind: 'clock', … }` or `{ kind: 'inspector-opened' }`. */
export function happened(until, news) {
  switch (until?.kind) {
    case 'message':
      return news.kind === 'message' && news.message !== undefined && wordsOf(news.message).includes(until.says);
    case 'role-granted':
      return news.kind === 'state' && news.after.members.some(member => hasMoreRoles(member, news.before));
    case 'clock-moved':
      return news.kind === 'clock' && !news.isMoving && news.ahead !== news.before;
    case 'inspector-opened':
      return news.kind === 'inspector-opened';
    default:
      return false;
  }
}

const wordsOf = ({ content, embeds, components }) => JSON.stringify([content, embeds, components]);

function hasMoreRoles({ id, roleIds }, { members }) {
  const earlier = members.find(member => member.id === id);
  return earlier !== undefined && roleIds.some(role => !earlier.roleIds.includes(role));
}
