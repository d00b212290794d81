/** Arrow keys walk from message to message; Home and End lead to the first and the last. */

export function walkByKeys(log) {
  log.addEventListener('keydown', event => {
    const { target } = event;
    if (target !== log && !target.matches('article')) return;
    const articles = [...log.querySelectorAll('article[data-id]')];
    const at = articles.indexOf(target);
    const next = {
      ArrowUp: at === -1 ? articles.length - 1 : Math.max(at - 1, 0),
      ArrowDown: at === -1 ? articles.length - 1 : Math.min(at + 1, articles.length - 1),
      Home: 0,
      End: articles.length - 1,
    }[event.key];
    if (next === undefined || !articles[next]) return;
    event.preventDefault();
    articles[next].focus({ preventScroll: true });
    articles[next].scrollIntoView({ block: 'nearest' });
  });
}
