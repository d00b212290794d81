/** The line on which the playground's controls hear what changes; it connects again by itself. */

const longestPause = 10_000;

/** `path` with its query; returns how to hang up. */
export function openLine(path, onNews) {
  let pause = 500;
  let isWanted = true;
  let socket;
  const connect = () => {
    socket = new WebSocket(`ws://${location.host}${path}`);
    socket.onopen = () => {
      pause = 500;
    };
    socket.onmessage = event => onNews(JSON.parse(event.data));
    socket.onclose = () => {
      if (!isWanted) return;
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
