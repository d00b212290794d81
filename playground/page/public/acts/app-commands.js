/** Commands of apps on a member or a message: what is offered, and using one. */

/** `settled(work)` shows the answer, `note(problem)` the refusal. */
export function createAppCommands(store, server, { settled, note }) {
  const on = (kind, id) => ({ channel: store.channelId, [kind]: id });
  return {
    menu: (kind, id) => server.menu(on(kind, id)),
    use: (kind, id, command) => settled(server.use({ ...on(kind, id), ...command })).catch(note),
  };
}
