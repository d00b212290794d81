/** The commands of apps in the menu of a member or a message. */

/** A section of a menu. `acts`: menu(kind, id) asks what is offered, use(kind, id, command) uses one. */
export function appCommands(kind, id, acts) {
  const entries = acts.menu(kind, id).then(({ commands }) =>
    commands.map(({ application, command }) => ({
      label: command.name,
      detail: application.name,
      choose: () => acts.use(kind, id, { application: application.id, command: command.name }),
    })),
  );
  return { title: 'Apps', entries };
}
