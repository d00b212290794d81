/** A line on which the page hears what changes. It connects again by itself. */

const shortestPause = 500;
const longestPause = 10_000;
/** The server's word that there is nobody to talk to any more. */
const gone = 4404;

/** `path` with its query; `onConnection(isConnected)` hears of breaks. Returns how to hang up. */
export function openLine(path, onNews, { onConnection = () => {}, onGone = () => {} } = {}) {
  let pause = shortestPause;
  let isWanted = true;
  let socket;
  const connect = () => {
    socket = new WebSocket(`ws://${location.host}${path}`);
    socket.onopen = () => {
      pause = shortestPause;
      onConnection(true);
    };
    socket.onmessage = event => onNews(JSON.parse(event.data));
    socket.onclose = ({ code }) => {
      if (!isWanted) return;
      if (code === gone) return onGone();
      onConnection(false);
      pause = Math.min(pause * 2, longestPause);
      setTimeout(connect, pause);
    };
  };
  connect();
  return () => {
    isWanted = false;
    socket.close();
  };
}
