/** Asks the page's server. A refusal becomes an error whose message can be shown. */
import { openLine } from './line.js';

export async function ask(path, init) {
  const response = await fetch(`/api${path}`, init).catch(() => {
    throw new Error('The playground does not answer. Is it still running?');
  });
  const answer = await response.json().catch(() => ({}));
  if (!response.ok) {
    const problem = new Error(answer.error ?? `The playground answered ${response.status}.`);
    throw Object.assign(problem, { isGone: response.status === 404 });
  }
  return answer;
}

export const loadStart = () => ask('/start');

/** Everything one member can ask and do. */
export function connectAs(memberId) {
  const post = (what, body) =>
    ask(`/as/${memberId}/${what}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
  return {
    state: () => ask(`/as/${memberId}`),
    channel: id => ask(`/as/${memberId}/channels/${id}`),
    run: body => post('run', body),
    type: body => post('type', body),
    press: body => post('press', body),
    pick: body => post('pick', body),
    submit: fields => post('submit', { fields }),
    closeForm: () => post('close-form', {}),
    menu: body => post('menu', body),
    use: body => post('use', body),
    unread: body => post('unread', body),
    say: body => post('say', body),
    edit: body => post('edit', body),
    remove: body => post('delete', body),
    react: body => post('react', body),
    unreact: body => post('unreact', body),
    pin: body => post('pin', body),
    unpin: body => post('unpin', body),
    typing: body => post('typing', body),
    openThread: body => post('open-thread', body),
    post: body => post('post', body),
    joinThread: thread => post('join-thread', { thread }),
    leaveThread: thread => post('leave-thread', { thread }),
    archiveThread: thread => post('archive-thread', { thread }),
    lockThread: thread => post('lock-thread', { thread }),
    unlockThread: thread => post('unlock-thread', { thread }),
    joinVoice: channel => post('join-voice', { channel }),
    leaveVoice: () => post('leave-voice', {}),
    interested: event => post('interested', { event }),
    notInterested: event => post('not-interested', { event }),
    giveRole: body => post('give-role', body),
    takeRole: body => post('take-role', body),
    pins: id => ask(`/as/${memberId}/channels/${id}/pins`),
  };
}

/** Listens for news until the member is gone. */
export function listen(memberId, { onNews, onConnection }) {
  openLine(`/live?as=${memberId}`, onNews, { onConnection, onGone: () => location.assign('/') });
}
