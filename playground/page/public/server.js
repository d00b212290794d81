/** Asks the page's server. A refusal becomes an error whose message can be shown. */

async function ask(path, init) {
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
    say: body => post('say', body),
  };
}

const longestPause = 10_000;

/** Listens for news until the member is gone; after a break it connects again by itself. */
export function listen(memberId, { onNews, onConnection }) {
  let pause = 500;
  const connect = () => {
    const socket = new WebSocket(`ws://${location.host}/live?as=${memberId}`);
    socket.onopen = () => {
      pause = 500;
      onConnection(true);
    };
    socket.onmessage = event => onNews(JSON.parse(event.data));
    socket.onclose = event => {
      if (event.code === 4404) return location.assign('/');
      onConnection(false);
      pause = Math.min(pause * 2, longestPause);
      return setTimeout(connect, pause);
    };
  };
  connect();
}
